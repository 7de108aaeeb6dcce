import type { ReopenedRelease } from './reopen-release.ts'

/** The collection of a release: a single real profile makes it real data. Null where the release does not say. */
export const releaseCollection = async ({ tables }: ReopenedRelease): Promise<string | null> => {
  const documents = tables.get('documents')
  if (!documents?.columns.some(({ name }) => name === 'collection')) return null
  const collections = new Set<string>()
  for await (const { collection } of documents.rows(['collection'])) collections.add(String(collection))
  const [real = null] = [...collections].filter((collection) => collection !== 'specimen')
  return real ?? (collections.has('specimen') ? 'specimen' : null)
}
