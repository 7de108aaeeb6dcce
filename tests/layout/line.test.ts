import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it, test } from 'vitest'
import type { TextRun } from '../../pipeline/extract/index.ts'
import { findLines, type Line } from '../../pipeline/layout/line.ts'
import { startsWithListMark, withoutListMark } from '../../pipeline/layout/list-mark.ts'
import { normaliseText } from '../../pipeline/layout/word.ts'
import { pointPage, run, SIZE } from './point-page.ts'

const read = (...runs: TextRun[]): Line[] => findLines(pointPage(runs))

const texts = (...runs: TextRun[]): string[] => read(...runs).map(({ text }) => text)

/** Runs on one baseline, each a gap in em behind the one before. */
const placeInLine = (
  ...parts: readonly (readonly [text: string, gap?: number, changes?: Partial<TextRun>])[]
): TextRun[] => {
  let x = 72
  return parts.map(([text, gap = 0, changes = {}]) => {
    const placed = run(text, x + gap * SIZE, 500, changes)
    x = placed.x + placed.width
    return placed
  })
}

describe('the words of a line', () => {
  const ONE_LETTER_A_RUN = [...'BACKGROUND'].map((letter) => [letter, 0.01] as const)
  test.each([
    ['from left to right', placeInLine(['one'], ['two', 0.3]).toReversed(), 'one two'],
    ['joined where a run ends within a word', placeInLine(['cy'], ['ber', 0.05], ['law']), 'cyberlaw'],
    ['joined around a ligature', placeInLine(['o'], ['ﬃ', 0.02], ['cially', 0.02]), 'officially'],
    ['apart without a space between runs', placeInLine(['port'], ['law', 0.2]), 'port law'],
    ['apart where a space ends a run', placeInLine(['port '], ['law']), 'port law'],
    ['apart where a space begins a run', placeInLine(['port'], [' law']), 'port law'],
    [
      'joined with a small raised run',
      placeInLine(['12'], ['th', 0.02, { size: 6 }], ['May', 0.25]),
      '12th May',
    ],
    ['joined where runs overlap', [run('over', 100, 500), run('laid', 110, 500)], 'overlaid'],
    [
      'apart across an invisible run',
      placeInLine(['port '], ['\u200b', 0, { width: 0 }], ['law']),
      'port law',
    ],
    ['joined from one letter a run', placeInLine(...ONE_LETTER_A_RUN), 'BACKGROUND'],
    ['joined with a combining accent', placeInLine(['cafe'], ['\u0301', -0.5, { width: 0 }]), 'café'],
    ['joined with an accent over a letter', [run('Cˆ', 100, 0), run('ote', 105, 0)], 'Côte'],
    [
      'joined with an accent of its own',
      [run('the ', 70, 0), run('´', 90, 0), run('etat', 90, 0)],
      'the état',
    ],
    ['joined with an accent over a dotless letter', [run('Pol´', 100, 0), run('ıtica', 115, 0)], 'Política'],
    ['as printed where an accent stands before a letter', [run('l´', 100, 0), run('etat', 110, 0)], 'l´etat'],
  ])('are %s', (_, runs, expected) => {
    assert.deepEqual(texts(...runs), [expected])
  })

  it('are where the run puts them', () => {
    const [line] = read(run('ab  cde', 100, 500))
    assert.deepEqual(
      line?.words.map(({ text, x0, x1 }) => [text, x0, x1]),
      [
        ['ab', 100, 110],
        ['cde', 120, 135],
      ],
    )
  })
})

describe('normalised text', () => {
  test.each([
    ['oﬃcial ﬁle, aﬀair, ﬂow, baﬄe, ﬆ', 'official file, affair, flow, baffle, st'],
    ['e\u0301tat', 'état'],
    ['a\u00a0b\u2003c\td\u2028e', 'a b c d e'],
    ['cy\u200bber\u0007 cri\u00adme\u202e', 'cyber cri\u00adme'],
    ['cyber\ufeffcrime', 'cybercrime'],
    ['a\ud800b', 'a\ufffdb'],
  ])('of %j is %j', (text, expected) => {
    assert.equal(normaliseText(text), expected)
  })

  it('takes time by the number of marks on a letter, not by its square', () => {
    const once = normaliseText(`e${'\u0316\u0301'.repeat(100_000)}`)
    assert.equal(once.replaceAll('\u034f', '').length, 2 * 100_000)
  })

  it('is the same when it is normalised again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text)
        assert.equal(normaliseText(once), once)
      }),
    )
  })
})

describe('the lines of a page', () => {
  const TH = run('th', 82.5, 704, { size: 6 })
  test.each([
    ['from top to bottom', [run('below', 72, 686), run('above', 72, 700)], ['above', 'below']],
    ['one for one baseline', [run('left', 72, 700), run('right', 200, 700.6)], ['left right']],
    ['two at single spacing', [run('above', 72, 700), run('below', 72, 690)], ['above', 'below']],
    ['one with a superscript', [TH, run('12', 72, 700), run('May', 92, 700)], ['12th May']],
    [
      'one with a subscript',
      [run('H', 72, 700), run('2', 77, 698.5, { size: 6 }), run('O', 80, 700)],
      ['H2O'],
    ],
    ['parted by a superscript', [run('one', 72, 714), TH, run('12', 72, 700)], ['one', '12th']],
    ['missing without visible runs', [run('\u200b', 72, 700)], []],
  ])('are %s', (_, runs, expected) => {
    assert.deepEqual(texts(...runs), expected)
  })

  it('have the baseline of the larger letters, a box, and a distance from the line above in em', () => {
    const [line, next] = read(
      run('ab', 100, 500),
      run('cd', 130, 500),
      run('x', 110, 504, { size: 6 }),
      run('e', 100, 485),
    )
    const { x0, y0, x1, y1, baseline, size, leading } = line ?? assert.fail()
    assert.deepEqual([x0, y0, x1, y1, baseline, size, leading], [100, 497.5, 140, 507.5, 500, 10, Infinity])
    assert.equal(next?.leading, 1.5)
  })

  it('are bold where most of their letters are', () => {
    assert.equal(read(run('Heading', 72, 700, { bold: true }), run('of', 110, 700))[0]?.bold, true)
    assert.equal(read(run('A', 72, 700, { bold: true }), run('sentence', 80, 700))[0]?.bold, false)
  })
})

describe('a list mark', () => {
  const MARKS = ['-', '–', '—', '−', '‐', '•', '·', '▪', '●', '►', '✓', '*', '\uf0b7', '\uf0a7']
  test.each([...MARKS.flatMap((mark) => [mark, `${mark}  `]), 'o ', '- - ', '• -', '--'])(
    'may be %j',
    (mark) => {
      assert.equal(withoutListMark(`${mark}Port Act`), 'Port Act')
    },
  )

  test.each(['or a ferry', '--------', '--- Page', 'Port Act - second part'])('is missing in %j', (text) => {
    assert.ok(!startsWithListMark(text))
    assert.equal(withoutListMark(text), text)
  })
})
