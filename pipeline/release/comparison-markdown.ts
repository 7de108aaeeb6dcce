import { stripVTControlCharacters } from 'node:util'
import type { Cell } from '../../schemas/index.ts'
import { code, markdownPage, markdownTable } from '../io/markdown.ts'
import type { Comparison, SchemaChange } from './compare-releases.ts'
import type { Row } from './release-database.ts'

/** How many of each kind of change are written out. */
const MAX_SHOWN = 20

/** Text of a release as Markdown that shows it as it is, in one line and without control characters. */
export const markdownText = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')

const formatCount = (value: number): string => value.toLocaleString('en-GB')

const showCell = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '*nothing*' : markdownText(String(cell))

const showCode = (cell: Cell | undefined): string => code(String(cell))

/** A heading with the count, and the first changes as a list; nothing if there are no changes. */
const listPart = <T>(title: string, all: readonly T[], format: (one: T) => string): string[] => {
  if (all.length === 0) return []
  const rest = all.length - MAX_SHOWN
  const lines = [
    ...all.slice(0, MAX_SHOWN).map(format),
    ...(rest > 0 ? [`and ${formatCount(rest)} more`] : []),
  ]
  return [`## ${title}: ${formatCount(all.length)}`, lines.map((text) => `- ${text}`).join('\n')]
}

const SCHEMA_CHANGES: Readonly<Record<SchemaChange['change'], string>> = {
  table_added: 'table added',
  table_lost: 'table lost',
  column_added: 'column added',
  column_lost: 'column lost',
  column_moved: 'column moved',
  column_retyped: 'column of another type',
  column_emptied: 'column now empty',
  column_filled: 'column no longer empty',
  values_added: 'values added to the list of',
  values_lost: 'values taken from the list of',
}

const joinName = (table: string, column?: string | null): string =>
  code(column ? `${table}.${column}` : table)

const formatSchemaChange = ({ change, table, column, from, to, values }: SchemaChange): string =>
  `${SCHEMA_CHANGES[change]}: ${joinName(table, column)}${from === undefined ? '' : ` (${from}, now ${to})`}${values === undefined ? '' : ` (${values.map(code).join(', ')})`}`

const formatDocument = ({ document_id, country, source_date }: Row): string =>
  `${showCell(country)}, ${source_date ?? 'no date'} (${showCode(document_id)})`

const formatPlace = ({ country, section_code, document_id }: Row): string =>
  `${showCell(country)} ${section_code} (${showCode(document_id)})`

const formatCellChange = ({ key, column, from, to }: Row): string =>
  `${showCode(key)} ${showCode(column)}: ${showCell(from)}, now ${showCell(to)}`

const formatItem = (row: Row): string =>
  `${formatPlace(row)}: ${showCell(row['kind'])} “${showCell(row['text'])}”`

const formatRelease = ({ folder, title, version }: Comparison['old']): string =>
  `${code(folder)}, ${title === null ? 'without a title' : `“${markdownText(title)}”`}, ${version === null ? 'without a version' : `version ${version}`}`

const formatRowCounts = ({ old, new: now }: Comparison): string => {
  const format = (rows: number | undefined): string => (rows === undefined ? 'none' : formatCount(rows))
  const tables = new Set([...Object.keys(old.rows), ...Object.keys(now.rows)])
  return markdownTable(
    ['rows', 'old', 'new'],
    [...tables].map((table) => [table, format(old.rows[table]), format(now.rows[table])]),
  )
}

const STEPS: Readonly<Record<Comparison['version_step'], string>> = {
  major: 'By the recipe for versions, the new release is a major one.',
  minor: 'By the recipe for versions, the new release is a minor one.',
  patch: 'By the recipe for versions, the new release is a patch.',
  none: 'Both hold the same files, byte for byte.',
}

/** What a reader asks first, and also wants to know where it is nothing. */
const summarise = ({ documents, indicators }: Comparison): string =>
  `Documents: ${formatCount(documents.lost.count)} lost, ${formatCount(documents.added.count)} added. Of ${formatCount(indicators.compared)} indicators that both have, ${formatCount(indicators.statuses.count)} changed their status and ${formatCount(indicators.notes.count)} the words of their note.`

/** A comparison for people: the first changes of each kind, and the number of all. */
export const comparisonMarkdown = (comparison: Comparison): string => {
  const { files, documents, indicators, items, sections, boxes } = comparison
  return markdownPage([
    '# What changed',
    `- old: ${formatRelease(comparison.old)}\n- new: ${formatRelease(comparison.new)}`,
    STEPS[comparison.version_step],
    ...(comparison.identical ? [] : [summarise(comparison), formatRowCounts(comparison)]),
    ...listPart(
      'Not compared',
      comparison.not_compared,
      ({ table, column, missing_in }) => `${joinName(table, column)}, which the ${missing_in} release lacks`,
    ),
    ...listPart('Tables and columns', comparison.schema, formatSchemaChange),
    ...listPart('Documents lost', documents.lost.first, formatDocument),
    ...listPart('Documents added', documents.added.first, formatDocument),
    ...listPart(
      'Documents with another id',
      documents.renamed.first,
      ({ from, to, by }) =>
        `${showCode(from)}, now ${showCode(to)} (${by === 'bytes' ? 'the same bytes' : 'the same country and date'})`,
    ),
    ...listPart('Cells of documents changed', documents.changed.first, formatCellChange),
    ...listPart(
      'Statuses changed',
      indicators.statuses.first,
      (row) =>
        `${formatPlace(row)}: ${showCell(row['from'])} (${showCell(row['rule_from'])}), now ${showCell(row['to'])} (${showCell(row['rule_to'])})`,
    ),
    ...listPart(
      'Notes changed',
      indicators.notes.first,
      (row) => `${formatPlace(row)}: ${showCell(row['from'])}, now ${showCell(row['to'])}`,
    ),
    ...listPart(
      'Other columns of indicators changed',
      Object.entries(indicators.other),
      ([column, cells]) =>
        `${code(column)} in ${formatCount(cells)} of ${formatCount(indicators.compared)} rows`,
    ),
    ...listPart('Items lost', items.lost.first, formatItem),
    ...listPart('Items added', items.added.first, formatItem),
    ...listPart('Sections lost', sections.lost, code),
    ...listPart('Sections added', sections.added, code),
    ...listPart('Cells of the codebook changed', sections.changed.first, formatCellChange),
    ...(boxes.notes_moved > 0 ? [`## Notes with other boxes: ${formatCount(boxes.notes_moved)}`] : []),
    ...listPart('Files lost', files.lost, code),
    ...listPart('Files added', files.added, code),
    ...listPart('Files with other bytes', files.changed, code),
  ])
}
