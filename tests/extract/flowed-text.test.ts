import assert from 'node:assert/strict'
import { describe, it, test } from 'vitest'
import { breakFlowedText } from '../../pipeline/extract/flowed-text/index.ts'
import { parseProfile } from '../../pipeline/parse/index.ts'
import { readCases } from '../case-file.ts'
import { makeLayout } from '../lines.ts'
import { MADE_UP_PROFILE } from '../parse/made-up-profile.ts'

const oneLine = MADE_UP_PROFILE.join(' ')
const wrap = (width: number): string => oneLine.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n')

const readNotes = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...parseProfile(makeLayout(text)).sections.values()].map(({ code, lines }) => [
      code,
      lines.map((line) => line.text).join(' '),
    ]),
  )

describe('a text that lost its lines', () => {
  const expected = readNotes(MADE_UP_PROFILE.join('\n'))
  assert.equal(Object.keys(expected).length, 21)

  test.each<readonly [name: string, text: string]>([
    ['in one line', oneLine],
    ...[40, 72, 100, 400].map((width) => [`wrapped at ${width} characters`, wrap(width)] as const),
    ['with the wide gaps of columns', MADE_UP_PROFILE.join('        ')],
  ])('%s is read like the text with its lines', (_, text) => {
    assert.deepEqual(readNotes(text), expected)
    assert.equal(breakFlowedText(text).replace(/\s/g, ''), oneLine.replace(/\s/g, ''))
  })
})

test.each([
  ['with its lines', MADE_UP_PROFILE.join('\n')],
  ['without headings, even with long lines', `The team warns - and warns. ${'Again. '.repeat(99)}`],
])('a text %s is returned unchanged', (_, text) => {
  assert.equal(breakFlowedText(text), text)
})

/** The lines that become of one section's heading and note in a profile of one line. */
const breakSection = (code: string, name: string, note: string): string[] => {
  const start = MADE_UP_PROFILE.findIndex((line) => line.startsWith(`${code} `))
  const end = MADE_UP_PROFILE.findIndex((line, index) => index > start && /^\d/.test(line))
  const text = [...MADE_UP_PROFILE.slice(0, start), `${code} ${name} ${note}`, ...MADE_UP_PROFILE.slice(end)]
  const lines = breakFlowedText(text.join(' ')).split('\n')
  return lines.slice(
    lines.findIndex((line) => line.startsWith(code)),
    lines.findIndex((line) => line.startsWith(MADE_UP_PROFILE[end] ?? '')),
  )
}

test.each(readCases(import.meta.url, 'a heading inside a line'))(
  'a heading inside a line %s',
  (_, code, printed, heading) => {
    assert.deepEqual(breakSection(code, printed, 'The rules hold.'), [heading, 'The rules hold.'])
  },
)

describe('a note in one line', () => {
  test.each(readCases(import.meta.url, 'a note in one line'))('%s', (_, note, lines) => {
    assert.deepEqual(breakSection('1.1.1', 'CRIMINAL LEGISLATION', note).slice(1), lines.split('\n'))
  })

  test.each(readCases(import.meta.url, 'a note that is not parted'))('is not parted in %j', (note) => {
    assert.deepEqual(breakSection('1.1.1', 'CRIMINAL LEGISLATION', note).slice(1), [note])
  })
})

describe('lines of their own', () => {
  it('have title, name, captions, background and figures', () => {
    const name = 'REPUBLIC OF WISTREL'
    const caption = 'Flag of Wistrel http://flags.example/w.png'
    const lines = breakFlowedText(
      oneLine.replace(`${name} BACKGROUND`, `${name} ${caption} BACKROUND`),
    ).split('\n')
    assert.deepEqual(
      lines.slice(0, 6).map((line) => line.trimEnd()),
      ['CYBERWELLNESS PROFILE', name, caption, 'BACKROUND', ...MADE_UP_PROFILE.slice(3, 5)],
    )
  })

  it('have closing lines', () => {
    const closing = [
      '-'.repeat(20),
      'DISCLAIMER: see there',
      'More information is available on ITU website',
      'Last updated on 12th August 2014',
      '3',
    ]
    const flowed = `${MADE_UP_PROFILE.slice(0, -3).join(' ')} ${closing.join(' ')}`
    assert.deepEqual(breakFlowedText(flowed).split('\n').slice(-5), closing)
  })

  it('have numbers that count up to the last line, but no day of a month', () => {
    const numbered = oneLine
      .replace('1.2.1 CIRT', '1 1.2.1 CIRT')
      .replace('1.3.1', 'A decree of 2 June holds. 2 It was 3 renewed. 1.3.1')
    const lines = breakFlowedText(`${numbered} 4`).split('\n')
    assert.deepEqual(
      lines.filter((line) => /^\d+$/.test(line)),
      ['1', '2', '3', '4'],
    )
    assert.ok(lines.some((line) => line.endsWith('A decree of 2 June holds.')))
  })
})
