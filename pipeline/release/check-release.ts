import { SECTIONS } from '../../schemas/index.ts'
import { formatCount, nameFirst } from '../io/count-text.ts'
import { CliError } from '../io/errors.ts'
import { type Comparison, compareReleases, joinName } from './compare-releases.ts'
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

const MAX_NAMED = 5

const PER_DOCUMENT = 'count(*) * 1.0 / (SELECT count(*) FROM release.documents)'

/**
 * Measures outside their expected range, of those that a release with this number of real documents has. 130 profiles in
 * three layouts gave 18.9 to 19.0 items a document; 99.97 % of the indicators had an answer, and 0.03 % were unclassified.
 * The ITU published a profile for about 195 countries, for some of them in two editions.
 */
const UNEXPECTED_MEASURES = `
  WITH measures (what, value, least, most, from_documents) AS (
    SELECT 'documents', count(*), 1, 400, 0 FROM release.documents UNION ALL
    SELECT 'indicators a document', ${PER_DOCUMENT}, ${SECTIONS.length}, ${SECTIONS.length}, 0
      FROM release.indicators UNION ALL
    SELECT 'countries', count(DISTINCT country_code), 1, 200, 1 FROM release.documents UNION ALL
    SELECT 'items a document', ${PER_DOCUMENT}, 10, 40, 20 FROM release.items UNION ALL
    SELECT 'share of indicators that are not \`not_reported\`', avg(status <> 'not_reported'), 0.8, 1, 20
      FROM release.indicators UNION ALL
    SELECT 'share of indicators that are \`unclassified\`', avg(status = 'unclassified'), 0, 0.02, 20
      FROM release.indicators)
  SELECT what, value, value < least AS is_less, iif(value < least, least, most) AS expected FROM measures
  WHERE from_documents <= ? AND value NOT BETWEEN least AND most`

const checkMeasures = ({ folder, rows, collection }: Release): Finding[] => {
  const realDocuments = collection === 'specimen' ? 0 : (rows['documents'] ?? 0)
  const found = queryReleases({ release: folder }, (query) => query(UNEXPECTED_MEASURES, realDocuments))
  return found.map(({ what, value, is_less, expected }) => {
    const [how, limit] = is_less ? ['Less', 'at least'] : ['More', 'at most']
    const [measured, bound] = [formatCount(Number(value)), formatCount(Number(expected))]
    const message = `${how} was read than expected: ${measured} ${what}, ${limit} ${bound} expected.`
    return { weight: is_less ? 'stops' : 'remarks', message }
  })
}

/** A finding that names the first of the things found; no finding for an empty list. */
const nameFound = (weight: Finding['weight'], what: string, names: readonly string[]): Finding[] =>
  names.length === 0 ? [] : [{ weight, message: `${what}: ${nameFirst(names, MAX_NAMED)}.` }]

const checkStatuses = ({ indicators: { statuses, compared } }: Comparison): Finding[] => {
  if (statuses.count === 0) return []
  const formatShare = (share: number): string => `${(100 * share).toFixed(1)} %`
  const share = statuses.count / compared
  const changed = `${formatCount(statuses.count)} of ${formatCount(compared)} (${formatShare(share)})`
  if (share <= MAX_STATUSES_CHANGED_SHARE)
    return [{ weight: 'remarks', message: `Statuses changed: ${changed}.` }]
  const message = `Too many statuses changed: ${changed}, at most ${formatShare(MAX_STATUSES_CHANGED_SHARE)} expected.`
  return [{ weight: 'stops', message }]
}

const checkRowCounts = ({ old, new: now }: Comparison): Finding[] =>
  Object.entries(old.rows).flatMap(([table, before]): Finding[] => {
    const after = now.rows[table] ?? before
    if (before - after <= MAX_ROWS_LOST_UNCHECKED || after >= before * MIN_ROWS_KEPT_SHARE) return []
    const message = `A table has far fewer rows: ${table} has ${formatCount(after)}, and had ${formatCount(before)}.`
    return [{ weight: 'stops', message }]
  })

const VERSION_REASONS = {
  major: 'changed tables or columns call for a major one',
  minor: 'added or lost documents or files call for a minor one',
  patch: null,
  none: null,
} as const

const checkComparison = (comparison: Comparison): Finding[] => {
  const { schema, documents, files, not_compared, old, new: now } = comparison
  const findChanged = (wanted: (typeof schema)[number]['change']): string[] =>
    schema.filter(({ change }) => change === wanted).map(joinName)
  const listIds = ({ first }: typeof documents.lost): string[] =>
    first.map((row) => String(row['document_id']))
  const renamings = documents.renamed.first.map(({ from, to }) => `${from}, now ${to}`)
  const missing = not_compared.filter(({ missing_in }) => missing_in === 'old').map(joinName)
  const reason = old.version === now.version && VERSION_REASONS[comparison.version_step]
  const message = `The version is still that of the previous release, although ${reason}.`
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
    ...(reason ? [{ weight: 'remarks', message } as const] : []),
  ]
}

const SAMPLES_OVER_DATA =
  'This release holds samples about invented places, the previous one real profiles; name another output folder.'
const SAMPLES_OVER_UNKNOWN =
  'This release holds samples about invented places, and the previous one may hold real profiles; name another output folder, or remove the previous release.'
const SAMPLES_REPLACED = 'The previous release held samples; it was not compared.'

const checkAgainst = async (folder: string, release: Release): Promise<Finding[]> => {
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
    const unknown = { weight: 'forbids', message: SAMPLES_OVER_UNKNOWN } as const
    return [{ weight: 'stops', message }, ...(isSample ? [unknown] : [])]
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
    remarks: findings.filter(({ weight }) => weight === 'remarks'),
  }
}

export type ReleaseCheck = Awaited<ReturnType<typeof checkRelease>>
