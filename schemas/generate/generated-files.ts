import { TABLES, VIEWS } from '../index.ts'
import { codebook, type StatusCoding } from './codebook.ts'
import { issueJsonSchema, tableJsonSchema } from './json-schema.ts'

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * Every file that is generated from `schemas/`: its text by its path from the root of the project.
 *
 * @param coding the rules and wordings that the codebook lists, in the order in which they are tried
 */
export const generatedFiles = (
  coding: StatusCoding = { rules: [], wordings: [] },
): ReadonlyMap<string, string> => {
  const tables = [...Object.values(TABLES), ...Object.values(VIEWS)]
  return new Map([
    ...tables.map(
      (table) => [`schemas/json/${table.name}.schema.json`, json(tableJsonSchema(table))] as const,
    ),
    ['schemas/json/issues.schema.json', json(issueJsonSchema())],
    ['docs/codebook.md', codebook(coding)],
  ])
}
