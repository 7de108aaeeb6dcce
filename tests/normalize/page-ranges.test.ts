import assert from 'node:assert/strict'
import { it } from 'vitest'
import { extractText } from '../../pipeline/extract/extract-text.ts'
import { layout } from '../../pipeline/layout/index.ts'
import { pageCount, sharedPages } from '../../pipeline/normalize/page-ranges.ts'
import { listLines, parse } from '../../pipeline/parse/index.ts'
import { MADE_UP_PROFILE } from '../parse/made-up-profile.ts'

const parseVolume = (text: string) => {
  const extracted = extractText(new TextEncoder().encode(text))
  return { extracted, volume: parse(layout(extracted.pages)) }
}

it('a text without page breaks has as many pages as page numbers count', () => {
  const { extracted, volume } = parseVolume('The portal is open.\n1\nIt stays open.\n2\nIt closes.')
  assert.deepEqual([extracted.pages.length, pageCount(extracted, volume)], [1, 3])
})

it('profiles that share a page know the lines of the other on it', () => {
  const profile = MADE_UP_PROFILE.join('\n')
  const { extracted, volume } = parseVolume(`${profile}\n${profile}`)
  const [first, second] = volume.profiles
  assert.ok(second)
  const { pages, others } = sharedPages({ first: 1, last: 1 }, first, extracted, volume)
  assert.equal(pages.length, 1)
  assert.deepEqual(new Set(others), new Set(listLines(second)))
})
