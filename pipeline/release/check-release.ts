import { SECTIONS } from '../../schemas/index.ts'
import { CliError, nameFirst } from '../io/errors.ts'
import { type Comparison, compareReleases } from './compare-releases.ts'
import { listReleaseFiles, openRelease, type Release } from './open-release.ts'
import { queryReleases } from './release-database.ts'

export interface Finding {
  /** Whether the release may never replace the previous one, only if a person accepts it, or all the same. */
  readonly weight: 'forbids' | 'stops' | 'remarks'
  readonly message: string
}

/** The largest share of statuses, among those that both releases have, that may change. */
const MAX_STATUSES_CHANGED_SHARE = 0.02

/** The smallest share of its rows that a table must keep, if it lost more than {@link MAX_ROWS_LOST_UNCHECKED}. */
const MIN_ROWS_KEPT_SHARE = 0.9
const MAX_ROWS_LOST_UNCHECKED = 10

const MIN_DOCUMENTS_AVERAGED = 20

const MAX_NAMED = 5

const formatNumber = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 4 })

/** Compares a measure with its expected range: less stops a release, more is remarked; what is NaN was not measured. */
const checkRange = (
  what: string,
  value: number,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY },
): readonly Finding[] => {
  const describe = (how: string, limit: string, bound: number): string =>
    `${how} was read than expected: ${formatNumber(value)} ${what}, ${limit} ${formatNumber(bound)} expected.`
  if (value < min) return [{ weight: 'stops', message: describe('Less', 'at least', min) }]
  return value > max ? [{ weight: 'remarks', message: describe('More', 'at most', max) }] : []
}

/**
 * Checks the size of a release. 130 profiles in three layouts gave 18.9 to 19.0 items a document; 99.97 % of the
 * indicators had an answer, and 0.03 % were unclassified. The ITU published a profile for about 195 countries, for some
 * of them in two editions.
 */
const checkMeasures = ({ folder, rows, collection }: Release): readonly Finding[] => {
  const { documents = 0, indicators = Number.NaN, items = Number.NaN } = rows
  const findings = [
    ...checkRange('documents', documents, { min: 1, max: 400 }),
    ...checkRange('indicators a document', indicators / documents, {
      min: SECTIONS.length,
      max: SECTIONS.length,
    }),
  ]
  if (collection === 'specimen') return findings
  const countries = '(SELECT count(DISTINCT country_code) FROM release.documents) AS countries'
  const shares = "avg(status <> 'not_reported') AS answered, avg(status = 'unclassified') AS unclassified"
  const [measured = {}] = queryReleases({ release: folder }, (query) =>
    query(`SELECT ${countries}, ${shares} FROM release.indicators`),
  )
  findings.push(...checkRange('countries', Number(measured['countries']), { min: 1, max: 200 }))
  if (documents < MIN_DOCUMENTS_AVERAGED) return findings
  return [
    ...findings,
    ...checkRange('items a document', items / documents, { min: 10, max: 40 }),
    ...checkRange('share of indicators that are not `not_reported`', Number(measured['answered']), {
      min: 0.8,
    }),
    ...checkRange('share of indicators that are `unclassified`', Number(measured['unclassified']), {
      max: 0.02,
    }),
  ]
}

/** A finding that names the first of the things found; no finding for an empty list. */
const nameFound = (weight: Finding['weight'], what: string, names: readonly string[]): readonly Finding[] =>
  names.length === 0 ? [] : [{ weight, message: `${what}: ${nameFirst(names, MAX_NAMED)}.` }]

const checkStatuses = ({ indicators: { statuses, compared } }: Comparison): readonly Finding[] => {
  if (statuses.count === 0) return []
  const formatShare = (share: number): string => `${(100 * share).toFixed(1)} %`
  const share = statuses.count / compared
  const changed = `${formatNumber(statuses.count)} of ${formatNumber(compared)} (${formatShare(share)})`
  if (share <= MAX_STATUSES_CHANGED_SHARE)
    return [{ weight: 'remarks', message: `Statuses changed: ${changed}.` }]
  const message = `Too many statuses changed: ${changed}, at most ${formatShare(MAX_STATUSES_CHANGED_SHARE)} expected.`
  return [{ weight: 'stops', message }]
}

const checkRowCounts = ({ old, new: now }: Comparison): readonly Finding[] =>
  Object.entries(old.rows).flatMap(([table, before]) => {
    const after = now.rows[table]
    if (after === undefined || before - after <= MAX_ROWS_LOST_UNCHECKED) return []
    if (after >= before * MIN_ROWS_KEPT_SHARE) return []
    const message = `A table has far fewer rows: ${table} has ${formatNumber(after)}, and had ${formatNumber(before)}.`
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

/** The findings of a comparison with the previous release. */
const checkComparison = (comparison: Comparison): readonly Finding[] => {
  const { schema, documents, files, not_compared } = comparison
  const joinName = ({ table, column }: { table: string; column?: string | null }): string =>
    column ? `${table}.${column}` : table
  const findChanged = (wanted: (typeof schema)[number]['change']): string[] =>
    schema.filter(({ change }) => change === wanted).map(joinName)
  const listIds = ({ first }: typeof documents.lost): string[] =>
    first.map((row) => String(row['document_id']))
  const renamings = documents.renamed.first.map(({ from, to }) => `${from}, now ${to}`)
  const missing = not_compared.filter(({ missing_in }) => missing_in === 'old').map(joinName)
  return [
    ...nameFound('stops', 'Tables are missing', findChanged('table_lost')),
    ...nameFound('stops', 'Columns are missing', findChanged('column_lost')),
    ...nameFound('stops', 'Columns have another type', findChanged('column_retyped')),
    ...nameFound('stops', 'Documents of the previous release are missing', listIds(documents.lost)),
    ...nameFound('remarks', 'Documents were added', listIds(documents.added)),
    ...nameFound('remarks', 'Documents have another id', renamings),
    ...checkStatuses(comparison),
    ...checkRowCounts(comparison),
    ...nameFound('remarks', 'Columns are in another order', findChanged('column_moved')),
    ...nameFound('remarks', 'Closed lists of values became shorter', findChanged('values_lost')),
    ...nameFound('remarks', 'Not compared, because the previous release does not have them', missing),
    ...nameFound('remarks', 'Files of the previous release are no longer made', files.lost),
    ...checkVersion(comparison),
  ]
}

const SAMPLES_OVER_DATA =
  'This release holds samples about invented places, the previous one real profiles; name another output folder.'
const SAMPLES_OVER_UNKNOWN =
  'This release holds samples about invented places, and the previous one may hold real profiles; name another output folder, or remove the previous release.'
const SAMPLES_REPLACED = 'The previous release held samples; it was not compared.'

const checkAgainst = async (folder: string, release: Release): Promise<readonly Finding[]> => {
  const isSample = release.collection === 'specimen'
  try {
    // a build that could read no document leaves only its issues
    if ((await listReleaseFiles(folder)).size === 1) return []
    const previous = await openRelease(folder)
    const wasSample = previous.collection === 'specimen'
    if (isSample && !wasSample && (previous.rows['documents'] || previous.rows['indicators'])) {
      return [{ weight: 'forbids', message: SAMPLES_OVER_DATA }]
    }
    if (wasSample && !isSample) return [{ weight: 'remarks', message: SAMPLES_REPLACED }]
    const edited = 'Files of the previous release were changed since it was made'
    const comparison = compareReleases(previous, release, 'statuses')
    return [...nameFound('stops', edited, previous.edited), ...checkComparison(comparison)]
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
export const checkRelease = async (previous: string | null, folder: string, accept: boolean) => {
  const release = await openRelease(folder)
  const findings = [
    ...(previous === null ? [] : await checkAgainst(previous, release)),
    ...checkMeasures(release),
  ]
  const reasons = findings.filter(({ weight }) => weight !== 'remarks')
  const acceptable = reasons.every(({ weight }) => weight !== 'forbids')
  return {
    /** Whether it replaces the previous one: there are no reasons against it, or a person accepted them. */
    taken: reasons.length === 0 || (accept && acceptable),
    acceptable,
    reasons,
    /** What a person should know all the same. */
    remarks: findings.filter(({ weight }) => weight === 'remarks'),
  }
}

/** Whether a release may replace the previous one, and what speaks against it. */
export type ReleaseCheck = Awaited<ReturnType<typeof checkRelease>>
