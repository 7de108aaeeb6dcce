import assert from 'node:assert/strict'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { test } from 'vitest'
import { CorrectionsMalformed, parseCorrections } from '../../pipeline/build/parse-corrections.ts'
import { CORRECTION_COLUMNS } from '../../schemas/index.ts'
import { csvLine, GOOD_LINE, HEADER } from './correction-lines.ts'

const fault = (text: string): string => {
  try {
    parseCorrections(text)
  } catch (error) {
    assert.ok(error instanceof CorrectionsMalformed, String(error))
    return error.message
  }
  return assert.fail('the text was taken for corrections')
}

test('a header alone corrects nothing', () => {
  assert.deepEqual(parseCorrections(`${HEADER}\n`), [])
})

test('lines keep their order, their numbers and their words', () => {
  const listed = parseCorrections(
    `\uFEFF${HEADER}\r\n${csvLine()}\r\n\r\n${csvLine({ section_code: '2.1', reason: '"says ""none"", twice"' })}\r\n`,
  )
  assert.deepEqual(
    listed.map(({ line, correction }) => [line, correction.section_code, correction.reason]),
    [
      [2, '1.2.1', 'read again'],
      [4, '2.1', 'says "none", twice'],
    ],
  )
})

test('whatever words a reason and a name hold, they come back', () => {
  const words = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(words, words, (reason, who) => {
      const text = stringify([[...CORRECTION_COLUMNS], Object.values({ ...GOOD_LINE, reason, who })], {
        quoted: true,
      })
      const [listed] = parseCorrections(text)
      assert.equal(listed?.correction.reason, reason.trim())
      assert.equal(listed?.correction.who, who.trim())
    }),
  )
})

test('what is no correction is refused with its line, its column and its value', () => {
  for (const [text, sentence] of [
    ['', /^line 1: the header must be document_id,section_code,/],
    [HEADER.replaceAll(',', ';'), /^line 1: the header must be/],
    [`${HEADER},more`, /^line 1: the header must be/],
    [`${HEADER}\n${csvLine()},more`, /^line 2: 8 cells where the header has 7/],
    [`${HEADER}\n${csvLine()}\n${csvLine({ value: 'no' })}`, /^line 3: value “no” is not one of present, /],
    [
      `${HEADER}\n${csvLine({ section_code: '1.1.2001' })}`,
      /^line 2: section_code “1\.1\.2001” is not a section/,
    ],
    [`${HEADER}\n${csvLine({ column: 'note' })}`, /^line 2: column “note” must be one of status, value/],
    [`${HEADER}\n${csvLine({ section_code: '0.1' })}`, /^line 2: column “status” is “status”, but/],
    [`${HEADER}\n${csvLine({ who: '' })}`, /^line 2: who “” must not be empty/],
    [`${HEADER}\n"${csvLine()}`, /^line 2: .*quot/i],
  ] as const) {
    assert.match(fault(text), sentence)
  }
})

test('what would lead elsewhere is a word like any other, or refused', () => {
  for (const [text, sentence] of [
    ['\0', /^line 1: the header must be/],
    [`__proto__,${HEADER}`, /^line 1: the header must be/],
    [
      `${HEADER}\n${csvLine({ document_id: '../../etc/passwd' })}`,
      /^line 2: document_id “\.\.\/\.\.\/etc\/passwd” /,
    ],
    [`${HEADER}\n${csvLine({ document_id: '__proto__' })}`, /^line 2: document_id “__proto__” /],
    [`${HEADER}\n${csvLine({ column: 'constructor' })}`, /^line 2: column “constructor” /],
    [
      `${HEADER}\n${csvLine({ section_code: '9'.repeat(400) })}`,
      /^line 2: section_code “9+” is not a section/,
    ],
    [`${HEADER}\n${csvLine({ section_code: '7.1', column: 'value', value: '1e999' })}`, /^line 2: /],
    [`${HEADER}\n${'"'.repeat(1001)}`, /^line 2: /],
    [`${HEADER}\n${','.repeat(1_000_000)}`, /^line 2: 1000001 cells where the header has 7/],
  ] as const) {
    assert.match(fault(text), sentence)
  }
})

test('a cell that is corrected twice is refused with both lines', () => {
  const text = [HEADER, csvLine(), csvLine({ section_code: '2.1' }), csvLine({ value: 'present' })].join('\n')
  assert.equal(fault(text), 'line 4: xaa-2014-08-12-1f0c9a7b 1.2.1 status is corrected already on line 2')
})
