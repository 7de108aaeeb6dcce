import assert from 'node:assert/strict'
import { describe, it, test } from 'vitest'
import { breakFlowedText } from '../../pipeline/extract/flowed-text/index.ts'
import { parseProfile } from '../../pipeline/parse/index.ts'
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

test.each([
  ['ends where its name does, though capitals follow', '1.2.1', 'CIRT', '1.2.1 CIRT'],
  ['may have odd spaces and small letters', '1.1.1', 'Criminal  legislation', '1.1.1 Criminal legislation'],
  ['may have an unknown name in capitals', '1.3.1', 'SECURITY POLICY', '1.3.1 SECURITY POLICY'],
  ['includes a stop behind its name', '1.2.2', 'STANDARDS:', '1.2.2 STANDARDS:'],
])('a heading inside a line %s', (_, code, printed, heading) => {
  assert.deepEqual(breakSection(code, printed, 'The rules hold.'), [heading, 'The rules hold.'])
})

describe('a note in one line', () => {
  test.each<readonly [name: string, note: string, lines: readonly string[]]>([
    [
      'has an entry at each mark like the one that follows the colon',
      'Laws are: -Cybercrime Act -law on data -2nd Act',
      ['Laws are:', '-Cybercrime Act', '-law on data', '-2nd Act'],
    ],
    [
      'may have spaces behind marks',
      'Laws are: – Cyber Act – Data Act',
      ['Laws are:', '– Cyber Act', '– Data Act'],
    ],
    [
      'has an entry at each bullet',
      'Bodies • Cyber Board • Data Board',
      ['Bodies', '• Cyber Board', '• Data Board'],
    ],
    [
      'has an entry at a hyphen and a capital',
      'Bodies -Cyber Board -CERT',
      ['Bodies', '-Cyber Board', '-CERT'],
    ],
    [
      'has marks that a line end parts from their entries',
      'Laws are: -\nCyber Act -\nData Act',
      ['Laws are:', '- Cyber Act', '- Data Act'],
    ],
    [
      'has an entry at a spaced mark among joined ones only where an instrument follows',
      'Laws are: -Cyber Act - Data Act of 2001',
      ['Laws are:', '-Cyber Act', '- Data Act of 2001'],
    ],
    ['keeps a spaced dash among joined marks', 'Teams are: -CERT - Port', ['Teams are:', '-CERT - Port']],
    [
      'keeps dashes of entries and of brackets',
      'Laws are: - Cyber Act – on crime - Data Act (Part 1 - Part 2)',
      ['Laws are:', '- Cyber Act – on crime', '- Data Act (Part 1 - Part 2)'],
    ],
    [
      'is parted at a page rule and the number above it',
      'None. 1 ----- Page 2----- More.',
      ['None.', '1', '----- Page 2-----', 'More.'],
    ],
  ])('%s', (_, note, lines) => {
    assert.deepEqual(breakSection('1.1.1', 'CRIMINAL LEGISLATION', note).slice(1), lines)
  })

  test.each([
    'The Board – a body of experts – reviews incidents.',
    'A sector-specific, well-known rule of 2014-2015.',
    'Laws are the Cyber Act (Articles 2 - 4) alone.',
    'More rules hold. More information is available at the Cyber Board.',
    'See Law 21.1.1 POLICY, version 1.1.1 of the tool, 1.2 million users, article 1.1 LEGAL.',
  ])('is not parted in %j', (note) => {
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
      .replace('1.3.1', 'A decree of 2 June holds. 2 It was renewed. 1.3.1')
    const lines = breakFlowedText(`${numbered} 3`).split('\n')
    assert.deepEqual(
      lines.filter((line) => /^\d+$/.test(line)),
      ['1', '2', '3'],
    )
    assert.ok(lines.some((line) => line.endsWith('A decree of 2 June holds.')))
  })
})
