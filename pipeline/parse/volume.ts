import type { Layout, Line, PlacedLine } from '../layout/index.ts'
import { parseProfile } from './parse-profile.ts'
import type { Profile } from './profile.ts'
import { type LineRange, profileRanges } from './profile-ranges.ts'
import { apartFromText } from './run-in-heading.ts'

/** What a file holds: a profile as a rule, or many that it binds. */
export interface Volume {
  /** In the order of the file; never empty, though a profile may be. */
  readonly profiles: readonly [Profile, ...Profile[]]
  /** What stands before, between and behind the profiles of a bound volume, page furniture included. */
  readonly outside: readonly Line[]
}

/** Whether a file is more than one profile: it binds several, or has other pages before the first. */
const isVolume = (lines: readonly PlacedLine[], ranges: readonly LineRange[]): boolean =>
  ranges.length > 1 || (lines[ranges[0]?.start ?? 0]?.page ?? 0) > (lines[0]?.page ?? 0)

/** Deals page furniture out to the first profile that has lines on its page; the rest comes back under null. */
const furnitureOf = (
  furniture: readonly Line[],
  parts: readonly (readonly PlacedLine[])[],
): Map<number | null, Line[]> => {
  const owners = new Map<number, number>()
  for (const [index, part] of parts.entries()) {
    const [first = 0, last = 0] = [part[0]?.page, part.at(-1)?.page]
    for (let page = first; page <= last; page++) if (!owners.has(page)) owners.set(page, index)
  }
  return Map.groupBy(furniture, (line) => owners.get(line.page) ?? null)
}

/** Reads the profiles of a file, and sets aside what belongs to none of them. */
export const parse = (layout: Layout): Volume => {
  const lines = apartFromText(layout.lines)
  const { furniture } = layout
  const ranges = profileRanges(lines)
  const [first, ...rest] = ranges
  if (!first || !isVolume(lines, ranges))
    return { profiles: [parseProfile({ lines, furniture })], outside: [] }
  const partOf = ({ start, end }: LineRange): readonly PlacedLine[] => lines.slice(start, end)
  const furnitureByPart = furnitureOf(furniture, ranges.map(partOf))
  const profileOf = (range: LineRange, index: number): Profile =>
    parseProfile({ lines: partOf(range), furniture: furnitureByPart.get(index) ?? [] })
  const between = ranges.map(({ start }, index) => lines.slice(ranges[index - 1]?.end ?? 0, start))
  return {
    profiles: [profileOf(first, 0), ...rest.map((range, index) => profileOf(range, index + 1))],
    outside: [...between.flat(), ...lines.slice(ranges.at(-1)?.end), ...(furnitureByPart.get(null) ?? [])],
  }
}
