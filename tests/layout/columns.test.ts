import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'vitest'
import type { TextRun } from '../../pipeline/extract/index.ts'
import { type Layout, layout } from '../../pipeline/layout/index.ts'
import { makeLayout } from '../lines.ts'
import { ADVANCE, column, inColumns, pointPage, pointPages, readCells, run } from './point-page.ts'

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

/** Runs under each other, a word each; all lines but the last are `width` wide, or all have narrow spaces. */
const justified = (texts: readonly string[], x: number, top: number, width?: number): TextRun[] =>
  texts.flatMap((text, index) => {
    const words = text.split(' ')
    const room = width && (width - words.join('').length * ADVANCE) / (words.length - 1)
    let at = x
    return words.map((word) => {
      const placed = run(word, at, top - index * 12)
      at += placed.width + (index < texts.length - 1 ? (room ?? ADVANCE / 2) : ADVANCE / 2)
      return placed
    })
  })

const TIDES = ['- Office of tides and', 'of the lights on all', 'of the outer reefs', '- Board of pilots']
const ROPES = ['- Guild of rope and', 'sail makers of the', 'three islands south', '- Museum']
const ACROSS = 'All of these offices and guilds are open on each day of the week but one.'

const PAGE_LEFT = [
  ['1.1 LEGAL MEASURES', '1.1.1 CRIMINAL LEGISLATION', 'There is a port act.', '1.1.2 REGULATION'],
  ['of the ports.', '1.2 TECHNICAL MEASURES', '1.2.1 CIRT', 'There is a team.'],
] as const

const FIGURES = [
  ['Total Population: 31 400', '(data source: Wistrel Office', 'of Counting, 2012)'],
  ['Internet users, percentage', 'of population: 41.5%', '(data source: ITU, 2013)'],
] as const
const figures = [...column(FIGURES[0], 72), ...column(FIGURES[1], 217)]

const PROSE = [
  'The harbour of Wistrel opens at six and closes at nine',
  'and pilots board ships of more than forty metres',
  'while smaller boats find their way by the lights alone',
  'that stand on each of the seven reefs in the strait.',
]
const BOLD = { bold: true }

describe('columns', () => {
  test.each(names)('are read as a person reads them in %s, as text and in points', (name) => {
    const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    const expected: unknown = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'))
    assert.deepEqual(outline(makeLayout(text)), expected)
    assert.deepEqual(outline(inPoints(text)), expected)
  })

  test('end above an entry of a text file that is justified across them', () => {
    const text = [
      '-  Reef Act                      -  Lamp Act',
      '-  Electronic Signature Act      -  Data Act',
      '-  Order  on  the  security  of  networks  under  the  act  on  ports  of',
      'the year before.',
    ]
    const columns = [
      ['- Reef Act', '- Electronic Signature Act'],
      ['- Lamp Act', '- Data Act'],
    ]
    const order = '- Order on the security of networks under the act on ports of'
    assert.deepEqual(outline(makeLayout(text.join('\n'))), [columns, order, 'the year before.'])
  })

  const cases: readonly (readonly [name: string, runs: readonly TextRun[], expected: readonly string[]])[] = [
    [
      'keep the bullets of the right column, though dashes are at its indent',
      [
        ...[
          ...column(['•', '•', '•'], 72, 700, 26),
          ...column(['Port Act', 'Data Act', 'Pier Act'], 90, 700, 26),
        ],
        ...[...column(['•', '•', '•'], 258, 700, 26), run('– branch of the reefs', 276, 687)],
        ...column(['Board of pilots', 'Guild', 'Museum'], 276, 700, 26),
      ],
      inColumns(
        ['• Port Act', '• Data Act', '• Pier Act'],
        ['• Board of pilots', '– branch of the reefs', '• Guild', '• Museum'],
      ),
    ],
    [
      'of a whole page are read one after the other where headings open both',
      [run(ACROSS, 72, 720), ...column(PAGE_LEFT[0], 72), ...column(PAGE_LEFT[1], 330)],
      [ACROSS, ...PAGE_LEFT.flat()],
    ],
    [
      'end above a bold heading in capitals, though it has no number',
      [
        ...column(['• Reef Act', '• Tide Act'], 72),
        ...column(['• Lamp Act', '• Rope Act'], 300),
        run('STANDARDS', 72, 676, BOLD),
        run('The tower keeps a book.', 72, 664),
      ],
      [
        ...inColumns(['• Reef Act', '• Tide Act'], ['• Lamp Act', '• Rope Act']),
        'STANDARDS',
        'The tower keeps a book.',
      ],
    ],
    [
      'go on where an entry fills its column up to the mark of the next',
      [
        ...column(['• Reef Act', 'the harbour', '• Tide Act'], 72, 700, 24).map((placed, index) =>
          index === 2 ? { ...placed, y: 664 } : placed,
        ),
        run('• Circular 42 of the Office that looks after', 72, 688, { width: 224 }),
        ...[...column(['• Lamp Act', '• Rope Act'], 300), run('• Pilot Act', 300, 664)],
      ],
      inColumns(
        ['• Reef Act', '• Circular 42 of the Office that looks after', 'the harbour', '• Tide Act'],
        ['• Lamp Act', '• Rope Act', '• Pilot Act'],
      ),
    ],
    [
      'are missing where a bold heading in small letters has its text in its line',
      [
        run('1.3.1 Policy', 72, 700, BOLD),
        run('– Wistrel has a policy of its own. However the', 152, 700),
        run('tower keeps to no rule.', 72, 688),
      ],
      ['1.3.1 Policy – Wistrel has a policy of its own. However the', 'tower keeps to no rule.'],
    ],
    [
      'may be 0.65 em apart, set ragged',
      [...justified(TIDES, 72, 700), ...justified(ROPES, 173.5, 700)],
      inColumns(TIDES, ROPES),
    ],
    [
      'may have lines that are not level',
      [...justified(TIDES, 72, 700, 105), ...justified(ROPES, 196, 696, 105)],
      inColumns(TIDES, ROPES),
    ],
    [
      'end where a line runs across',
      [...justified(TIDES, 72, 700, 105), ...justified(ROPES, 196, 700, 105), run(ACROSS, 72, 648)],
      [...inColumns(TIDES, ROPES), ACROSS],
    ],
    ['are not seen in justified lines', justified(PROSE, 72, 700, 400), PROSE],
    [
      'are not seen between list marks and their entries',
      [...column(['•', '•', '•', '•'], 72), ...column(['Tides', 'Lights', 'Pilots', 'Ropes'], 84)],
      ['• Tides', '• Lights', '• Pilots', '• Ropes'],
    ],
    [
      'may be short where bullets open them',
      [...column(['• Office of tides and', 'lights'], 72), ...column(['• Guild of pilots', '• Museum'], 196)],
      inColumns(['• Office of tides and', 'lights'], ['• Guild of pilots', '• Museum']),
    ],
    [
      'are found where the last of them has one entry, and the second goes on without a mark',
      [
        ...column(['• Tide Act of 1999', '• Circular of the', 'Office of'], 72),
        ...[run('Lights', 190, 700), ...column(['• Pilot Act of 2001', '• Quay Act of 2003'], 180, 688)],
        ...column(['• Reef Act', '• Rope Act'], 290),
      ],
      inColumns(
        ['• Tide Act of 1999', '• Circular of the', 'Office of'],
        ['Lights', '• Pilot Act of 2001', '• Quay Act of 2003'],
        ['• Reef Act', '• Rope Act'],
      ),
    ],
    [
      'may have entries of unequal height that are centred on each other',
      [
        ...column(['• Act on tides and on', 'the lights of all of', 'the outer reefs'], 72),
        ...[run('• Rope Act', 220, 688), run('• Pilot Act', 72, 650)],
        ...column(['• Act on the museums', 'of the harbour'], 220, 656),
      ],
      inColumns(
        ['• Act on tides and on', 'the lights of all of', 'the outer reefs', '• Pilot Act'],
        ['• Rope Act', '• Act on the museums', 'of the harbour'],
      ),
    ],
    [
      'of background figures end above the name of a chapter, however it is spelt',
      [...figures, run('1. Cybersecurity', 72, 664, BOLD)],
      [...inColumns(...FIGURES), '1. Cybersecurity'],
    ],
    [
      'of background figures may be labels on the left, each read with its value',
      [
        ...[run('Total Population:', 72, 700), run('31 400 (data source: A)', 260, 700)],
        ...[run('Internet users:', 72, 685), run('41.5%', 260, 685)],
      ],
      [
        ...inColumns(['Total Population:'], ['31 400 (data source: A)']),
        ...inColumns(['Internet users:'], ['41.5%']),
      ],
    ],
  ]
  test.each(cases)('%s', (_, runs, expected) => {
    assert.deepEqual(readCells([pointPage(runs)]), expected)
  })

  test('continue over a page break, entry by entry or with the rest of one entry', () => {
    const foot = [run('- Port Act on the', 72, 60), run('- Board of', 300, 60)]
    const head = [...column(['safety of networks', '- Data Act'], 72), run('pilots', 300, 700)]
    assert.deepEqual(readCells(pointPages(foot, [...head, run('1.2 TECHNICAL MEASURES', 72, 640)])), [
      ...inColumns(['- Port Act on the', 'safety of networks', '- Data Act'], ['- Board of', 'pilots']),
      '1.2 TECHNICAL MEASURES',
    ])
  })
})
