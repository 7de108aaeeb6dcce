import assert from 'node:assert/strict'
import { describe, it, test } from 'vitest'
import type { TextRun } from '../../pipeline/extract/index.ts'
import {
  findLines,
  findSegments,
  type Line,
  largest,
  makeLine,
  smallest,
} from '../../pipeline/layout/line.ts'
import { pointPage, run } from './point-page.ts'

const read = (...runs: TextRun[]): Line[] => findLines(pointPage(runs))

const texts = (...runs: TextRun[]): string[] => read(...runs).map(({ text }) => text)

describe('the lines of a page', () => {
  it('come from top to bottom, in whatever order the file draws them', () => {
    assert.deepEqual(texts(run('third', 72, 672), run('first', 72, 700), run('second', 72, 686)), [
      'first',
      'second',
      'third',
    ])
  })

  it('hold what stands on one baseline, up to a fraction of a point', () => {
    assert.deepEqual(texts(run('left', 72, 700), run('right', 200, 700.6)), ['left right'])
  })

  it('stay apart at single spacing', () => {
    assert.deepEqual(texts(run('above', 72, 700), run('below', 72, 690)), ['above', 'below'])
  })

  it('take up a superscript, and keep the baseline of the larger letters', () => {
    const [line, ...rest] = read(run('th', 82.5, 704, { size: 6 }), run('12', 72, 700), run('May', 92, 700))
    assert.deepEqual(rest, [])
    assert.equal(line?.text, '12th May')
    assert.equal(line?.baseline, 700)
    assert.equal(line?.size, 10)
  })

  it('take up a subscript', () => {
    assert.deepEqual(texts(run('H', 72, 700), run('2', 77, 698.5, { size: 6 }), run('O', 80, 700)), ['H2O'])
  })

  it('give a superscript between two lines to the one that it touches', () => {
    const below = run('th', 82, 690, { size: 6 })
    assert.deepEqual(texts(run('line above', 72, 700), run('12', 72, 686), below), ['line above', '12th'])
  })

  it('are bounded by their words, from below the baseline to the height of capitals', () => {
    const [line] = read(run('ab', 100, 500), run('cd', 130, 500))
    assert.ok(line)
    const { x0, y0, x1, y1, page, unit } = line
    assert.deepEqual([x0, y0, x1, y1], [100, 497.5, 140, 507.5])
    assert.deepEqual([page, unit], [1, 'point'])
  })

  it('say how far they stand below the line above, in em', () => {
    assert.deepEqual(
      read(run('one', 72, 700), run('two', 72, 685)).map(({ leading }) => leading),
      [Number.POSITIVE_INFINITY, 1.5],
    )
  })

  it('are bold where most of their letters are', () => {
    const bold = { bold: true }
    assert.equal(read(run('Heading', 72, 700, bold), run('of', 110, 700))[0]?.bold, true)
    assert.equal(read(run('A', 72, 700, bold), run('sentence', 80, 700))[0]?.bold, false)
  })

  it('are none on a page without runs, or with none that is seen', () => {
    assert.deepEqual(read(), [])
    assert.deepEqual(read(run('\u200b', 72, 700)), [])
  })
})

describe('the segments of a line', () => {
  const segmentTexts = (...runs: TextRun[]): string[] =>
    read(...runs).flatMap((line) =>
      findSegments(line).map((segment) => segment.words.map(({ text }) => text).join(' ')),
    )

  it('are one where words stand a word space apart', () => {
    assert.deepEqual(segmentTexts(run('one two three', 72, 700)), ['one two three'])
  })

  it('part at wide gaps', () => {
    assert.deepEqual(segmentTexts(run('one two', 72, 700), run('three', 200, 700)), ['one two', 'three'])
  })

  it('keep a list mark with its entry, which may be set off further', () => {
    assert.deepEqual(segmentTexts(run('-', 72, 700), run('Port Act', 95, 700)), ['- Port Act'])
  })

  it('say where they begin and end', () => {
    const [line] = read(run('ab', 100, 700), run('cd', 200, 700))
    assert.ok(line)
    assert.deepEqual(
      findSegments(line).map(({ x0, x1 }) => [x0, x1]),
      [
        [100, 110],
        [200, 210],
      ],
    )
  })

  it('make a line of their own that keeps its place on the page', () => {
    const [line] = read(run('ab', 100, 700), run('cd', 200, 700))
    assert.ok(line)
    const part = makeLine(findSegments(line)[1]?.words ?? [], line)
    assert.deepEqual([part.text, part.x0, part.x1, part.baseline], ['cd', 200, 210, 700])
  })
})

test('a line may hold more words than fit on the stack', () => {
  const values = Array.from({ length: 500_000 }, (_, index) => index)
  assert.equal(largest(values), 499_999)
  assert.equal(smallest(values), 0)
})

test('of none there is no extreme', () => {
  assert.equal(largest([]), Number.NEGATIVE_INFINITY)
  assert.equal(smallest([]), Number.POSITIVE_INFINITY)
})
