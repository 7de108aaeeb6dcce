import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { mergeSources } from '../../pipeline/fetch/add-sources.ts'
import { captureAddress, parseCapture, parseCaptureTime } from '../../pipeline/fetch/capture.ts'
import { parseCdx } from '../../pipeline/fetch/discover/archive-index.ts'
import { toSources } from '../../pipeline/fetch/discover/found-sources.ts'
import { linksToPdfs } from '../../pipeline/fetch/discover/index-page.ts'
import { countryFromFileName } from '../../pipeline/normalize/index.ts'
import { SOURCE_ID, type Source, source } from '../../schemas/index.ts'
import { assertLinear } from '../hostile-files/growth.ts'
import { readCases } from '../read-cases.ts'

const page = 'https://a.example/en/Pages/index.aspx'

describe('the links of a page', () => {
  it('are those to PDFs, each once, as addresses without fragments and secrets', () => {
    for (const [html, ...found] of readCases('fetch/links.yaml', z.tuple([z.string()], z.string()))) {
      assert.deepEqual(linksToPdfs(html, page), found, html)
    }
  })

  it('are addresses of the web that name a PDF, whatever the page holds', () => {
    const piece = fc.oneof(
      fc.constantFrom('<a href="', "<a href='", '">', '.pdf', '../', '//', 'javascript:', 'file:///'),
      fc.constantFrom('http://', '<base href="', '&#106;', '&amp;', '%2e%2e%2f', '#', '?', '<!--', '\0'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const link of linksToPdfs(pieces.join(''), page)) {
          const { protocol, hash } = new URL(link)
          assert.match(protocol, /^https?:$/)
          assert.equal(hash, '')
          assert.match(link, /pdf/i)
        }
      }),
    )
  })
})

describe('a page of the archive’s index', () => {
  it('leaves out rows that are not a capture of a PDF, or whose address holds a password', () => {
    const digest = 'A'.repeat(32)
    const row = ['20140506070809', 'http://a.example/x.pdf', 'application/pdf', '200', digest]
    const odd = [
      ['timestamp', 'original', 'mimetype', 'statuscode', 'digest'],
      ['2014', ...row.slice(1)],
      [row[0], 'file:///x.pdf', ...row.slice(2)],
      [row[0], 'http://reader:pass@a.example/x.pdf', ...row.slice(2)],
      [...row.slice(0, 2), 'text/html', '200', digest],
      [...row.slice(0, 3), '404', digest],
      ['com,example)/x.pdf', ...row, '4711'],
      [],
    ]
    const captures = [{ timestamp: '20140506070809', original: 'http://a.example/x.pdf', digest }]
    assert.deepEqual(parseCdx(JSON.stringify([...odd, row])), { captures, resumeKey: null })
    for (const empty of ['', '[]']) assert.deepEqual(parseCdx(empty), { captures: [], resumeKey: null })
    for (const text of ['<html>', '{}', '[1]', '[[1]]']) assert.equal(parseCdx(text), null)
  })
})

describe('the address of a capture', () => {
  it('names its time and what was captured', () => {
    const archive = 'https://archive.example'
    const capture = { timestamp: '2014', original: 'https://a.example/?x=http://b.example/' }
    assert.deepEqual(
      parseCapture(archive, captureAddress(archive, capture.timestamp, capture.original)),
      capture,
    )
    assert.equal(parseCapture(archive, 'https://b.example/web/2014id_/https://a.example/'), null)
    assert.equal(parseCaptureTime('20140506070809'), '2014-05-06T07:08:09Z')
    for (const timestamp of ['2014', '20149906070809', 'x']) assert.equal(parseCaptureTime(timestamp), null)
  })
})

const archive = 'https://archive.example'
const base = 'https://a.example/docs/'
const DIGESTS = ['A', 'B', 'C'].map((letter) => letter.repeat(32))
const capture = (name: string, year: number, bytes = 0) => ({
  timestamp: `${year}0101000000`,
  original: `http://a.example:80/docs/${name}`,
  digest: DIGESTS[bytes] ?? '',
})
const find = (
  names: readonly string[],
  captures: readonly ReturnType<typeof capture>[] = [],
  known: readonly Source[] = [],
): Source[] =>
  toSources({ addresses: names.map((name) => new URL(name, base).href), captures }, known, {
    archive,
    countryOfFile: (name) => (name.startsWith('Qel') ? 'XAA' : null),
  })
const listIds = (sources: readonly Source[]): string[] => sources.map(({ id }) => id)

const writeLinks = (count: number, nameFile: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `<a href="${nameFile(index)}">`).join('')

describe('the documents of a search', () => {
  it('are one for each address, with an id and a country from the file name', () => {
    const address = `${base}Qel%20Vara.pdf`
    const profile = { id: 'profile/qel-vara', kind: 'profile', addresses: [address], country_code: 'XAA' }
    assert.deepEqual(find([address]), [profile])
    assert.deepEqual(listIds(find(['D-STR-SECU-2015-PDF-E.pdf'])), ['compendium/d-str-secu-2015-pdf-e'])
  })

  it('get valid and unique ids, whatever the file name', () => {
    const long = 'x'.repeat(500)
    const names = ['C%C3%B4te.pdf', 'Cote.pdf', 'a b.pdf', '%2e%2e%2f%2e%2e%2fetc%2fpasswd.pdf', '%FF.pdf']
    const found = find([...names, '%E2%80%A6.pdf', `${long}a.pdf`, `${long}b.pdf`])
    assert.equal(new Set(listIds(found)).size, names.length + 3)
    for (const document of found) {
      assert.match(document.id, SOURCE_ID)
      source.parse(document)
    }
  })

  it('are apart where their names differ in a byte that is no UTF-8', () => {
    assert.equal(new Set(listIds(find(['C%F4te.pdf', 'C%E9te.pdf']))).size, 2)
  })

  it('have an edition for each capture with bytes of its own, oldest first', () => {
    const captures = [capture('x.pdf', 2015, 1), capture('x.pdf', 2013), capture('x.pdf', 2014)]
    const found = find(['x.pdf'], captures)
    assert.deepEqual(listIds(found), ['profile/x', 'profile/x-20130101000000', 'profile/x-20150101000000'])
    assert.deepEqual(found[1], {
      id: 'profile/x-20130101000000',
      kind: 'profile',
      published: `${base}x.pdf`,
      addresses: [`${archive}/web/20130101000000id_/http://a.example:80/docs/x.pdf`],
      captured: '2013-01-01T00:00:00Z',
      digest: DIGESTS[0],
    })
  })

  it('keep the ids of the lock, whose captures are not found again', () => {
    const known = find(['X.pdf'], [capture('X.pdf', 2013)]).map((document) => ({
      ...document,
      id: document.id.replace('/x', '/kept'),
    }))
    const again = find(['X.pdf'], [capture('X.pdf', 2013), capture('X.pdf', 2017, 2)], known)
    assert.deepEqual(listIds(again), ['profile/kept', 'profile/kept-20170101000000'])
  })

  it('are the same however host, port, letters and percent signs are written', () => {
    const addresses = [
      'https://www.a.example/docs/Antigua%20and%20Barbuda.pdf',
      'http://a.example:80/docs/antigua and barbuda.PDF',
      'https://a.example/docs/%41ntigua%20and%20Barbuda.pdf',
    ]
    const captures = addresses.map((original) => ({ ...capture('', 2014), original }))
    const ids = ['profile/antigua-and-barbuda', 'profile/antigua-and-barbuda-20140101000000']
    assert.deepEqual(listIds(find(addresses, captures)), ids)
  })

  for (const [what, size, makePage] of [
    ['tags', 25_000, (size) => '<b>'.repeat(size) + '</i>'.repeat(size)],
    ['links', 2_000, (size) => writeLinks(size, (index) => `Profile of Norwey ${index}.pdf`)],
    ['words of a name', 600, (size) => writeLinks(1, () => `${'ab-'.repeat(size)}.pdf`)],
    ['parameters of a link', 10_000, (size) => writeLinks(1, () => `?${'u=http://x&'.repeat(size)}x.pdf`)],
  ] as const satisfies [string, number, (size: number) => string][]) {
    it(`are found in a time that grows with the ${what} of a page, not with their square`, () =>
      assertLinear(size, (size) => {
        const addresses = linksToPdfs(makePage(size), page)
        const countryOfFile = (name: string) => countryFromFileName(name)?.code ?? null
        mergeSources([], toSources({ addresses, captures: [] }, [], { archive, countryOfFile }))
      }))
  }
})
