import { CliError } from '../io/cli-error.ts'
import { type Comparison, compareReleases } from './compare-releases.ts'
import type { SchemaChange } from './compare-schemas.ts'
import {
  EXPECTATIONS,
  type Expectation,
  MAX_ROWS_LOST_UNCHECKED,
  MAX_STATUSES_CHANGED_SHARE,
  MEASURES,
  type Measure,
  MIN_ROWS_KEPT_SHARE,
} from './expectations.ts'
import { openRelease, type Release } from './open-release.ts'
import { queryReleases } from './release-database.ts'

/** Something that the release check found. */
export interface Finding {
  /** Whether the release may never replace the previous one, only if a person accepts it, or all the same. */
  readonly weight: 'forbids' | 'stops' | 'remarks'
  /** One sentence. */
  readonly message: string
}

/** Whether a release may replace the previous one. */
export interface ReleaseCheck {
  /** Whether it replaces it: there are no reasons against it, or a person accepted them. */
  readonly taken: boolean
  /** Whether a person can accept it as it is. */
  readonly acceptable: boolean
  /** What speaks against it. */
  readonly reasons: readonly Finding[]
  /** What a person should know all the same. */
  readonly remarks: readonly Finding[]
}

const MAX_NAMED = 5

const count = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 4 })

/** A finding that names the first of what was found; none if nothing was. */
const nameFound = (
  weight: Finding['weight'],
  what: string,
  names: readonly string[],
  total = names.length,
): readonly Finding[] => {
  if (total === 0) return []
  const named = names.slice(0, MAX_NAMED)
  const rest = total - named.length
  return [{ weight, message: `${what}: ${named.join(', ')}${rest > 0 ? ` and ${count(rest)} more` : ''}.` }]
}

const checkStatuses = ({ indicators: { statuses, compared } }: Comparison): readonly Finding[] => {
  if (statuses.count === 0) return []
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
  const share = statuses.count / compared
  const changed = `${count(statuses.count)} of ${count(compared)} (${percent(share)})`
  if (share <= MAX_STATUSES_CHANGED_SHARE)
    return [{ weight: 'remarks', message: `Statuses changed: ${changed}.` }]
  const message = `Too many statuses changed: ${changed}, at most ${percent(MAX_STATUSES_CHANGED_SHARE)} expected.`
  return [{ weight: 'stops', message }]
}

const checkRowCounts = ({ old, new: now }: Comparison): readonly Finding[] =>
  Object.entries(old.rows).flatMap(([table, before]) => {
    const after = now.rows[table]
    if (after === undefined || before - after <= MAX_ROWS_LOST_UNCHECKED) return []
    if (after >= before * MIN_ROWS_KEPT_SHARE) return []
    const message = `A table has far fewer rows: ${table} has ${count(after)}, and had ${count(before)}.`
    return [{ weight: 'stops', message }]
  })

const VERSION_STEPS = {
  major: 'changed tables or columns call for a major one',
  minor: 'added or lost documents or files call for a minor one',
} as const

const checkVersion = ({ old, new: now, version_step }: Comparison): readonly Finding[] => {
  if (version_step === 'none' || version_step === 'patch' || old.version !== now.version) return []
  const message = `The version is still that of the previous release, although ${VERSION_STEPS[version_step]}.`
  return [{ weight: 'remarks', message }]
}

/** What matters in a comparison with the previous release. */
const checkComparison = (comparison: Comparison): readonly Finding[] => {
  const { schema, documents, files, not_compared } = comparison
  const changed = (change: SchemaChange['change']): string[] =>
    schema
      .filter((one) => one.change === change)
      .map((one) => ('column' in one ? `${one.table}.${one.column}` : one.table))
  const { lost, added, renamed } = documents
  const ids = ({ first }: typeof lost): string[] => first.map(({ document_id }) => document_id)
  const renamings = renamed.first.map(({ from, to }) => `${from}, now ${to}`)
  const missing = not_compared
    .filter(({ missing_in }) => missing_in === 'old')
    .map(({ table, column }) => (column === null ? table : `${table}.${column}`))
  return [
    ...nameFound('stops', 'Tables are missing', changed('table_lost')),
    ...nameFound('stops', 'Columns are missing', changed('column_lost')),
    ...nameFound('stops', 'Columns have another type', changed('column_retyped')),
    ...nameFound('stops', 'Documents of the previous release are missing', ids(lost), lost.count),
    ...nameFound('remarks', 'Documents were added', ids(added), added.count),
    ...nameFound('remarks', 'Documents have another id', renamings, renamed.count),
    ...checkStatuses(comparison),
    ...checkRowCounts(comparison),
    ...nameFound('remarks', 'Columns are in another order', changed('column_moved')),
    ...nameFound('remarks', 'Closed lists of values became shorter', changed('values_lost')),
    ...nameFound('remarks', 'Not compared, because the previous release does not have them', missing),
    ...nameFound('remarks', 'Files of the previous release are no longer made', files.lost),
    ...checkVersion(comparison),
  ]
}

/** Measures a release; what it does not hold is not measured. */
const measureRelease = ({ folder, tables, rows }: Release): ReadonlyMap<Measure, number> =>
  queryReleases({ release: folder }, (query) => {
    const countWhere = (table: string, what: string): number =>
      Number(query(`SELECT ${what} AS total FROM release.${table}`)[0]?.['total'])
    const { documents = 0, indicators = 0, items } = rows
    const measures = new Map<Measure, number>([['documents', documents]])
    if (tables.get('documents')?.has('country_code')) {
      measures.set('countries', countWhere('documents', 'count(DISTINCT country_code)'))
    }
    if (documents > 0 && tables.has('indicators'))
      measures.set('indicators_per_document', indicators / documents)
    if (documents > 0 && items !== undefined) measures.set('items_per_document', items / documents)
    if (documents > 0 && indicators > 0 && tables.get('indicators')?.has('status')) {
      const share = (condition: string): number => countWhere('indicators', `avg(${condition})`)
      measures.set('answered_share', share("status <> 'not_reported'"))
      measures.set('unclassified_share', share("status = 'unclassified'"))
    }
    return measures
  })

const checkExpectations = (
  measures: ReadonlyMap<Measure, number>,
  expectations: readonly Expectation[],
): readonly Finding[] =>
  expectations.flatMap(({ measure, minimum, maximum, fromDocuments }): readonly Finding[] => {
    const value = measures.get(measure)
    if (value === undefined || (measures.get('documents') ?? 0) < fromDocuments) return []
    const measured = `${count(value)} ${MEASURES[measure]}`
    if (minimum !== null && value < minimum) {
      const message = `Less was read than expected: ${measured}, at least ${count(minimum)} expected.`
      return [{ weight: 'stops', message }]
    }
    if (maximum !== null && value > maximum) {
      const message = `More was read than expected: ${measured}, at most ${count(maximum)} expected.`
      return [{ weight: 'remarks', message }]
    }
    return []
  })

const SAMPLES_OVER_DATA =
  'This release holds samples about invented places, the previous one real profiles; name another output folder.'
const SAMPLES_OVER_UNKNOWN =
  'This release holds samples about invented places, and the previous one may hold real profiles; name another output folder, or remove the previous release.'
const SAMPLES_REPLACED = 'The previous release held samples; it was not compared.'

const checkAgainst = async (previous: string, release: Release): Promise<readonly Finding[]> => {
  const isSample = release.collection === 'specimen'
  try {
    const former = await openRelease(previous)
    const wasSample = former.collection === 'specimen'
    const { documents = 0, indicators = 0 } = former.rows
    if (isSample && !wasSample && documents + indicators > 0) {
      return [{ weight: 'forbids', message: SAMPLES_OVER_DATA }]
    }
    if (wasSample && !isSample) return [{ weight: 'remarks', message: SAMPLES_REPLACED }]
    return checkComparison(compareReleases(former, release, { maxListed: MAX_NAMED, depth: 'statuses' }))
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    const message = `The previous release cannot be compared: ${error.message}`
    const stopping: Finding = { weight: 'stops', message }
    return isSample ? [stopping, { weight: 'forbids', message: SAMPLES_OVER_UNKNOWN }] : [stopping]
  }
}

/**
 * Checks whether a release may replace the previous one.
 * @param previous the folder of the previous release; null for the first one
 * @param accept whether a person accepts all reasons against it; samples never replace real data all the same
 * @throws CliError if the new release itself cannot be read
 */
export const checkRelease = async (
  previous: string | null,
  folder: string,
  accept: boolean,
): Promise<ReleaseCheck> => {
  const release = await openRelease(folder)
  const expectations = EXPECTATIONS[release.collection === 'specimen' ? 'specimen' : 'itu-cyberwellness']
  const own = checkExpectations(measureRelease(release), expectations)
  const findings = [...(previous === null ? [] : await checkAgainst(previous, release)), ...own]
  const reasons = findings.filter(({ weight }) => weight !== 'remarks')
  const acceptable = reasons.every(({ weight }) => weight !== 'forbids')
  return {
    taken: reasons.length === 0 || (accept && acceptable),
    acceptable,
    reasons,
    remarks: findings.filter(({ weight }) => weight === 'remarks'),
  }
}
