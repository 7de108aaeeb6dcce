import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { Page } from '../../pipeline/extract/index.ts'
import { layout } from '../../pipeline/layout/index.ts'
import { makeLayout } from '../lines.ts'
import { pointPage, run } from './point-page.ts'

const [LEFT, EDGE, TOP, PITCH] = [72, 260, 700, 12]

/** A row of a table: the lines of its heading, and of the text beside it. */
type Row = readonly [heading: readonly string[], text: readonly string[]]

const ROWS: readonly Row[] = [
  [['1.1 LEGAL MEASURES'], []],
  [['1.1.1 CRIMINAL LEGISLATION'], ['Laws of the harbour:', '- Tide Act', '- Act on Lamps and', 'Beacons']],
  [['1.1.2 REGULATION'], ['The Port Office has made rules that', 'all pilots of Wistrel keep.']],
  [['1.2 TECHNICAL MEASURES'], []],
  [['1.2.1 CIRT'], ['Wistrel has no team. One is to be', 'founded when the tower has been', 'built.']],
  [
    ['1.4.3 PROFESSIONAL', 'CERTIFICATION'],
    ['Keepers of Wistrel pass no', 'examination.', 'Two have asked for one.'],
  ],
  [['1.5.4 COOPERATION'], ['None.']],
]

const READ = ROWS.flatMap(([heading, text]) => [...heading, ...text])

const texts = (pages: readonly Page[]): string[] => layout(pages).lines.map(({ text }) => text)

/** A table as a page: `padding` points between rows, headings at the top of their rows or in the middle. */
const tablePage = (rows: readonly Row[], padding: number, aligned: 'top' | 'middle', number = 1): Page => {
  const runs = []
  let y = TOP
  for (const [heading, text] of rows) {
    const height = Math.max(heading.length, text.length)
    const down = (lines: readonly string[]): number =>
      aligned === 'top' ? 0 : ((height - lines.length) / 2) * PITCH
    for (const [index, line] of heading.entries())
      runs.push(run(line, LEFT, y - down(heading) - index * PITCH))
    for (const [index, line] of text.entries()) runs.push(run(line, EDGE, y - down(text) - index * PITCH))
    y -= height * PITCH + padding
  }
  return pointPage(runs, number)
}

describe('headings with their text beside them', () => {
  it('are read row by row where both begin at one height', () => {
    assert.deepEqual(texts([tablePage(ROWS, 0, 'top')]), READ)
    assert.deepEqual(texts([tablePage(ROWS, 8, 'top')]), READ)
  })

  it('are read row by row where they lie in the middle of their rows', () => {
    assert.deepEqual(texts([tablePage(ROWS, 8, 'middle')]), READ)
  })

  it('may have their numbers in a column of its own', () => {
    const rows = ROWS.map(([heading, text]): Row => {
      const [, number = '', name = ''] = /^(\S+) (.*)$/.exec(heading[0] ?? '') ?? []
      return [[`${number}    ${name}`, ...heading.slice(1).map((line) => `         ${line}`)], text]
    })
    const drawn = rows.flatMap(([heading, text]) => {
      const height = Math.max(heading.length, text.length)
      return Array.from({ length: height }, (_, index) =>
        `${(heading[index] ?? '').padEnd(42)}${text[index] ?? ''}`.trimEnd(),
      )
    })
    assert.deepEqual(
      makeLayout(drawn.join('\n')).lines.map(({ text }) => text),
      READ,
    )
  })

  it('have text that continues on the next page', () => {
    const [before, split, after] = [ROWS.slice(0, 4), ROWS[4] ?? [[], []], ROWS.slice(5)]
    const pages = [
      tablePage([...before, [split[0], split[1].slice(0, 1)]], 0, 'top'),
      tablePage([[[], split[1].slice(1)], ...after], 0, 'top', 2),
    ]
    assert.deepEqual(texts(pages), READ)
  })

  it('end where a line runs across', () => {
    const across = 'DISCLAIMER: Wistrel does not exist, and neither does its harbour nor the tower.'
    const page = tablePage(ROWS, 0, 'top')
    const bottom = Math.min(...page.runs.map(({ y }) => y))
    const withMore = {
      ...page,
      runs: [...page.runs, run('_____________', LEFT, bottom - PITCH), run(across, LEFT, bottom - 2 * PITCH)],
    }
    assert.deepEqual(texts([withMore]), [...READ, '_____________', across])
  })

  it('are missing where the text is below them', () => {
    const lines = ROWS.flatMap(([heading, text]) => [heading.join(' '), ...text])
    const runs = lines.map((line, index) => run(line, LEFT, TOP - index * PITCH))
    assert.deepEqual(texts([pointPage(runs)]), lines)
  })

  it('lose no word, wherever the words are', () => {
    const word = fc.constantFrom(
      '1.1.1 CRIMINAL LEGISLATION',
      '1.2.1 CIRT',
      '1.1 LEGAL MEASURES',
      'COMPLIANCE',
      '- Act',
      'one of',
      'x',
    )
    const place = fc.record({
      text: word,
      x: fc.constantFrom(LEFT, LEFT + 30, EDGE - 8, EDGE, EDGE + 60),
      y: fc.integer({ min: 200, max: TOP }),
    })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), (places) => {
        const page = pointPage(places.map(({ text, x, y }) => run(text, x, y)))
        const { lines, furniture } = layout([page])
        const findWords = (some: readonly string[]): string[] =>
          some.flatMap((text) => text.split(' ')).sort()
        const read = [...lines, ...furniture].flatMap(({ words }) => words.map(({ text }) => text))
        assert.deepEqual(read.sort(), findWords(places.map(({ text }) => text)))
      }),
    )
  })
})
