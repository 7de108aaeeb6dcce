import type { ReleaseFacts } from './release-facts.ts'

const latest = (dates: readonly (string | null)[]): string | undefined =>
  dates
    .filter((date) => date !== null)
    .toSorted()
    .at(-1)

/**
 * The ISO day that was asked for, else the one on which the sources were fetched, else the date of the newest of them:
 * never that of the clock.
 */
export const createdDay = ({
  created,
  documents,
}: Pick<ReleaseFacts, 'created' | 'documents'>): string | undefined =>
  created ??
  latest(documents.map(({ retrieved }) => retrieved)) ??
  latest(documents.map(({ source_date }) => source_date))
