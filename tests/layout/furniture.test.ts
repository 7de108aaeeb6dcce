import assert from 'node:assert/strict'
import { describe, it, test } from 'vitest'
import type { Page } from '../../pipeline/extract/index.ts'
import { partFurniture } from '../../pipeline/layout/furniture.ts'
import { layout } from '../../pipeline/layout/index.ts'
import { findLines } from '../../pipeline/layout/line.ts'
import { makeLayout } from '../lines.ts'
import { linedPage, pointPage, run } from './point-page.ts'

const sort = (pages: readonly Page[]): { body: string[]; furniture: string[] } => {
  const { body, furniture } = partFurniture(pages, pages.map(findLines))
  return { body: body.map(({ text }) => text), furniture: furniture.map(({ text }) => text) }
}

const body = ['Harbours are open.', 'Ferries run each day.', 'Nobody swims.']

/** A page of text with a line at the foot. */
const footed = (number: number, foot: string, y = 30): Page => {
  const page = linedPage(body, number)
  return { ...page, runs: [...page.runs, run(foot, 290, y)] }
}

const texts = ({ lines, furniture }: ReturnType<typeof makeLayout>) => ({
  body: lines.map(({ text }) => text),
  furniture: furniture.map(({ text }) => text),
})

describe('the furniture of a page', () => {
  test.each([
    ['bare', (page: number) => `${page}`],
    ['between dashes', (page: number) => `- ${page} -`],
    ['with the word', (page: number) => `Page ${page}`],
    ['with the number of pages', (page: number) => `${page} of 3`],
    ['that begin elsewhere', (page: number) => `${page + 40}`],
  ] as const)('holds page numbers %s', (_, print) => {
    assert.deepEqual(sort([1, 2, 3].map((page) => footed(page, print(page)))), {
      body: [...body, ...body, ...body],
      furniture: [1, 2, 3].map(print),
    })
  })

  it('holds page numbers that are near short notes with wide space between', () => {
    const page = (number: number): Page =>
      pointPage(
        [700, 670, 656, 626, 612, 582]
          .map((y, line) => run(`Harbour ${'east'.repeat(line + 1)}.`, 72, y))
          .concat(run(String(number), 290, 548)),
        number,
      )
    assert.deepEqual(sort([page(1), page(2)]).furniture, ['1', '2'])
  })

  it('holds the page number of a document of one page', () => {
    assert.deepEqual(sort([footed(1, '1')]).furniture, ['1'])
  })

  it('holds a running head in the words of the title, above the title too', () => {
    const headed = (number: number, texts: readonly string[]): Page => {
      const page = linedPage(texts, number)
      return { ...page, runs: [run('CYBERWELLNESS PROFILE', 250, 810), ...page.runs] }
    }
    const title = ['CYBERWELLNESS PROFILE', 'WISTREL', 'BACKGROUND']
    const { body: rest, furniture } = sort([headed(1, title), headed(2, body), headed(3, body)])
    assert.deepEqual(rest, [...title, ...body, ...body])
    assert.equal(furniture.length, 3)
  })

  test.each([
    [
      'numbers that do not count with the pages',
      [footed(1, '7', 200), footed(2, '30', 200), footed(3, '12', 200)],
    ],
    ['numbers as close as lines', [1, 2].map((page) => linedPage([...body, String(page)], page))],
    ['lines that end in a number', [1, 2].map((page) => footed(page, `Adopted in article ${page}`, 200))],
    ['lines repeated in the middle', [1, 2, 3].map((page) => linedPage(['None.', ...body], page))],
    [
      'a title in other words',
      [pointPage([run('PROFILE OF A PORT', 200, 810), ...linedPage(body).runs]), linedPage(body, 2)],
    ],
  ])('holds no %s', (_, pages) => {
    assert.deepEqual(sort(pages).furniture, [])
  })

  it('holds what is repeated at the head of the pages, whatever number is in it', () => {
    const pages = [1, 2, 3].map((page) => {
      const text = linedPage(body, page)
      return { ...text, runs: [run(`Profiles, part ${page}`, 72, 810), ...text.runs] }
    })
    assert.deepEqual(
      sort(pages).furniture,
      [1, 2, 3].map((page) => `Profiles, part ${page}`),
    )
  })

  it('holds a head that all pages but the first have, and a foot that the first page alone has', () => {
    const [head, foot] = ['Harbour Office: incident report', 'Pier 4, Wistrel, port@example.org']
    const full = [...body, ...body, ...body]
    const rest = full.map((text) => text.replace(/\.$/, ' again.'))
    const first = linedPage(full, 1, 760)
    const second = linedPage(rest, 2, 760)
    const pages = [
      { ...first, runs: [...first.runs, run(foot, 72, 34)] },
      { ...second, runs: [...second.runs, run(head, 72, 806)] },
    ]
    assert.deepEqual(sort(pages), { body: [...full, ...rest], furniture: [foot, head] })
  })

  it('holds small type at the head of the first page', () => {
    const head = run('Draft of the Harbour Office', 72, 812, { size: 7 })
    const first = linedPage(body, 1, 760)
    const pages = [{ ...first, runs: [...first.runs, head] }, linedPage(['The dock is deep.'], 2, 760)]
    assert.deepEqual(sort(pages).furniture, [head.text])
  })

  it('holds no last lines of a sentence, heading or closing block, wherever they are', () => {
    const pages = (last: string): Page[] => {
      const first = linedPage(body, 1, 760)
      return [
        { ...first, runs: [...first.runs, run(last, 72, 40)] },
        linedPage(['The dock is deep.'], 2, 760),
      ]
    }
    for (const last of [
      'and of its ports.',
      '1.3 ORGANIZATION MEASURES',
      '- Port Act',
      'DISCLAIMER: see the port',
    ]) {
      assert.deepEqual(sort(pages(last)).furniture, [], last)
    }
  })

  it('holds the lines below the page number', () => {
    const foot = [run('1', 290, 60), run('Printed by the harbour press', 72, 26)]
    const pages = [pointPage([...linedPage([...body, ...body, ...body]).runs, ...foot])]
    assert.deepEqual(sort(pages).furniture, ['1', 'Printed by the harbour press'])
  })
})

describe('the furniture of a text file', () => {
  it('holds the numbers that count its pages', () => {
    assert.deepEqual(texts(makeLayout('one\n1\ntwo\n\n2\n\nthree\n3\n')), {
      body: ['one', 'two', 'three'],
      furniture: ['1', '2', '3'],
    })
  })

  it('moves the lines after each number to the next page if nothing else separates the pages', () => {
    const { lines } = makeLayout('one\n1\ntwo\n2\nthree')
    assert.deepEqual(
      lines.map(({ page }) => page),
      [1, 2, 3],
    )
  })

  it('holds no number out of turn', () => {
    assert.deepEqual(texts(makeLayout('one\n7\ntwo\n2\nthree\n1\nfour')), {
      body: ['one', '7', 'two', '2', 'three', 'four'],
      furniture: ['1'],
    })
  })

  it('holds the rules between its pages', () => {
    const text = '----- Page 1-----\none\n  ---------- Page 2----------\ntwo'
    assert.deepEqual(texts(makeLayout(text)), {
      body: ['one', 'two'],
      furniture: ['----- Page 1-----', '---------- Page 2----------'],
    })
  })
})

describe('text outside of the lines of a page', () => {
  it('is set aside with its place where it is turned, and leaves the line that it crosses whole', () => {
    const { lines, furniture } = layout([
      pointPage([
        run('The port has a team for', 72, 400),
        run('computer incidents.', 72, 386),
        run('DRAFT', 100, 395, { angle: 90 }),
      ]),
    ])
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['The port has a team for', 'computer incidents.'],
    )
    assert.deepEqual(
      furniture.map(({ text, page, x0, y0, x1, y1 }) => [text, page, ...[x0, y0, x1, y1].map(Math.round)]),
      [['DRAFT', 1, 93, 395, 103, 420]],
    )
  })

  it('is set aside where the page does not reach', () => {
    const { lines, furniture } = layout([
      pointPage([
        run('Seen', 72, 400),
        run('left', -300, 400),
        run('right', 600, 400),
        run('above', 72, 900),
        run('below', 72, -20),
        run('half in', -10, 380),
      ]),
    ])
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['Seen', 'half in'],
    )
    assert.deepEqual(
      furniture.map(({ text }) => text),
      ['left', 'right', 'above', 'below'],
    )
  })

  const setAside = (pages: readonly Page[]): string[] =>
    layout(pages).furniture.map(({ text, doubtful }) => `${text}${doubtful ? ' (doubtful)' : ''}`)

  it('is large type over which the lines run, on the other pages too', () => {
    const watermark = run('CONFIDENTIAL', 60, 380, { size: 60 })
    const lines = linedPage(body, 1, 420)
    const pages = [{ ...lines, runs: [watermark, ...lines.runs] }, pointPage([watermark], 2)]
    assert.deepEqual(setAside(pages), ['CONFIDENTIAL (doubtful)', 'CONFIDENTIAL (doubtful)'])
  })

  it('is small type in the margin, though one line of the body reaches below it', () => {
    const lines = Array.from({ length: 40 }, (_, index) =>
      run(`Harbour ${index} is open to all ships.`, 72, 760 - 14 * index),
    )
    const wide = run(`The list of all harbours ${'and piers '.repeat(7)}`, 72, 120)
    const notes = [run('see the log', 480, 600, { size: 7 }), run('of the port', 480, 590, { size: 7 })]
    assert.deepEqual(setAside([pointPage([...lines, wide, ...notes])]), [
      'see the log (doubtful)',
      'of the port (doubtful)',
    ])
  })

  it('is the number of each line', () => {
    const lines = Array.from({ length: 8 }, (_, index) =>
      run(`Harbour ${index} is open.`, 72, 700 - 14 * index),
    )
    const numbers = lines.map(({ y }, index) => run(String(index + 9), 40, y))
    assert.deepEqual(
      setAside([pointPage([...lines, ...numbers])]),
      numbers.map(({ text }) => `${text} (doubtful)`),
    )
  })
})
