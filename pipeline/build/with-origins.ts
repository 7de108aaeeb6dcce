import { type Issue, makeIssue } from '../../schemas/index.ts'
import type { Origins } from '../fetch/index.ts'
import type { DocumentRows } from '../normalize/index.ts'
import type { FileReading } from './file-reading.ts'
import type { ReadFiles } from './read-files.ts'

/** Fills in where a document comes from. */
const rowsWithOrigin = (rows: DocumentRows, origins: Origins): DocumentRows => {
  const origin = origins.of(rows.document.sha256)
  if (origin === undefined) return rows
  const { sourceUrl, mirrorUrl, retrieved, captured } = origin
  return {
    ...rows,
    document: { ...rows.document, source_url: sourceUrl, mirror_url: mirrorUrl, retrieved, captured },
    indicators: rows.indicators.map((row) => ({ ...row, source_url: sourceUrl })),
  }
}

const editionOf = ({ countryCode, sourceDate }: FileReading['profiles'][number]): string =>
  `${countryCode} ${sourceDate}`

/** Sets text copies aside of which there is any other document of the same country and date. */
const withoutReplacedCopies = (
  readings: readonly FileReading[],
  origins: Origins,
): readonly FileReading[] => {
  const isTextCopy = (sha256: string): boolean => origins.of(sha256)?.isTextCopy ?? false
  const better = new Map<string, string>()
  for (const profile of readings.flatMap(({ profiles }) => profiles)) {
    const edition = editionOf(profile)
    if (!isTextCopy(profile.sha256) && !better.has(edition)) better.set(edition, profile.file)
  }
  return readings.map((reading) => {
    const [copy] = reading.profiles
    const value = copy && isTextCopy(copy.sha256) ? better.get(editionOf(copy)) : undefined
    if (value === undefined) return reading
    const issue = makeIssue('text_copy_replaced', { document: reading.file, value })
    return { ...reading, profiles: [], setAside: [...reading.setAside, issue] }
  })
}

/** What is said of a file that has other bytes than the lock file says. */
const changes = ({ file, profiles }: FileReading, origins: Origins): Issue[] => {
  const locked = origins.hashOf(file)
  const [profile] = profiles
  return locked === undefined || profile === undefined || profile.sha256 === locked
    ? []
    : [makeIssue('source_changed', { document: file, value: profile.sha256 })]
}

/** Adds to what was read what the lock files know of where it comes from. */
export const withOrigins = (read: ReadFiles, origins: Origins): ReadFiles => ({
  ...read,
  readings: withoutReplacedCopies(read.readings, origins).map((reading) => ({
    ...reading,
    setAside: [...reading.setAside, ...changes(reading, origins)],
  })),
  rowsOf: async (profile) => rowsWithOrigin(await read.rowsOf(profile), origins),
})
