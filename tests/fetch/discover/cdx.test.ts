import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { CdxMalformed, cdxAddress, parseCdx } from '../../../pipeline/fetch/discover/cdx.ts'

const digest = 'A'.repeat(32)
const header = ['timestamp', 'original', 'mimetype', 'statuscode', 'digest']
const row = ['20140506070809', 'http://a.example/x.pdf', 'application/pdf', '200', digest]
const capture = { timestamp: row[0], original: row[1], digest }

test('the index is asked for distinct captures of PDFs that were there, page by page', () => {
  const { pathname, searchParams } = new URL(cdxAddress('https://a.example/', 'b.example/c d/*', 5, 'k e+y'))
  assert.equal(pathname, '/cdx/search/cdx')
  assert.equal(searchParams.get('url'), 'b.example/c d/*')
  assert.deepEqual(searchParams.getAll('filter'), ['statuscode:200', 'mimetype:application/pdf'])
  assert.equal(searchParams.get('collapse'), 'digest')
  assert.equal(searchParams.get('limit'), '5')
  assert.equal(searchParams.get('resumeKey'), 'k e+y')
})

test('the last two rows of a page are the key of the next one', () => {
  const page = parseCdx(JSON.stringify([header, row, [], ['next key']]))
  assert.deepEqual(page, { captures: [capture], passedOver: 0, resumeKey: 'next key' })
})

test('a page without a key is the last, whether it has rows or none', () => {
  assert.deepEqual(parseCdx(JSON.stringify([header, row])).resumeKey, null)
  for (const text of ['', '[]', JSON.stringify([header])]) {
    assert.deepEqual(parseCdx(text), { captures: [], passedOver: 0, resumeKey: null })
  }
})

test('rows that name no capture of a PDF are counted and passed over', () => {
  const odd = [
    ['2014', ...row.slice(1)],
    [row[0], 'file:///x.pdf', ...row.slice(2)],
    [...row.slice(0, 2), 'text/html', '200', digest],
    [...row.slice(0, 3), '404', digest],
    row.slice(1),
    // A capture that repeats an earlier one, as archives index it, and one without a length.
    [...row.slice(0, 2), 'warc/revisit', '-', digest],
    [...row.slice(0, 3), '-', digest],
    [...row.slice(0, 4), '-'],
    [],
  ]
  assert.deepEqual(parseCdx(JSON.stringify([header, ...odd, row])), {
    captures: [capture],
    passedOver: odd.length,
    resumeKey: null,
  })
})

test('what is no page of the index is refused by one kind of error, whatever it is', () => {
  for (const text of ['<html>', '{}', '[1]', '[[1]]']) assert.throws(() => parseCdx(text), CdxMalformed)
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      try {
        parseCdx(text)
      } catch (error) {
        assert.ok(error instanceof CdxMalformed)
      }
    }),
  )
})

test('rows with more or other fields than were asked for are passed over, not misread', () => {
  const bySurt = ['com,example)/x.pdf', ...row, '4711']
  assert.deepEqual(parseCdx(JSON.stringify([bySurt, row])).captures, [capture])
})
