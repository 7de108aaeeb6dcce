import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { TextRun } from '../../pipeline/extract/index.ts'
import { findWords, joinWords, normaliseText, withAccent } from '../../pipeline/layout/word.ts'
import { run, SIZE } from './point-page.ts'

const read = (...runs: TextRun[]): string => joinWords(findWords(runs))

/** Runs on one baseline, each a gap in em behind the one before. */
const inLine = (
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
  it('stand where the run puts them', () => {
    assert.deepEqual(
      findWords([run('ab  cde', 100, 500)]).map(({ text, x0, x1 }) => [text, x0, x1]),
      [
        ['ab', 100, 110],
        ['cde', 120, 135],
      ],
    )
  })

  it('come from left to right, in whatever order the file draws them', () => {
    const runs = inLine(['one', 0], ['two', 0.3], ['three', 0.3])
    assert.equal(read(...runs.toReversed()), 'one two three')
  })

  it('are put together where a run ends within a word', () => {
    assert.equal(read(...inLine(['cy', 0], ['ber', 0.05], ['law', 0])), 'cyberlaw')
  })

  it('are put together around a ligature, which is written out', () => {
    assert.equal(read(...inLine(['o', 0], ['ﬃ', 0.02], ['cially', 0.02])), 'officially')
  })

  it('stay apart where runs leave out the space between them', () => {
    assert.equal(read(...inLine(['harbour', 0], ['law', 0.2])), 'harbour law')
  })

  it('stay apart where a space ends one run or begins the next, however close they stand', () => {
    assert.equal(read(...inLine(['harbour ', 0], ['law', 0])), 'harbour law')
    assert.equal(read(...inLine(['harbour', 0], [' law', 0])), 'harbour law')
  })

  it('take up a small raised run that stands close', () => {
    assert.equal(read(...inLine(['12', 0], ['th', 0.02, { size: 6 }], ['May', 0.25])), '12th May')
  })

  it('are put together where runs lie over each other', () => {
    assert.equal(read(run('over', 100, 500), run('laid', 110, 500)), 'overlaid')
  })

  it('are not put together across a run that nobody sees', () => {
    assert.equal(read(...inLine(['harbour ', 0], ['\u200b', 0, { width: 0 }], ['law', 0])), 'harbour law')
  })

  it('are put together from one letter a run', () => {
    assert.equal(read(...inLine(...[...'BACKGROUND'].map((letter) => [letter, 0.01] as const))), 'BACKGROUND')
  })

  it('are in Unicode form NFC also where an accent is a run of its own', () => {
    assert.equal(read(...inLine(['cafe', 0], ['\u0301', -0.5, { width: 0 }])), 'caf\u00e9')
  })
})

describe('normalised text', () => {
  it('has letters for ligatures', () => {
    assert.equal(normaliseText('oﬃcial ﬁle, aﬀair, ﬂow, baﬄe, ﬆ'), 'official file, affair, flow, baffle, st')
  })

  it('is in Unicode form NFC', () => {
    assert.equal(normaliseText('e\u0301tat'), 'état')
  })

  it('has spaces for white space of any kind', () => {
    assert.equal(normaliseText('a\u00a0b\u2003c\td\u2028e'), 'a b c d e')
  })

  it('is without invisible characters, soft hyphens excepted', () => {
    assert.equal(normaliseText('cy\u200bber\u0007 cri\u00adme\u202e'), 'cyber cri\u00adme')
  })

  it('is not cut at a zero-width no-break space', () => {
    assert.equal(normaliseText('cyber\ufeffcrime'), 'cybercrime')
  })

  it('has no lone surrogate', () => {
    assert.equal(normaliseText('a\ud800b'), 'a\ufffdb')
  })

  it('is the same for a letter under marks without end, a joiner set behind every thirty', () => {
    const marks = '\u0316\u0301'
    const once = normaliseText(`e${marks.repeat(100_000)}`)
    assert.equal(once.replaceAll('\u034f', '').length, 2 * 100_000)
    assert.equal(normaliseText(once), once)
    assert.equal(normaliseText(`x${marks.repeat(14)}`), `x${marks.repeat(14)}`.normalize('NFC'))
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

describe('an accent set over the next letter', () => {
  it('is one character with it', () => {
    assert.equal(withAccent('Yaound´', 'e'), 'é')
    assert.equal(withAccent('Ni˜', 'nos'), 'ños')
    assert.equal(withAccent('Pol´', 'ıtica'), 'ítica')
    assert.equal(withAccent('C', 'ote'), null)
    assert.equal(withAccent('C´', '1'), null)
  })

  it('is known by its place over the letter', () => {
    assert.equal(joinWords(findWords([run('Cˆ', 100, 0), run('ote', 105, 0)])), 'Côte')
    assert.equal(joinWords(findWords([run('the ', 70, 0), run('´', 90, 0), run('etat', 90, 0)])), 'the état')
    assert.equal(joinWords(findWords([run('l´', 100, 0), run('etat', 110, 0)])), 'l´etat')
  })
})
