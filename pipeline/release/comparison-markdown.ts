import { stripVTControlCharacters } from 'node:util'
import { diffWords } from 'diff'
import type { Cell } from '../../schemas/index.ts'
import { code, markdownPage, markdownTable } from '../io/markdown.ts'
import type { Comparison } from './compare-releases.ts'
import type { CellChange, ChangePlace, Listed } from './compare-rows.ts'
import type { SchemaChange } from './compare-schemas.ts'

/** How many of each kind of change are written out. */
const MAX_SHOWN = 20

/** How much of the unchanged text is shown on each side of a change, in characters. */
const CONTEXT_LENGTH = 40

/** With more changed words, two texts have too little in common to be shown as one. */
const MAX_EDITS = 200

/** Text of a release as Markdown that shows it as it is, in one line and without control characters. */
export const markdownText = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')

const shorten = (text: string, isFirst: boolean, isLast: boolean): string => {
  const start = isFirst ? '' : text.slice(0, CONTEXT_LENGTH)
  const end = isLast ? '' : text.slice(-CONTEXT_LENGTH)
  return start.length + end.length >= text.length ? text : `${start}…${end}`
}

/** What changed between two texts, as Markdown: ~~struck out~~ what went, **bold** what came. */
export const wordChange = (from: string, to: string): string => {
  const parts = diffWords(from, to, { maxEditLength: MAX_EDITS })
  if (parts === undefined) return `~~${markdownText(from)}~~ **${markdownText(to)}**`
  return parts
    .map(({ value, added, removed }, index) => {
      const marked = markdownText(value.trim())
      if (!added && !removed) return markdownText(shorten(value, index === 0, index === parts.length - 1))
      if (marked === '') return value
      return removed ? ` ~~${marked}~~ ` : ` **${marked}** `
    })
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim()
}

const count = (value: number): string => value.toLocaleString('en-GB')

const cellText = (cell: Cell): string => (cell === null ? '*nothing*' : markdownText(String(cell)))

/** A heading with the count, and the first changes as a list; nothing where there are none. */
const part = <T>(title: string, { count: found, first }: Listed<T>, line: (one: T) => string): string[] => {
  if (found === 0) return []
  const shown = first.slice(0, MAX_SHOWN)
  const rest = found - shown.length
  const lines = [...shown.map(line), ...(rest > 0 ? [`and ${count(rest)} more`] : [])]
  return [`## ${title}: ${count(found)}`, lines.map((text) => `- ${text}`).join('\n')]
}

const listed = <T>(all: readonly T[]): Listed<T> => ({ count: all.length, first: all })

const filesPart = (title: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`## ${title}: ${count(names.length)}`, names.map(code).join(', ')]

const SCHEMA_CHANGES: Readonly<Record<SchemaChange['change'], string>> = {
  table_added: 'table added',
  table_lost: 'table lost',
  column_added: 'column added',
  column_lost: 'column lost',
  column_moved: 'column moved',
  column_retyped: 'column of another type',
  values_added: 'values added to the list of',
  values_lost: 'values taken from the list of',
}

const schemaLine = (change: SchemaChange): string => {
  const name = 'column' in change ? `${change.table}.${change.column}` : change.table
  const types = change.change === 'column_retyped' ? ` (${change.from}, now ${change.to})` : ''
  const values = 'values' in change ? ` (${change.values.map(code).join(', ')})` : ''
  return `${SCHEMA_CHANGES[change.change]}: ${code(name)}${types}${values}`
}

const documentLine = ({
  document_id,
  country,
  source_date,
}: Comparison['documents']['lost']['first'][number]): string =>
  `${cellText(country)}, ${source_date ?? 'no date'} (${code(document_id)})`

const placeText = ({ country, section_code, document_id }: ChangePlace): string =>
  `${cellText(country)} ${section_code} (${code(document_id)})`

const cellLine = ({ key, column, from, to }: CellChange): string =>
  `${code(key)} ${code(column)}: ${cellText(from)}, now ${cellText(to)}`

const itemLine = (item: Comparison['items']['lost']['first'][number]): string =>
  `${placeText(item)}: ${cellText(item.kind)} “${cellText(item.text)}”`

const releaseLine = ({ folder, title, version }: Comparison['old']): string =>
  `${code(folder)}, ${title === null ? 'without a title' : `“${markdownText(title)}”`}, ${version === null ? 'without a version' : `version ${version}`}`

const rowCounts = ({ old, new: now }: Comparison): string =>
  markdownTable(
    ['rows', 'old', 'new'],
    [...new Set([...Object.keys(old.rows), ...Object.keys(now.rows)])].map((table) => {
      const [before, after] = [old.rows[table], now.rows[table]]
      return [
        table,
        before === undefined ? 'none' : count(before),
        after === undefined ? 'none' : count(after),
      ]
    }),
  )

const STEPS: Readonly<Record<Comparison['version_step'], string>> = {
  major: 'By the recipe for versions, the new release is a major one.',
  minor: 'By the recipe for versions, the new release is a minor one.',
  patch: 'By the recipe for versions, the new release is a patch.',
  none: 'Both hold the same files, byte for byte.',
}

const missingText = ({ table, column, missing_in }: Comparison['not_compared'][number]): string =>
  `${code(column === null ? table : `${table}.${column}`)}, which the ${missing_in} release lacks`

/** What a reader asks first, and also wants to know where it is nothing. */
const inShort = ({ documents, indicators }: Comparison): string =>
  [
    `Documents: ${count(documents.lost.count)} lost, ${count(documents.added.count)} added.`,
    `Of ${count(indicators.compared)} indicators that both have, ${count(indicators.statuses.count)} changed their status and ${count(indicators.notes.count)} the words of their note.`,
  ].join(' ')

/** A comparison for people; of each kind of change the first are written out, and all counted. */
export const comparisonMarkdown = (comparison: Comparison): string => {
  const { files, documents, indicators, items, sections, boxes } = comparison
  const otherCells = Object.entries(indicators.other)
  return markdownPage([
    '# What changed',
    `- old: ${releaseLine(comparison.old)}\n- new: ${releaseLine(comparison.new)}`,
    STEPS[comparison.version_step],
    ...(comparison.identical ? [] : [inShort(comparison), rowCounts(comparison)]),
    ...part('Not compared', listed(comparison.not_compared), missingText),
    ...part('Tables and columns', listed(comparison.schema), schemaLine),
    ...part('Documents lost', documents.lost, documentLine),
    ...part('Documents added', documents.added, documentLine),
    ...part(
      'Documents with another id',
      documents.renamed,
      ({ from, to, by }) =>
        `${code(from)}, now ${code(to)} (${by === 'bytes' ? 'the same bytes' : 'the same country and date'})`,
    ),
    ...part('Cells of documents changed', documents.changed, cellLine),
    ...part(
      'Statuses changed',
      indicators.statuses,
      (change) =>
        `${placeText(change)}: ${cellText(change.from)} (${cellText(change.rule_from)}), now ${cellText(change.to)} (${cellText(change.rule_to)})`,
    ),
    ...part(
      'Notes changed',
      indicators.notes,
      (change) => `${placeText(change)}: ${wordChange(String(change.from ?? ''), String(change.to ?? ''))}`,
    ),
    ...part(
      'Other columns of indicators changed',
      listed(otherCells),
      ([column, cells]) => `${code(column)} in ${count(cells)} of ${count(indicators.compared)} rows`,
    ),
    ...part('Items lost', items.lost, itemLine),
    ...part('Items added', items.added, itemLine),
    ...part('Sections lost', listed(sections.lost), code),
    ...part('Sections added', listed(sections.added), code),
    ...part('Cells of the codebook changed', sections.changed, cellLine),
    ...(boxes.notes_moved > 0 ? [`## Notes with other boxes: ${count(boxes.notes_moved)}`] : []),
    ...filesPart('Files lost', files.lost),
    ...filesPart('Files added', files.added),
    ...filesPart('Files with other bytes', files.changed),
  ])
}
