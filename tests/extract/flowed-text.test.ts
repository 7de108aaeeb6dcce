import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { inlineHeadings } from '../../pipeline/extract/flowed-text/headings.ts'
import {
  breakClosingLines,
  breakFlowedText,
  breakTitleBlock,
} from '../../pipeline/extract/flowed-text/index.ts'
import {
  breakListEntries,
  breakPageNumbers,
  breakPageRules,
} from '../../pipeline/extract/flowed-text/lists-and-pages.ts'
import { parseProfile } from '../../pipeline/parse/index.ts'
import { layoutOf } from '../lines.ts'
import { MADE_UP_PROFILE } from '../parse/made-up-profile.ts'

const oneLine = MADE_UP_PROFILE.join(' ')

const wrapped = (text: string, width: number): string =>
  text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n')

const notesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...parseProfile(layoutOf(text)).sections.values()].map(({ code, lines }) => [
      code,
      lines.map((line) => line.text).join(' '),
    ]),
  )

describe('a text that lost its lines', () => {
  const expected = notesOf(MADE_UP_PROFILE.join('\n'))

  it('of one line reads as the lined text does', () => {
    assert.equal(Object.keys(expected).length, 21)
    assert.deepEqual(notesOf(oneLine), expected)
  })

  it('wrapped at any width reads as the lined text does', () => {
    for (const width of [40, 72, 100, 400])
      assert.deepEqual(notesOf(wrapped(oneLine, width)), expected, `${width}`)
  })

  it('with the wide gaps of columns kept reads as the lined text does', () => {
    assert.deepEqual(notesOf(MADE_UP_PROFILE.join('        ')), expected)
  })

  it('keeps every visible character', () => {
    assert.equal(breakFlowedText(oneLine).replace(/\s/g, ''), oneLine.replace(/\s/g, ''))
  })
})

describe('a text that has its lines', () => {
  it('is left as it is', () => {
    const lined = MADE_UP_PROFILE.join('\n')
    assert.equal(breakFlowedText(lined), lined)
  })

  it('without headings is left as it is, however long its lines', () => {
    const prose = `The bell rings - and rings. ${'On and on. '.repeat(60)}`
    assert.equal(breakFlowedText(prose), prose)
  })
})

const FIGURES = 'Total Population: 1 359 000 Internet users, percentage of population: 8%'

it('title, name and background figures get lines of their own', () => {
  assert.deepEqual(breakTitleBlock(`CYBERWELLNESS PROFILE ISLE OF BELLS BACKGROUND ${FIGURES}`).split('\n'), [
    'CYBERWELLNESS PROFILE',
    'ISLE OF BELLS',
    'BACKGROUND',
    'Total Population: 1 359 000',
    'Internet users, percentage of population: 8%',
  ])
})

it('captions and addresses of the flag are parted from the name', () => {
  const caption = 'A flag with bells'
  assert.deepEqual(
    breakTitleBlock(
      `CYBERWELLNESS PROFILE ISLE OF BELLS ${caption} http://bells.example/a.png BACKROUND ${FIGURES}`,
    )
      .split('\n')
      .slice(0, 4),
    ['CYBERWELLNESS PROFILE', 'ISLE OF BELLS', `${caption} http://bells.example/a.png`, 'BACKROUND'],
  )
})

const found = (text: string): string[] => inlineHeadings(text).map(({ start, end }) => text.slice(start, end))

describe('a heading within a line', () => {
  it('ends where its name does, though capitals follow', () => {
    assert.deepEqual(found('None. 1.2.1 CIRT BELL-CERT works. 1.2.2 STANDARDS A rule holds.'), [
      '1.2.1 CIRT',
      '1.2.2 STANDARDS',
    ])
  })

  it('may have small letters, odd spaces, and a number on the line above', () => {
    assert.deepEqual(found('1. 1 .1 Criminal  legislation None. 1.1.2\nREGULATION AND\nCOMPLIANCE None.'), [
      '1. 1 .1 Criminal  legislation',
      '1.1.2\nREGULATION AND\nCOMPLIANCE',
    ])
  })

  it('may have a name that no entry of the catalogue has, in capitals and in order', () => {
    assert.deepEqual(found('1.2.3 CERTIFICATION None. 1.3.1 NATIONAL BELL POLICY There is one.'), [
      '1.2.3 CERTIFICATION',
      '1.3.1 NATIONAL BELL POLICY',
    ])
    assert.deepEqual(found('1.4.1 STANDARDISATION DEVELOPMENT See 1.3.1 NATO papers.'), [
      '1.4.1 STANDARDISATION DEVELOPMENT',
    ])
  })

  it('takes a stop behind its name along', () => {
    assert.deepEqual(found('1.2.1 CIRT. A team works. 1.2.2 STANDARDS: A rule holds.'), [
      '1.2.1 CIRT.',
      '1.2.2 STANDARDS:',
    ])
  })

  it('is no number of a law, a version or a sum', () => {
    assert.deepEqual(
      found('Law 21.1.1 POLICY, version 1.1.1 of the tool, 1.2 million users, article 1.1 LEGAL'),
      [],
    )
  })
})

const lines = (note: string): string[] => breakListEntries(note).split('\n')

describe('the entries of a list in one line', () => {
  it('begin at the mark that follows the colon', () => {
    assert.deepEqual(lines('Laws are: -Bell Act -law on ropes -2nd Act'), [
      'Laws are:',
      '-Bell Act',
      '-law on ropes',
      '-2nd Act',
    ])
    assert.deepEqual(lines('Laws are: - Bell Act - Rope Act'), ['Laws are:', '- Bell Act', '- Rope Act'])
    assert.deepEqual(lines('Laws are: – Bell Act – Rope Act'), ['Laws are:', '– Bell Act', '– Rope Act'])
  })

  it('begin at bullets, and at a hyphen before a capital, without a colon too', () => {
    assert.deepEqual(lines('Bodies • Bell Board • Rope Board'), ['Bodies', '• Bell Board', '• Rope Board'])
    assert.deepEqual(lines('Bodies -Bell Board -Rope Board'), ['Bodies', '-Bell Board', '-Rope Board'])
  })

  it('begin at a mark that the end of a line parts from its entry', () => {
    assert.deepEqual(lines('Laws are: -\nBell Act -\nRope Act'), ['Laws are:', '- Bell Act', '- Rope Act'])
  })

  it('begin at a spaced mark among glued ones only where an instrument follows', () => {
    assert.deepEqual(lines('Laws are: -Bell Act - Rope Act of 2001'), [
      'Laws are:',
      '-Bell Act',
      '- Rope Act of 2001',
    ])
    assert.deepEqual(lines('Teams are: -Bell Team - Harbour'), ['Teams are:', '-Bell Team - Harbour'])
  })
})

describe('dashes of prose', () => {
  for (const prose of [
    'The Board – a body of founders – keeps the bells.',
    'The Board - a body of founders - keeps the bells.',
    'A sector-specific, well-known rule of 2014-2015.',
    'Laws are the Bell Act (Articles 2 - 4) alone.',
  ]) {
    it(`stay in: ${prose}`, () => assert.equal(breakListEntries(prose), prose))
  }

  it('stay within an entry and within brackets', () => {
    assert.deepEqual(lines('Laws are: - Bell Act – on bells - Rope Act (Part 1 - Part 2)'), [
      'Laws are:',
      '- Bell Act – on bells',
      '- Rope Act (Part 1 - Part 2)',
    ])
  })
})

it('each closing line gets a line of its own, and its date ends it', () => {
  const text = `None. ${'-'.repeat(20)} DISCLAIMER: see there More information is available on ITU website Last updated on 12th\nAugust 2014 3`
  assert.deepEqual(breakClosingLines(text).split('\n'), [
    'None.',
    '-'.repeat(20),
    'DISCLAIMER: see there',
    'More information is available on ITU website',
    'Last updated on 12th August 2014',
    '3',
  ])
})

it('a pointer to another source within a note stays', () => {
  const text = 'More rules hold. More information is available at the Bell Board.'
  assert.equal(breakClosingLines(text), text)
})

it('a page rule and the number before it get lines of their own', () => {
  assert.deepEqual(breakPageRules('None. 1 ----- Page 2----- More.').split('\n'), [
    'None.',
    '1',
    '----- Page 2-----',
    'More.',
  ])
})

describe('page numbers', () => {
  it('are found at line ends, between sentences and alone within one, if the last line is one', () => {
    const text = 'It rings 1\nCIRT\nIt rings. 2 It rings 3 again.\nLast updated on 3rd May 2014\n4'
    assert.deepEqual(
      breakPageNumbers(text, 0).split('\n'),
      [
        'It rings',
        '1',
        '',
        'CIRT',
        'It rings.',
        '2',
        'It rings',
        '3',
        'again.',
        'Last updated on 3rd May 2014',
        '4',
      ].filter((line) => line !== ''),
    )
  })

  it('are none where the text does not end in one', () => {
    const text = 'Policy Thrust 1 “Bells” holds 1\nCIRT\nNone.'
    assert.equal(breakPageNumbers(text, 0), text)
  })

  it('are no days of a month, and nothing before the body', () => {
    const text = 'Total: 1 359 000\nDecree of 1 June.\n2'
    assert.equal(breakPageNumbers(text, 17), text)
  })
})
