import type { SchemaChange } from './compare-schemas.ts'
import type { Comparison, VersionStep } from './comparison.ts'

/**
 * What the version of the new release should raise, by the recipe
 * (https://datapackage.org/recipes/data-package-version/): tables, columns and values of a closed list lost, columns
 * moved, retyped or added are major; documents, tables, values and files added, or files and documents lost, minor; anything else that changed is a patch.
 */
export const versionStep = ({
  identical,
  schema,
  files,
  documents,
}: Pick<Comparison, 'identical' | 'schema' | 'files' | 'documents'>): VersionStep => {
  if (identical) return 'none'
  const widens = ({ change }: SchemaChange): boolean => change === 'table_added' || change === 'values_added'
  if (!schema.every(widens)) return 'major'
  const counted = [
    schema.length,
    files.added.length,
    files.lost.length,
    documents.added.count,
    documents.lost.count,
  ]
  return counted.some((count) => count > 0) ? 'minor' : 'patch'
}
