import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { showProgress, type Terminal } from '../../pipeline/cli/terminal.ts'
import { oneLine, visibleControls } from '../../pipeline/cli/terminal-text.ts'
import { at } from '../../pipeline/io/at.ts'

describe('a text for a terminal', () => {
  const OWN = '\r\u001b[KReading: 1 of 2\tend\n'
  it.each([
    ['control characters', 'a\u001b]0;title\u0007b\u009b2Jc\u007f\rd', 'a␛]0;title␇b\ufffd2Jc␡␍d'],
    ['marks of direction', 'a\r\u001b[Kb\u001b[8mc\u202ed\u200f', 'a␍␛[Kb␛[8mc\ufffdd\ufffd'],
    ['no line end, tabulator or clearing of its own', OWN, OWN],
  ])('shows in place of sending %s', (_, text, shown) => assert.equal(visibleControls(text), shown))

  it('holds no other escape, whatever it is made of', () => {
    const marks = fc.constantFrom('\u001b', '[', 'K', '2J', '\r', ']0;', '\u009b', 'm', '1')
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, fc.string())), (pieces) => {
        const rest = visibleControls(pieces.join('')).replace('\r\u001b[K', '')
        assert.doesNotMatch(rest, /[^\P{Cc}\t\n]/u)
      }),
    )
  })

  it('is one line where it must be, whatever it holds', () => {
    assert.equal(oneLine('a\nb\tc\u2028d\r'), 'a␊b␉c\ufffdd\r')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(visibleControls(oneLine(` ${text}`)), /[\p{Cc}\p{Zl}]|\p{Zp}/u)
      }),
    )
  })
})

describe('progress', () => {
  it.each([
    [
      'one line on a terminal, written at most ten times a second, to the last document',
      true,
      [1, 101, 201, 250],
    ],
    ['a plain line now and then elsewhere', false, [50, 100, 150, 200]],
    ['one plain line for one document', false, [1]],
  ] as const)('is %s', (_, live, counts) => {
    const total = at(counts, counts.length - 1)
    const expected = counts.map((done) => {
      const words = `Reading: ${done} of ${total}`
      return live ? `\r\u001b[K${words}${done === total ? '\n' : ''}` : `${words}\n`
    })
    const written: string[] = []
    let time = 0 // a millisecond a document
    const out = () => assert.fail('progress is no result')
    const terminal: Terminal = { out, err: (text) => void written.push(text), live, width: 80 }
    const progress = showProgress(terminal, 'Reading', () => time)
    for (time = 1; time <= total; time++) progress(time, total)
    assert.deepEqual(written, expected)
  })
})
