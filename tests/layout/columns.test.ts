import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it, test } from 'vitest'
import { type Layout, layout } from '../../pipeline/layout/index.ts'
import { makeLayout } from '../lines.ts'
import { ADVANCE, pointPage, run } from './point-page.ts'

const folder = new URL('../fixtures/layout/', import.meta.url)

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/, ''))

/** The lines in reading order; a column block is a list of its columns. */
const outline = ({ lines }: Layout): (string | string[][])[] => {
  const blocks = new Map<number, string[][]>()
  const read: (string | string[][])[] = []
  for (const { text, cell } of lines) {
    if (cell === null) {
      read.push(text)
      continue
    }
    const block = blocks.get(cell.block) ?? []
    if (!blocks.has(cell.block)) read.push(block)
    blocks.set(cell.block, block)
    block[cell.column] = [...(block[cell.column] ?? []), text]
  }
  return read
}

/** The same picture as a page in points: a run for each stretch of words, as a word processor writes it. */
const inPoints = (text: string): Layout =>
  layout([
    pointPage(
      text
        .split('\n')
        .flatMap((line, row) =>
          [...line.matchAll(/\S+(?: \S+)*/g)].map((words) =>
            run(words[0], 72 + words.index * ADVANCE, 700 - row * 12),
          ),
        ),
    ),
  ])

describe('columns', () => {
  test.each(names)('are read as a person reads them in %s, as text and in points', (name) => {
    const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'))
    assert.deepEqual(outline(makeLayout(text)), expected)
    assert.deepEqual(outline(inPoints(text)), expected)
  })

  it('continue over a page break, entry by entry or with the rest of one entry', () => {
    const first = [run('- Port Act on the', 72, 60), run('- Board of', 300, 60)]
    const second = [run('safety of networks', 72, 700), run('pilots', 300, 700)]
    const third = [run('- Data Act', 72, 686)]
    const after = run('1.2 TECHNICAL MEASURES', 72, 640)
    assert.deepEqual(outline(layout([pointPage(first), pointPage([...second, ...third, after], 2)])), [
      [
        ['- Port Act on the', 'safety of networks', '- Data Act'],
        ['- Board of', 'pilots'],
      ],
      '1.2 TECHNICAL MEASURES',
    ])
  })

  it('open at a mark in a line with only a space before it, if a column begins right below', () => {
    const left = ['- Port Act of the Old Reef', '- Data Act'].map((text, row) =>
      run(text, 72, 700 - 13 * row),
    )
    const edge = 72 + 27 * ADVANCE
    const right = ['- Board of', '- Guild'].map((text, row) => run(text, edge, 700 - 13 * row))
    assert.deepEqual(outline(layout([pointPage([...left, ...right])])), [
      [left.map(({ text }) => text), right.map(({ text }) => text)],
    ])
  })

  it('may be three, of which the last begins beside the middle of an entry', () => {
    const columns = [
      ['• Port Act on', 'all of the piers', 'of the islands', '• Data Act'],
      ['• Board of', 'the pilots of', 'the reefs', '• Guild'],
    ].map((texts, column) => texts.map((text, row) => run(text, 72 + 150 * column, 700 - 13 * row)))
    const late = ['• Museum of', 'old ropes'].map((text, row) => run(text, 372, 674 - 13 * row))
    assert.deepEqual(outline(layout([pointPage([...columns.flat(), ...late])])), [
      [...columns, late].map((column) => column.map(({ text }) => text)),
    ])
  })

  it('keep the bullets of the right column, though dashes are at its indent', () => {
    const left = ['Port Act', 'Data Act', 'Pier Act'].map((text, row) => ({ text, y: 700 - 26 * row }))
    const right = [
      { text: 'Board of pilots', y: 700 },
      { text: '– branch of the reefs', y: 687 },
      { text: 'Guild', y: 674 },
      { text: 'Museum', y: 648 },
    ]
    const bullets = [...left, ...right.filter(({ text }) => !text.startsWith('–'))].map(({ y }, index) =>
      run('•', index < left.length ? 72 : 258, y),
    )
    const words = [
      ...left.map(({ text, y }) => run(text, 90, y)),
      ...right.map(({ text, y }) => run(text, 276, y)),
    ]
    assert.deepEqual(outline(layout([pointPage([...bullets, ...words])])), [
      [
        ['• Port Act', '• Data Act', '• Pier Act'],
        ['• Board of pilots', '– branch of the reefs', '• Guild', '• Museum'],
      ],
    ])
  })

  it('of a whole page are read one after the other where headings open both', () => {
    const left = [
      '1.1 LEGAL MEASURES',
      '1.1.1 CRIMINAL LEGISLATION',
      'There is a port act.',
      '1.1.2 REGULATION',
    ]
    const right = ['of the ports.', '1.2 TECHNICAL MEASURES', '1.2.1 CIRT', 'There is a team.']
    const page = pointPage([
      run('Cybersecurity of all the ports and piers of the three islands of Wistrel, in one page', 72, 720),
      ...left.map((text, row) => run(text, 72, 700 - 13 * row)),
      ...right.map((text, row) => run(text, 330, 700 - 13 * row)),
    ])
    assert.deepEqual(outline(layout([page])).slice(1), [...left, ...right])
  })

  it('are not seen where a line with a tab in it runs on at the margin', () => {
    const full = 'Pilots board all ships of more than forty metres at the outer reef of Wistrel.'
    const tabbed = [
      run('- Museum', 72, 688),
      run('- a house of sails and ropes that is open on all', 222, 688),
    ]
    const page = pointPage([run(full, 72, 700), ...tabbed, run('weekdays but one.', 72, 676)])
    assert.deepEqual(
      layout([page]).lines.map(({ text }) => text),
      [full, '- Museum - a house of sails and ropes that is open on all', 'weekdays but one.'],
    )
  })

  it('end above a bold heading in capitals, though it has no number', () => {
    const bold = { bold: true }
    const page = pointPage([
      ...[run('• Reef Act', 72, 700), run('• Lamp Act', 300, 700)],
      ...[run('• Tide Act', 72, 688), run('• Rope Act', 300, 688)],
      run('STANDARDS', 72, 676, bold),
      run('The tower keeps a book.', 72, 664),
    ])
    assert.deepEqual(outline(layout([page])), [
      [
        ['• Reef Act', '• Tide Act'],
        ['• Lamp Act', '• Rope Act'],
      ],
      'STANDARDS',
      'The tower keeps a book.',
    ])
  })

  it('go on where an entry fills its column up to the mark of the next', () => {
    const page = pointPage([
      ...[run('• Reef Act', 72, 700), run('• Lamp Act', 300, 700)],
      ...[
        run('• Circular 42 of the Office that looks after', 72, 688, { width: 224 }),
        run('• Rope Act', 300, 688),
      ],
      run('the harbour', 72, 676),
      ...[run('• Tide Act', 72, 664), run('• Pilot Act', 300, 664)],
    ])
    assert.deepEqual(outline(layout([page])), [
      [
        ['• Reef Act', '• Circular 42 of the Office that looks after', 'the harbour', '• Tide Act'],
        ['• Lamp Act', '• Rope Act', '• Pilot Act'],
      ],
    ])
  })

  it('are missing where a bold heading in small letters has its text in its line', () => {
    const page = pointPage([
      ...[
        run('1.3.1 Policy', 72, 700, { bold: true }),
        run('– Wistrel has a policy of its own. However the', 152, 700),
      ],
      run('tower keeps to no rule.', 72, 688),
    ])
    assert.deepEqual(outline(layout([page])), [
      '1.3.1 Policy – Wistrel has a policy of its own. However the',
      'tower keeps to no rule.',
    ])
  })
})

const read = (runs: readonly ReturnType<typeof run>[]): string[] =>
  layout([pointPage(runs)]).lines.map(({ text, cell }) => (cell ? `${cell.column} ${text}` : text))

const LEFT = ['Total Population: 31 400', '(data source: Wistrel Office', 'of Counting, 2012)']
const RIGHT = ['Internet users, percentage', 'of population: 41.5%', '(data source: ITU, 2013)']

const lines = (texts: readonly string[], x: number) =>
  texts.map((text, index) => run(text, x, 700 - index * 14, { size: index === 2 ? 8 : 10 }))

describe('background figures in two columns', () => {
  it('are read one after the other, though only a space separates them', () => {
    assert.deepEqual(read([...lines(LEFT, 72), ...lines(RIGHT, 217), run('1. CYBERSECURITY', 72, 630)]), [
      ...LEFT.map((text) => `0 ${text}`),
      ...RIGHT.map((text) => `1 ${text}`),
      '1. CYBERSECURITY',
    ])
  })

  it('end above the name of a chapter, however it is spelt', () => {
    const figures = [...lines(LEFT, 72), ...lines(RIGHT, 217)]
    assert.deepEqual(
      read([...figures, run('1. Cybersecurity', 72, 658, { bold: true })]).at(-1),
      '1. Cybersecurity',
    )
  })

  it('are not seen where they run on as one paragraph', () => {
    const texts = [
      'Total Population: 31 400 (data source: Office) Internet users, percentage',
      'of population: 41.5% (data source: ITU Statistics of the year, 2013)',
    ]
    assert.deepEqual(read(texts.map((text, index) => run(text, 72, 700 - index * 14))), texts)
  })
})

describe('background figures in rows, labels on the left', () => {
  it('are read label by label, each with its value', () => {
    const rows = [
      [run('Total Population:', 72, 700), run('31 400 (data source: Wistrel', 260, 700)],
      [run('Office of Counting, 2012)', 260, 688)],
      [run('Internet users, percentage of', 72, 670), run('41.5% (data source: ITU,', 260, 670)],
      [run('population:', 72, 658), run('2013)', 260, 658)],
      [run('1. CYBERSECURITY', 72, 640)],
    ]
    assert.deepEqual(read(rows.flat()), [
      '0 Total Population:',
      '1 31 400 (data source: Wistrel',
      '1 Office of Counting, 2012)',
      '0 Internet users, percentage of',
      '0 population:',
      '1 41.5% (data source: ITU,',
      '1 2013)',
      '1. CYBERSECURITY',
    ])
  })
})
