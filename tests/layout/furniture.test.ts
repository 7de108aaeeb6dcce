import assert from 'node:assert/strict'
import { describe, it, test } from 'vitest'
import type { Page, TextRun } from '../../pipeline/extract/index.ts'
import { layout } from '../../pipeline/layout/index.ts'
import { readCases } from '../case-file.ts'
import { makeLayout } from '../lines.ts'
import { column, linedPage, pointPage, pointPages, run } from './point-page.ts'

/** The furniture of pages; what a person should look at is marked. */
const readFurniture = (pages: readonly Page[]): string[] => {
  const { lines, furniture } = layout(pages)
  const runs = pages.flatMap((page) => page.runs)
  assert.equal(lines.length + furniture.length, runs.length, 'a line is lost, or joined with another')
  return furniture.map(({ text, doubtful }) => `${text}${doubtful ? ' (doubtful)' : ''}`)
}

const BODY = ['Harbours are open.', 'Ferries run each day.', 'Nobody swims.']
const LONG = [...BODY, ...BODY, ...BODY]
const AGAIN = LONG.map((text) => text.replace(/\.$/, ' again.'))

/** A page of text with more runs. */
const withRuns = (page: Page, ...runs: readonly TextRun[]): Page => ({
  ...page,
  runs: [...page.runs, ...runs],
})

/** Three pages with a line at the foot of each. */
const footed = (print: (page: number) => string, y = 30): Page[] =>
  [1, 2, 3].map((page) => withRuns(linedPage(BODY, page), run(print(page), 290, y)))

const TITLE = ['CYBERWELLNESS PROFILE', 'WISTREL', 'BACKGROUND']
const [HEAD, FOOT] = ['Harbour Office: incident report', 'Pier 4, Wistrel, port@example.org']
const SHORT_NOTES = [700, 670, 656, 626, 612, 582]
const PORTS = Array.from({ length: 40 }, (_, index) => `Harbour ${index} is open to all ships.`)
const WIDE = `The list of all harbours ${'and piers '.repeat(7)}`.trim()
const WATERMARK = run('CONFIDENTIAL', 60, 380, { size: 60 })

/** A first page with a line below its text, and a second page. */
const withLast = (last: string): Page[] => [
  withRuns(linedPage(BODY, 1, 760), run(last, 72, 40)),
  linedPage(['The dock is deep.'], 2, 760),
]

const found: readonly (readonly [name: string, pages: readonly Page[], furniture: readonly string[]])[] = [
  ['page numbers', footed(String), ['1', '2', '3']],
  ['page numbers between dashes', footed((page) => `- ${page} -`), ['- 1 -', '- 2 -', '- 3 -']],
  ['page numbers with the word', footed((page) => `Page ${page}`), ['Page 1', 'Page 2', 'Page 3']],
  ['page numbers with their count', footed((page) => `${page} of 3`), ['1 of 3', '2 of 3', '3 of 3']],
  ['page numbers that begin elsewhere', footed((page) => `${page + 40}`), ['41', '42', '43']],
  ['the page number of a document of one page', footed(String).slice(0, 1), ['1']],
  [
    'page numbers near short notes with wide space between',
    [1, 2].map((page) =>
      pointPage(
        [...SHORT_NOTES.map((y) => run(`Harbour ${y * page}.`, 72, y)), run(`${page}`, 290, 548)],
        page,
      ),
    ),
    ['1', '2'],
  ],
  [
    'lines below the page number',
    pointPages([...linedPage(LONG).runs, run('1', 290, 60), run('Printed by the press', 72, 26)]),
    ['1', 'Printed by the press'],
  ],
  [
    'a running head in the words of the title, above the title too',
    [TITLE, BODY, BODY].map((texts, index) =>
      withRuns(linedPage(texts, index + 1), run('CYBERWELLNESS PROFILE', 250, 810)),
    ),
    ['CYBERWELLNESS PROFILE', 'CYBERWELLNESS PROFILE', 'CYBERWELLNESS PROFILE'],
  ],
  [
    'what is repeated at the head of the pages, whatever number is in it',
    footed((page) => `Profiles, part ${page}`, 810),
    ['Profiles, part 1', 'Profiles, part 2', 'Profiles, part 3'],
  ],
  [
    'a head that all pages but the first have, and a foot that the first page alone has',
    [
      withRuns(linedPage(LONG, 1, 760), run(FOOT, 72, 34)),
      withRuns(linedPage(AGAIN, 2, 760), run(HEAD, 72, 806)),
    ],
    [`${FOOT} (doubtful)`, `${HEAD} (doubtful)`],
  ],
  [
    'large type over which the lines run, on the other pages too',
    pointPages([WATERMARK, ...column(BODY, 72, 420, 14)], [WATERMARK]),
    ['CONFIDENTIAL (doubtful)', 'CONFIDENTIAL (doubtful)'],
  ],
  [
    'small type in the margin, though one line of the body reaches below it',
    pointPages([
      ...[...column(PORTS, 72, 760, 14), run(WIDE, 72, 120)],
      ...[run('see the log', 480, 605, { size: 7 }), run('of the port', 480, 597, { size: 7 })],
    ]),
    ['see the log (doubtful)', 'of the port (doubtful)'],
  ],
  [
    'the number of each line',
    pointPages([...column(PORTS.slice(0, 5), 72), ...column(['9', '10', '11', '12', '13'], 40)]),
    ['9', '10', '11', '12', '13'].map((number) => `${number} (doubtful)`),
  ],
  [
    'what the page does not reach',
    pointPages([
      ...[run('Seen', 72, 400), run('half in', -10, 380), run('left', -300, 400)],
      ...[run('right', 600, 400), run('above', 72, 900), run('below', 72, -20)],
    ]),
    ['left', 'right', 'above', 'below'],
  ],
  ['no numbers that do not count with the pages', footed((page) => `${(page * 7) % 5}`, 200), []],
  ['no numbers as close as lines', [1, 2].map((page) => linedPage([...BODY, `${page}`], page)), []],
  ['no lines that end in a number', footed((page) => `Adopted in article ${page}`, 200), []],
  ['no lines repeated in the middle', [1, 2, 3].map((page) => linedPage(['None.', ...BODY], page)), []],
  [
    'no title in other words',
    [withRuns(linedPage(BODY), run('PROFILE OF A PORT', 200, 810)), linedPage(BODY, 2)],
    [],
  ],
  ['no last line of a sentence', withLast('and of its ports.'), []],
  ['no heading at the foot', withLast('1.3 ORGANIZATION MEASURES'), []],
  ['no list entry at the foot', withLast('- Port Act'), []],
  ['no closing block at the foot', withLast('DISCLAIMER: see the port'), []],
]

describe('the furniture of a document', () => {
  test.each(found)('holds %s', (_, pages, furniture) => {
    assert.deepEqual(readFurniture(pages), furniture)
  })

  it('holds turned text with its place, and leaves the line that it crosses whole', () => {
    const lines = column(['The port has a team for', 'computer incidents.'], 72, 400, 14)
    const page = pointPage([...lines, run('DRAFT', 100, 395, { angle: 90 })])
    assert.deepEqual(readFurniture([page]), ['DRAFT'])
    const [{ page: number, x0, y0, x1, y1 } = assert.fail()] = layout([page]).furniture
    assert.deepEqual([number, ...[x0, y0, x1, y1].map(Math.round)], [1, 93, 395, 103, 420])
  })

  test.each(readCases(import.meta.url, 'of text'))(
    'of text holds %s, which part its pages',
    (_, text, furniture, pages) => {
      const read = makeLayout(text)
      assert.equal(read.furniture.map((line) => line.text).join('; '), furniture)
      assert.equal(read.lines.map(({ page }) => page).join(' '), pages)
    },
  )
})
