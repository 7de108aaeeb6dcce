import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { showProgress, type Terminal } from '../../pipeline/cli/terminal.ts'
import { oneLine, visibleControls } from '../../pipeline/cli/terminal-text.ts'

describe('a text for a terminal', () => {
  it('shows control characters and marks of direction, and does not send them', () => {
    assert.equal(visibleControls('a\u001b]0;title\u0007b\u009b2Jc\u007f\rd'), 'a␛]0;title␇b\ufffd2Jc␡␍d')
    assert.equal(visibleControls('a\r\u001b[Kb\u001b[8mc\u202ed\u200f'), 'a␍␛[Kb␛[8mc\ufffdd\ufffd')
  })

  it('keeps line ends, tabulators and the line that is written over', () => {
    const own = '\r\u001b[KReading: 1 of 2\tend\n'
    assert.equal(visibleControls(own), own)
  })

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
  /** Shows progress by a clock that advances one millisecond per document. */
  const show = (live: boolean, total: number): string[] => {
    const written: string[] = []
    let time = 0
    const terminal: Terminal = {
      out: () => assert.fail('progress is no result'),
      err: (text) => void written.push(text),
      live,
      width: 80,
    }
    const progress = showProgress(terminal, 'Reading', () => time)
    for (let done = 1; done <= total; done++) {
      time++
      progress(done, total)
    }
    return written
  }

  it('is one line on a terminal, written at most ten times a second, and ends with the last document', () => {
    assert.deepEqual(show(true, 250), [
      ...[1, 101, 201].map((done) => `\r\u001b[KReading: ${done} of 250`),
      '\r\u001b[KReading: 250 of 250\n',
    ])
  })

  it('is a plain line now and then elsewhere', () => {
    assert.deepEqual(
      show(false, 200),
      [50, 100, 150, 200].map((done) => `Reading: ${done} of 200\n`),
    )
    assert.deepEqual(show(false, 1), ['Reading: 1 of 1\n'])
  })
})
