import {
  type GateCode,
  type GateFinding,
  LEAST_ROWS_KEPT,
  MOST_STATUSES_CHANGED,
  makeFinding,
  ROWS_LOST_AT_EASE,
} from '../../schemas/index.ts'
import type { Comparison } from '../compare/index.ts'

/** How many of a kind a finding names before it only counts the rest. */
const NAMED_AT_MOST = 5

const count = (value: number): string => value.toLocaleString('en-GB')

const named = (names: readonly string[], all = names.length): string => {
  const shown = names.slice(0, NAMED_AT_MOST)
  const rest = all - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${count(rest)} more` : shown.join(', ')
}

/** A finding that names what was found, where anything was. */
const naming = (code: GateCode, names: readonly string[], all?: number): readonly GateFinding[] =>
  names.length === 0 ? [] : [makeFinding(code, named(names, all))]

const columnsOf = (
  { schema }: Comparison,
  change: 'column_lost' | 'column_moved' | 'column_retyped' | 'values_lost',
): string[] => schema.flatMap((one) => (one.change === change ? [`${one.table}.${one.column}`] : []))

const tablesLost = ({ schema }: Comparison): string[] =>
  schema.flatMap((one) => (one.change === 'table_lost' ? [one.table] : []))

const documentFindings = ({ documents: { lost, added, renamed } }: Comparison): readonly GateFinding[] => {
  const ids = (documents: typeof lost): string[] => documents.first.map(({ document_id }) => document_id)
  return [
    ...naming('documents_lost', ids(lost), lost.count),
    ...naming('documents_added', ids(added), added.count),
    ...naming(
      'documents_renamed',
      renamed.first.map(({ from, to }) => `${from}, now ${to}`),
      renamed.count,
    ),
  ]
}

const statusFindings = ({ indicators: { statuses, compared } }: Comparison): readonly GateFinding[] => {
  if (statuses.count === 0) return []
  const share = statuses.count / compared
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`
  const changed = `${count(statuses.count)} of ${count(compared)} (${percent(share)})`
  return share > MOST_STATUSES_CHANGED
    ? [
        makeFinding(
          'statuses_changed_widely',
          `${changed}, at most ${percent(MOST_STATUSES_CHANGED)} expected`,
        ),
      ]
    : [makeFinding('statuses_changed', changed)]
}

const shrunkenFindings = (comparison: Comparison): readonly GateFinding[] =>
  Object.entries(comparison.old.rows).flatMap(([table, before]) => {
    const after = comparison.new.rows[table]
    if (after === undefined || before - after <= ROWS_LOST_AT_EASE) return []
    if (after >= before * LEAST_ROWS_KEPT) return []
    return [makeFinding('table_shrunken', `${table} has ${count(after)}, and had ${count(before)}`)]
  })

const STEPS = {
  major: 'tables or columns that changed make a major one',
  minor: 'documents or files that came or went make a minor one',
} as const

const versionFindings = ({ old, new: now, version_step }: Comparison): readonly GateFinding[] =>
  (version_step === 'major' || version_step === 'minor') && old.version === now.version
    ? [makeFinding('version_kept', STEPS[version_step])]
    : []

/** What of a comparison with the former release matters for taking its place. */
export const comparisonFindings = (comparison: Comparison): readonly GateFinding[] => [
  ...naming('tables_lost', tablesLost(comparison)),
  ...naming('columns_lost', columnsOf(comparison, 'column_lost')),
  ...naming('columns_retyped', columnsOf(comparison, 'column_retyped')),
  ...documentFindings(comparison),
  ...statusFindings(comparison),
  ...shrunkenFindings(comparison),
  ...naming('columns_moved', columnsOf(comparison, 'column_moved')),
  ...naming('values_lost', columnsOf(comparison, 'values_lost')),
  ...naming(
    'not_compared',
    comparison.not_compared
      .filter(({ missing_in }) => missing_in === 'old')
      .map(({ table, column }) => (column === null ? table : `${table}.${column}`)),
  ),
  ...naming('files_lost', comparison.files.lost),
  ...versionFindings(comparison),
]
