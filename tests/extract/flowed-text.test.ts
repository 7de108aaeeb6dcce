import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { breakFlowedText } from '../../pipeline/extract/flowed-text/index.ts'
import { parseProfile } from '../../pipeline/parse/index.ts'
import { SECTIONS } from '../../schemas/index.ts'
import { makeLayout } from '../lines.ts'
import { MADE_UP_PROFILE } from '../parse/made-up-profile.ts'

const oneLine = MADE_UP_PROFILE.join(' ')

const readNotes = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...parseProfile(makeLayout(text)).sections.values()].map(({ code, lines }) => [
      code,
      lines.map((line) => line.text).join(' '),
    ]),
  )

describe('a text that lost its lines', () => {
  const expected = readNotes(MADE_UP_PROFILE.join('\n'))
  const wrap = (width: number): string => oneLine.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n')

  for (const [name, text] of [
    ['in one line', oneLine],
    ...[40, 72, 100, 400].map((width) => [`wrapped at ${width} characters`, wrap(width)] as const),
    ['with the wide gaps of columns', MADE_UP_PROFILE.join('        ')],
  ] as const) {
    it(`${name} is read like the text with its lines`, () => {
      assert.equal(Object.keys(expected).length, 21)
      assert.deepEqual(readNotes(text), expected)
      assert.equal(breakFlowedText(text).replace(/\s/g, ''), oneLine.replace(/\s/g, ''))
    })
  }
})

describe('a text that has its lines', () => {
  it('is returned unchanged', () => {
    const lined = MADE_UP_PROFILE.join('\n')
    assert.equal(breakFlowedText(lined), lined)
  })

  it('without headings is returned unchanged, even with long lines', () => {
    const prose = `The team warns - and warns. ${'Again and again. '.repeat(60)}`
    assert.equal(breakFlowedText(prose), prose)
  })
})

/** The lines that become of one section's heading and note in a profile of one line. */
const breakSection = (
  code: string,
  note: string,
  name = SECTIONS.find((s) => s.code === code)?.printedNames[0],
) => {
  const start = MADE_UP_PROFILE.findIndex((line) => line.startsWith(`${code} `))
  const end = MADE_UP_PROFILE.findIndex((line, index) => index > start && /^\d/.test(line))
  const text = [...MADE_UP_PROFILE.slice(0, start), `${code} ${name} ${note}`, ...MADE_UP_PROFILE.slice(end)]
  const lines = breakFlowedText(text.join(' ')).split('\n')
  return lines.slice(
    lines.findIndex((line) => line.startsWith(code)),
    lines.findIndex((line) => line.startsWith(MADE_UP_PROFILE[end] ?? '')),
  )
}

describe('the title block', () => {
  it('has title, name, captions, background and figures on lines of their own', () => {
    const flowed = oneLine.replace(
      'REPUBLIC OF WISTREL BACKGROUND',
      'REPUBLIC OF WISTREL Flag of Wistrel http://flags.example/w.png BACKROUND',
    )
    assert.deepEqual(
      breakFlowedText(flowed)
        .split('\n')
        .slice(0, 6)
        .map((line) => line.trimEnd()),
      [
        'CYBERWELLNESS PROFILE',
        'REPUBLIC OF WISTREL',
        'Flag of Wistrel http://flags.example/w.png',
        'BACKROUND',
        'Total Population: 12 300',
        'Internet users, percentage of population: 45.6%',
      ],
    )
  })
})

describe('a heading inside a line', () => {
  for (const [name, code, printed, heading] of [
    ['ends where its name does, though capitals follow', '1.2.1', 'CIRT', '1.2.1 CIRT'],
    ['may have odd spaces and small letters', '1.1.1', 'Criminal  legislation', '1.1.1 Criminal legislation'],
    [
      'may have an unknown name in capitals',
      '1.3.1',
      'NATIONAL SECURITY POLICY',
      '1.3.1 NATIONAL SECURITY POLICY',
    ],
    ['includes a stop behind its name', '1.2.2', 'STANDARDS:', '1.2.2 STANDARDS:'],
  ] as const) {
    it(name, () => {
      assert.deepEqual(breakSection(code, 'The rules hold.', printed), [heading, 'The rules hold.'])
    })
  }

  it('is not the number of a law, a version or a sum', () => {
    const note = 'See Law 21.1.1 POLICY, version 1.1.1 of the tool, 1.2 million users, article 1.1 LEGAL.'
    assert.deepEqual(breakSection('1.3.1', note).slice(1), [note])
  })
})

describe('the entries of a list in one line', () => {
  const acts = ['Laws are:', '-Cybercrime Act', '-law on data', '-2nd Act']
  for (const [name, note, expected] of [
    ['begin at the mark that follows the colon', acts.join(' '), acts],
    [
      'may be set off by spaces',
      'Laws are: – Cyber Act – Data Act',
      ['Laws are:', '– Cyber Act', '– Data Act'],
    ],
    ['begin at bullets', 'Bodies • Cyber Board • Data Board', ['Bodies', '• Cyber Board', '• Data Board']],
    ['begin at hyphens before capitals', 'Bodies -Cyber Board -CERT', ['Bodies', '-Cyber Board', '-CERT']],
    [
      'may be separated from their mark by a line end',
      'Laws are: -\nCyber Act -\nData Act',
      ['Laws are:', '- Cyber Act', '- Data Act'],
    ],
    [
      'begin at a spaced mark among joined ones only where an instrument follows',
      'Laws are: -Cyber Act - Data Act of 2001',
      ['Laws are:', '-Cyber Act', '- Data Act of 2001'],
    ],
    ['keep a spaced dash among joined marks', 'Teams are: -CERT - Port', ['Teams are:', '-CERT - Port']],
    [
      'keep dashes inside them and inside brackets',
      'Laws are: - Cyber Act – on crime - Data Act (Part 1 - Part 2)',
      ['Laws are:', '- Cyber Act – on crime', '- Data Act (Part 1 - Part 2)'],
    ],
  ] as const) {
    it(name, () => assert.deepEqual(breakSection('1.1.1', note).slice(1), expected))
  }

  for (const prose of [
    'The Board – a body of experts – reviews incidents.',
    'A sector-specific, well-known rule of 2014-2015.',
    'Laws are the Cyber Act (Articles 2 - 4) alone.',
  ]) {
    it(`are not made of the dashes in: ${prose}`, () => {
      assert.deepEqual(breakSection('1.1.1', prose).slice(1), [prose])
    })
  }
})

describe('closing lines and page numbers', () => {
  it('get lines of their own', () => {
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

  it('leave a pointer to another source in its note', () => {
    const note = 'More rules hold. More information is available at the Cyber Board.'
    assert.deepEqual(breakSection('1.1.1', note).slice(1), [note])
  })

  it('include the page rule and the number above it', () => {
    assert.deepEqual(breakSection('1.1.1', 'None. 1 ----- Page 2----- More.').slice(1), [
      'None.',
      '1',
      '----- Page 2-----',
      'More.',
    ])
  })

  it('include numbers that count up to the last line, but no day of a month', () => {
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
