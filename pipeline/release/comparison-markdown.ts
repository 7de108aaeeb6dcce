import { stripVTControlCharacters } from 'node:util'
import type { Cell } from '../../schemas/index.ts'
import { formatCount, listFirst } from '../io/count-text.ts'
import { code, markdownPage, markdownTable } from '../io/markdown.ts'
import { type Comparison, joinName, SCHEMA_CHANGES, type SchemaChange } from './compare-releases.ts'
import type { Row } from './release-database.ts'

/** Text of a release as Markdown that shows it as it is, in one line and without control characters. */
export const markdownText = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')

const showCell = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '*nothing*' : markdownText(String(cell))

const showCode = (cell: Cell | undefined): string => code(String(cell))

/** A heading with the count, and the first changes as a list; nothing if there are no changes. */
const listPart = <T>(title: string, all: readonly T[], format: (one: T) => string): string[] => {
  if (all.length === 0) return []
  const lines = listFirst(all.map(format)).map((text) => `- ${text}`)
  return [`## ${title}: ${formatCount(all.length)}`, lines.join('\n')]
}

const formatSchemaChange = (changed: SchemaChange): string => {
  const { change, from, to, values } = changed
  const details = from === undefined ? values?.map(code).join(', ') : `${from}, now ${to}`
  return `${SCHEMA_CHANGES[change]}: ${code(joinName(changed))}${details === undefined ? '' : ` (${details})`}`
}

const formatDocument = ({ document_id, country, source_date }: Row): string =>
  `${showCell(country)}, ${source_date ?? 'no date'} (${showCode(document_id)})`

const formatPlace = ({ country, section_code, document_id }: Row): string =>
  `${showCell(country)} ${section_code} (${showCode(document_id)})`

const formatCellChange = ({ key, column, from, to }: Row): string =>
  `${showCode(key)} ${showCode(column)}: ${showCell(from)}, now ${showCell(to)}`

const formatRenaming = ({ from, to, by }: Row): string =>
  `${showCode(from)}, now ${showCode(to)} (${by === 'bytes' ? 'the same bytes' : 'the same country and date'})`

const formatStatus = (row: Row): string =>
  `${formatPlace(row)}: ${showCell(row['from'])} (${showCell(row['rule_from'])}), now ${showCell(row['to'])} (${showCell(row['rule_to'])})`

const formatNote = (row: Row): string =>
  `${formatPlace(row)}: ${showCell(row['from'])}, now ${showCell(row['to'])}`

const formatItem = (row: Row): string =>
  `${formatPlace(row)}: ${showCell(row['kind'])} “${showCell(row['text'])}”`

const formatRelease = ({ folder, title, version }: Comparison['old']): string =>
  `${code(folder)}, ${title === null ? 'without a title' : `“${markdownText(title)}”`}, ${version === null ? 'without a version' : `version ${version}`}`

const formatRowCounts = ({ old, new: now }: Comparison): string => {
  const format = (rows: number | undefined): string => (rows === undefined ? 'none' : formatCount(rows))
  const tables = Object.keys({ ...old.rows, ...now.rows })
  const rows = tables.map((table) => [table, format(old.rows[table]), format(now.rows[table])])
  return markdownTable(['rows', 'old', 'new'], rows)
}

const STEPS = { major: 'a major one', minor: 'a minor one', patch: 'a patch' }

/** What a reader asks first, and also wants to know where it is nothing. */
const summarise = ({ documents, indicators }: Comparison): string =>
  `Documents: ${formatCount(documents.lost.count)} lost, ${formatCount(documents.added.count)} added. Of ${formatCount(indicators.compared)} indicators that both have, ${formatCount(indicators.statuses.count)} changed their status and ${formatCount(indicators.notes.count)} the words of their note.`

export const comparisonMarkdown = (comparison: Comparison): string => {
  const { files, documents, indicators, items, sections, boxes } = comparison
  return markdownPage([
    '# What changed',
    `- old: ${formatRelease(comparison.old)}\n- new: ${formatRelease(comparison.new)}`,
    ...(comparison.version_step === 'none'
      ? ['Both hold the same files, byte for byte.']
      : [
          `By the recipe for versions, the new release is ${STEPS[comparison.version_step]}.`,
          summarise(comparison),
          formatRowCounts(comparison),
        ]),
    ...listPart(
      'Not compared',
      comparison.not_compared,
      (missing) => `${code(joinName(missing))}, which the ${missing.missing_in} release lacks`,
    ),
    ...listPart('Tables and columns', comparison.schema, formatSchemaChange),
    ...listPart('Documents lost', documents.lost.first, formatDocument),
    ...listPart('Documents added', documents.added.first, formatDocument),
    ...listPart('Documents with another id', documents.renamed.first, formatRenaming),
    ...listPart('Cells of documents changed', documents.changed.first, formatCellChange),
    ...listPart('Statuses changed', indicators.statuses.first, formatStatus),
    ...listPart('Notes changed', indicators.notes.first, formatNote),
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
