import assert from 'node:assert/strict'
import { describe, it, test } from 'vitest'
import type { Page } from '../../pipeline/extract/index.ts'
import { layout } from '../../pipeline/layout/index.ts'
import { makeLayout } from '../lines.ts'
import { column, pointPage } from './point-page.ts'

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
  let y = TOP
  const runs = rows.flatMap((row) => {
    const [top, height] = [y, Math.max(...row.map((texts) => texts.length))]
    y -= height * PITCH + padding
    return row.flatMap((texts, index) => {
      const down = aligned === 'top' ? 0 : ((height - texts.length) / 2) * PITCH
      return column(texts, index === 0 ? LEFT : EDGE, top - down, PITCH)
    })
  })
  return pointPage(runs, number)
}

describe('headings with their text beside them', () => {
  const LEVEL = ROWS.map(([heading, text]): Row => [[heading.join(' ')], text.slice(1 - (text.length % 2))])

  test.each([
    ['at the top of rows', ROWS, 0, 'top'],
    ['at the top of rows that are apart', ROWS, 8, 'top'],
    ['in the middle of their rows', ROWS, 8, 'middle'],
    ['level with the middle line of their text', LEVEL, 8, 'middle'],
  ] as const)('are read row by row where they are %s', (_, rows, padding, aligned) => {
    assert.deepEqual(texts([tablePage(rows, padding, aligned)]), rows.flat(2))
  })

  it('may have their numbers in a column of its own', () => {
    const drawn = ROWS.flatMap(([heading, text]) => {
      const names = heading.map((line, index) =>
        index === 0 ? line.replace(' ', '    ') : `         ${line}`,
      )
      return Array.from({ length: Math.max(names.length, text.length) }, (_, index) =>
        `${(names[index] ?? '').padEnd(42)}${text[index] ?? ''}`.trimEnd(),
      )
    })
    assert.deepEqual(
      makeLayout(drawn.join('\n')).lines.map(({ text }) => text),
      READ,
    )
  })

  it('have text that continues on the next page', () => {
    const [heading, text] = ROWS[4] ?? assert.fail()
    const pages = [
      tablePage([...ROWS.slice(0, 4), [heading, text.slice(0, 1)]], 0, 'top'),
      tablePage([[[], text.slice(1)], ...ROWS.slice(5)], 0, 'top', 2),
    ]
    assert.deepEqual(texts(pages), READ)
  })

  it('end where a line runs across', () => {
    const across = [
      '_____________',
      `DISCLAIMER: Wistrel does not exist, and neither does ${'its harbour '.repeat(4)}`,
    ]
    const page = tablePage(ROWS, 0, 'top')
    const bottom = Math.min(...page.runs.map(({ y }) => y)) - PITCH
    const withMore = { ...page, runs: [...page.runs, ...column(across, LEFT, bottom)] }
    assert.deepEqual(texts([withMore]), [...READ, ...across.map((text) => text.trim())])
  })

  it('are missing where the text is below them', () => {
    const lines = ROWS.flatMap(([heading, text]) => [heading.join(' '), ...text])
    assert.deepEqual(texts([pointPage(column(lines, LEFT))]), lines)
  })
})
