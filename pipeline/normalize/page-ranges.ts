import type { ExtractedDocument, Page } from '../extract/index.ts'
import type { Line } from '../layout/index.ts'
import { listLines, type Profile, type Volume } from '../parse/index.ts'

/** The pages that a profile takes up in its file. */
export interface PageRange {
  readonly first: number
  readonly last: number
}

/** All lines of a profile, page furniture included. */
const listAllLines = (profile: Profile): readonly Line[] => [...listLines(profile), ...profile.furniture]

const sortPages = (lines: readonly Line[]): number[] =>
  lines.map((line) => line.page).sort((left, right) => left - right)

/** The number of pages of a file; a text without page breaks counts them by the page numbers printed in it. */
export const pageCount = (extracted: ExtractedDocument, volume: Volume): number =>
  [...volume.profiles.flatMap(listAllLines), ...volume.outside].reduce(
    (last, line) => Math.max(last, line.page),
    extracted.pages.length,
  )

/** The pages of a profile: of the whole file where it is the only one. */
export const pageRange = (profile: Profile, volume: Volume, pages: number): PageRange => {
  if (volume.profiles.length === 1 && volume.outside.length === 0) return { first: 1, last: pages }
  const own = sortPages(listLines(profile))
  return { first: own[0] ?? 1, last: own.at(-1) ?? pages }
}

/** The extracted pages of a profile, and the lines on them that are not its own. */
export const sharedPages = (
  range: PageRange,
  profile: Profile,
  extracted: ExtractedDocument,
  volume: Volume,
): { readonly pages: readonly Page[]; readonly others: readonly Line[] } => {
  const all = [
    ...volume.profiles.filter((other) => other !== profile).flatMap(listAllLines),
    ...volume.outside,
  ]
  const counted = all.concat(listAllLines(profile)).some((line) => line.page > extracted.pages.length)
  if (counted) return { pages: extracted.pages, others: all }
  const inRange = (page: number): boolean => page >= range.first && page <= range.last
  return {
    pages: extracted.pages.filter((page) => inRange(page.number)),
    others: all.filter((line) => inRange(line.page)),
  }
}

/** Pages as people write them: `1–4, 9`. */
export const pageList = (lines: readonly Line[]): string => {
  const runs: { first: number; last: number }[] = []
  for (const page of sortPages(lines)) {
    const open = runs.at(-1)
    if (page === open?.last) continue
    if (open && page === open.last + 1) open.last = page
    else runs.push({ first: page, last: page })
  }
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`)).join(', ')
}
