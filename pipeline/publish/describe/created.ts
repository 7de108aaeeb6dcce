import type { ReleaseFacts } from './release-facts.ts'

/** What the day of a release is: one that was asked for, that of its last retrieval, or that of its newest profile. */
export type DatedBy = 'setting' | 'retrieval' | 'newest_profile'

const latest = (dates: readonly (string | null)[]): string | undefined =>
  dates
    .filter((date) => date !== null)
    .toSorted()
    .at(-1)

/**
 * The ISO day that was asked for, else the one on which the sources were fetched, else the date of the newest of them:
 * never that of the clock. Undefined where none of them is known.
 */
export const releaseDate = ({
  created,
  documents,
}: Pick<ReleaseFacts, 'created' | 'documents'>):
  | { readonly day: string; readonly by: DatedBy }
  | undefined => {
  if (created !== undefined) return { day: created, by: 'setting' }
  const retrieved = latest(documents.map(({ retrieved }) => retrieved))
  if (retrieved !== undefined) return { day: retrieved, by: 'retrieval' }
  const newest = latest(documents.map(({ source_date }) => source_date))
  return newest === undefined ? undefined : { day: newest, by: 'newest_profile' }
}

/** The day of {@link releaseDate} alone. */
export const createdDay = (facts: Pick<ReleaseFacts, 'created' | 'documents'>): string | undefined =>
  releaseDate(facts)?.day

/** The day for a citation: the date of a profile is none, as the release came out later. */
export const citedDay = (facts: Pick<ReleaseFacts, 'created' | 'documents'>): string | undefined => {
  const date = releaseDate(facts)
  return date?.by === 'newest_profile' ? undefined : date?.day
}
