import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { markdownText } from '../../pipeline/release/comparison-markdown.ts'
import { compareReleases, comparisonMarkdown, openRelease } from '../../pipeline/release/index.ts'
import { withFolder } from '../publish/read-back.ts'
import { changed, makeDataset, withoutColumns, writeRelease } from './written-release.ts'

describe('comparisonMarkdown', () => {
  it('says what changed, names the first and counts the rest', () =>
    withFolder(async (folder) => {
      const old = await makeDataset({ file: 'a.pdf', code: 'AZE' }, { file: 'b.pdf', code: 'NAM' })
      const now = changed(await makeDataset({ file: 'a.pdf', code: 'AZE' }), 'indicators', () => ({
        status: 'absent',
        note: 'Bells are | silent *now*.',
      }))
      const text = comparisonMarkdown(
        await compareReleases(
          await openRelease(
            await writeRelease(join(folder, 'old'), old, (_, table) => withoutColumns(table, 'stage')),
          ),
          await openRelease(await writeRelease(join(folder, 'new'), now)),
        ),
      )
      for (const expected of [
        /^# What changed\n/,
        /the new release is a major one/,
        /^Documents: 1 lost, 0 added\. Of 23 indicators that both have, 23 changed their status and 23 the words/m,
        /## Not compared: 1\n\n- `items\.stage`, which the old release lacks/,
        /## Documents lost: 1\n\n- Land of NAM, 2014-08-12 \(`nam-/,
        /## Statuses changed: 23\n/,
        /- Land of AZE 1\.1\.1 \(`aze-[^`]+`\): present \(stated\), now absent/,
        /- and 3 more\n/,
        /, now Bells are \\\| silent \\\*now\\\*/,
        /\| documents \| 2 \| 1 \|/,
      ]) {
        assert.match(text, expected)
      }
    }))
})

describe('markdownText', () => {
  it('holds a text in one line that shows no mark-up and moves no cursor', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = markdownText(text)
        assert.doesNotMatch(shown, /[\p{Cc}\p{Zl}\p{Zp}]/u)
        assert.doesNotMatch(shown.replace(/\\./gs, ''), /[`*_[\]<>|~#&]/)
      }),
    ))
})
