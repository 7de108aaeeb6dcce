import assert from 'node:assert/strict'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { oneLine, visibleControls } from '../../pipeline/cli/visible-controls.ts'
import { run } from './run.ts'

const ESCAPE = '\u001b'
const OWN = new RegExp(
  `^\\r${ESCAPE}\\[K|(?:${ESCAPE}\\[(?:1|3\\d|9\\d)m)+[a-z_]+(?:${ESCAPE}\\[(?:22|39)m)+`,
  'g',
)

describe('a text for a terminal', () => {
  it('shows control characters and does not send them', () => {
    assert.equal(visibleControls('a\u001b]0;title\u0007b\u009b2Jc\u007f\rd'), 'a␛]0;title␇b\ufffd2Jc␡␍d')
  })

  it('shows what would write over the line, hide words or turn them round in the middle of a text', () => {
    assert.equal(
      visibleControls('a\r\u001b[Kb\u001b[8mc\u202ed\u2066e\u200f'),
      'a␍␛[Kb␛[8mc\ufffdd\ufffde\ufffd',
    )
  })

  it('keeps line ends, tabulators, a word in a colour and the line that is written over', () => {
    const own = '\r\u001b[KReading: 1 of 2\n\u001b[1m\u001b[31mred\u001b[39m\u001b[22m\tend\n'
    assert.equal(visibleControls(own), own)
  })

  it('holds no escape but those two, whatever it is made of', () => {
    const piece = fc.oneof(
      fc.constantFrom('\u001b', '[', 'K', '2J', '\r', ']0;', '\u009b', 'm', '1'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const rest = visibleControls(pieces.join('')).replace(OWN, '')
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

  it('is what a build says of files whose names command terminals', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'names-'))
    try {
      await writeFile(join(folder, 'a\u001b[2J\u001b]0;title\u0007.pdf'), 'junk')
      await writeFile(join(folder, 'b\nWrote 70 files\t\u2028.pdf'), 'junk')
      await writeFile(Buffer.from(`${folder}/c\xe9.pdf`, 'latin1'), 'junk')
      await copyFile(new URL('../../raw/specimen/nuvale.pdf', import.meta.url), join(folder, 'nuvale.pdf'))
      const { err } = await run('build', '--input', folder, '--out', join(folder, 'out'), '--no-cache')
      assert.match(err, /a␛\[2J␛\]0;title␇\.pdf/)
      assert.match(err, /^ {2}b␊Wrote 70 files␉\ufffd\.pdf: /m)
      assert.match(err, /^ {2}c\\xe9\.pdf: .*its name is not UTF-8/m)
      assert.ok(!err.includes('\u001b'))
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
