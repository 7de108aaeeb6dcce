import type { ReleaseFacts } from './release-facts.ts'

const latest = (dates: readonly (string | null)[]): string | undefined =>
  dates
    .filter((date) => date !== null)
    .toSorted()
    .at(-1)

/** The ISO day on which the sources were fetched, else the date of the newest of them: never that of the clock. */
export const createdDay = ({ documents }: Pick<ReleaseFacts, 'documents'>): string | undefined =>
  latest(documents.map(({ retrieved }) => retrieved)) ??
  latest(documents.map(({ source_date }) => source_date))
