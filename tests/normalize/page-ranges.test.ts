import assert from 'node:assert/strict'
import { it } from 'vitest'
import { extractText } from '../../pipeline/extract/extract-text.ts'
import { layout } from '../../pipeline/layout/index.ts'
import { pageCount, pageList, pageRange, sharedPages } from '../../pipeline/normalize/page-ranges.ts'
import { parse } from '../../pipeline/parse/index.ts'
import { placedLines } from '../lines.ts'
import { MADE_UP_PROFILE } from '../parse/made-up-profile.ts'

const parseVolume = (text: string) => {
  const extracted = extractText(new TextEncoder().encode(text))
  return { extracted, volume: parse(layout(extracted.pages)) }
}

const profile = MADE_UP_PROFILE.join('\n')

it('the one profile of a file takes up all its pages', () => {
  const { extracted, volume } = parseVolume(`${profile}\fThe portal is open.`)
  const pages = pageCount(extracted, volume)
  assert.equal(pages, extracted.pages.length)
  assert.deepEqual(pageRange(volume.profiles[0], volume, pages), { first: 1, last: pages })
})

it('a text without page breaks has as many pages as page numbers count', () => {
  const { extracted, volume } = parseVolume('The portal is open.\n1\nIt stays open.\n2\nIt closes.')
  assert.equal(extracted.pages.length, 1)
  assert.equal(pageCount(extracted, volume), 3)
})

it('each profile of a volume takes up the pages on which it has lines', () => {
  const { extracted, volume } = parseVolume(['Preface', profile, profile].join('\f'))
  const ranges = volume.profiles.map((part) => pageRange(part, volume, pageCount(extracted, volume)))
  assert.deepEqual(ranges, [
    { first: 2, last: 2 },
    { first: 3, last: 3 },
  ])
})

it('profiles that share a page know the lines of the other on it', () => {
  const { extracted, volume } = parseVolume(`${profile}\n${profile}`)
  const [first, second] = volume.profiles
  assert.ok(second)
  const { pages, others } = sharedPages({ first: 1, last: 1 }, first, extracted, volume)
  assert.equal(pages.length, 1)
  assert.deepEqual(
    new Set(others.map(({ text }) => text)),
    new Set(
      [...second.title, ...second.background, ...second.closing]
        .map(({ text }) => text)
        .concat(MADE_UP_PROFILE),
    ),
  )
})

it('pages are listed as runs, in order, once', () => {
  const lines = placedLines('The portal is open.')
  const onPages = [7, 1, 2, 2, 3].flatMap((page) => lines.map((line) => ({ ...line, page })))
  assert.equal(pageList(onPages), '1–3, 7')
})
