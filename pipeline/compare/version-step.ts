import type { Comparison, VersionStep } from './comparison.ts'

/**
 * What the version of the new release should raise, by the recipe
 * (https://datapackage.org/recipes/data-package-version/): tables and columns lost, moved or retyped, and columns added,
 * are major; documents, tables and files added or lost minor; anything else that changed is a patch.
 */
export const versionStep = ({
  identical,
  schema,
  files,
  documents,
}: Pick<Comparison, 'identical' | 'schema' | 'files' | 'documents'>): VersionStep => {
  if (identical) return 'none'
  if (schema.some(({ change }) => change !== 'table_added')) return 'major'
  const counted = [files.added.length, files.lost.length, documents.added.count, documents.lost.count]
  return counted.some((count) => count > 0) ? 'minor' : 'patch'
}
