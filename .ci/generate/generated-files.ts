import { issues, TABLES, VIEWS } from '../../schemas/index.ts'
import { tableJsonSchema } from '../../schemas/json-schema.ts'
import { codebook, type StatusCoding } from './codebook.ts'
import { type PackageSet, thirdParty } from './third-party.ts'

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Every file that is generated from `schemas/` and the lock files: its text by its path from the root of the project.
 *
 * @param coding the rules and patterns that the codebook lists, in the order in which they are tried
 * @param packageSets the packages whose licences are listed
 * @throws LicenceRefused if a package may not be used
 */
export const generatedFiles = (
  coding: StatusCoding = { rules: [], patterns: [], measured: {}, items: {} },
  packageSets: readonly PackageSet[] = [],
): ReadonlyMap<string, string> => {
  const tables = [...Object.values(TABLES), ...Object.values(VIEWS), issues]
  return new Map([
    ...tables.map(
      (table) => [`schemas/json/${table.name}.schema.json`, json(tableJsonSchema(table))] as const,
    ),
    ['docs/codebook.md', codebook(coding)],
    // no page of the project: its links lead to files of a release
    ['pipeline/publish/describe/release-codebook.txt', codebook(coding, 'release')],
    ['THIRD_PARTY.md', thirdParty(packageSets)],
  ])
}
