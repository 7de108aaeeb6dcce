import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { layout } from '../../pipeline/layout/index.ts'
import { pointPage, run } from './point-page.ts'

/** Lines of text from a height downwards; a run for each word where a line is to be `width` wide. */
const column = (texts: readonly string[], x: number, top: number, width?: number) =>
  texts.flatMap((text, index) => {
    const words = text.split(' ')
    const y = top - index * 12
    if (width === undefined || (index === texts.length - 1 && texts.length > 1)) return [run(text, x, y)]
    const letters = words.join('').length * 5
    const space = (width - letters) / (words.length - 1)
    let at = x
    return words.map((word) => {
      const placed = run(word, at, y)
      at += word.length * 5 + space
      return placed
    })
  })

const read = (runs: ReturnType<typeof column>): string[] =>
  layout([pointPage(runs)]).lines.map(({ text, cell }) => (cell ? `${cell.column} ${text}` : text))

const LEFT = ['- Office of tides and', 'of the lights on all', 'of the outer reefs', '- Board of pilots']
const RIGHT = ['- Guild of rope and', 'sail makers of the', 'three islands south', '- Museum']

const inOrder = [...LEFT.map((text) => `0 ${text}`), ...RIGHT.map((text) => `1 ${text}`)]

describe('columns with a narrow gutter', () => {
  it('are read one after the other where they are 0.65 em apart, set ragged', () => {
    const place = (texts: readonly string[], x: number) =>
      texts.flatMap((text, index) =>
        column(
          [text],
          x,
          700 - index * 12,
          text.replaceAll(' ', '').length * 5 + 2.5 * (text.split(' ').length - 1),
        ),
      )
    const left = place(LEFT, 72)
    const edge = Math.max(...left.map((word) => word.x + word.width)) + 6.5
    assert.deepEqual(read([...left, ...place(RIGHT, edge)]), inOrder)
  })

  it('are read one after the other, though their lines are justified', () => {
    assert.deepEqual(read([...column(LEFT, 72, 700, 105), ...column(RIGHT, 196, 700, 105)]), inOrder)
  })

  it('are read one after the other, though their lines are not level', () => {
    assert.deepEqual(read([...column(LEFT, 72, 700, 105), ...column(RIGHT, 196, 696, 105)]), inOrder)
  })

  it('end where a line runs across', () => {
    const below = 'All of these offices and guilds are open on each day of the week but one.'
    assert.deepEqual(
      read([...column(LEFT, 72, 700, 105), ...column(RIGHT, 196, 700, 105), run(below, 72, 648)]),
      [...inOrder, below],
    )
  })

  it('are not seen in justified lines', () => {
    const lines = [
      'The harbour of Wistrel opens at six and closes at nine',
      'and pilots board ships of more than forty metres',
      'while smaller boats find their way by the lights alone',
      'that stand on each of the seven reefs in the strait.',
    ]
    assert.deepEqual(read(column(lines, 72, 700, 400)), lines)
  })

  it('are not seen between list marks and their entries', () => {
    const marks = [700, 688, 676, 664].map((y) => run('•', 72, y))
    const entries = column(['Tides', 'Lights', 'Pilots', 'Ropes'], 84, 700)
    assert.deepEqual(read([...marks, ...entries]), ['• Tides', '• Lights', '• Pilots', '• Ropes'])
  })

  it('may be short where bullets open them', () => {
    assert.deepEqual(
      read([
        ...column(['• Office of tides and', 'lights'], 72, 700),
        ...column(['• Guild of pilots', '• Museum'], 196, 700),
      ]),
      ['0 • Office of tides and', '0 lights', '1 • Guild of pilots', '1 • Museum'],
    )
  })

  it('are found where the last of them has one entry, and the second goes on without a mark', () => {
    assert.deepEqual(
      read([
        ...column(['• Tide Act of 1999', '• Circular of the', 'Office of'], 72, 700),
        ...column(['Lights', '• Pilot Act of 2001', '• Quay Act of 2003'], 180, 700).map((placed) =>
          placed.text === 'Lights' ? { ...placed, x: 190 } : placed,
        ),
        ...column(['• Reef Act', '• Rope Act'], 290, 700),
      ]),
      [
        '0 • Tide Act of 1999',
        '0 • Circular of the',
        '0 Office of',
        '1 Lights',
        '1 • Pilot Act of 2001',
        '1 • Quay Act of 2003',
        '2 • Reef Act',
        '2 • Rope Act',
      ],
    )
  })

  it('are read one after the other where entries of unequal height are centred on each other', () => {
    assert.deepEqual(
      read([
        ...column(['• Act on tides and on', 'the lights of all of', 'the outer reefs'], 72, 700),
        ...column(['• Rope Act'], 220, 688),
        ...column(['• Pilot Act'], 72, 650),
        ...column(['• Act on the museums', 'of the harbour'], 220, 656),
      ]),
      [
        '0 • Act on tides and on',
        '0 the lights of all of',
        '0 the outer reefs',
        '0 • Pilot Act',
        '1 • Rope Act',
        '1 • Act on the museums',
        '1 of the harbour',
      ],
    )
  })
})
