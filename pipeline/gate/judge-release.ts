import { EXPECTATIONS, type GateFinding, makeFinding } from '../../schemas/index.ts'
import { compareReleases } from '../compare/index.ts'
import { ReleaseUnreadable, type ReopenedRelease, releaseCollection, reopenRelease } from '../reopen/index.ts'
import { comparisonFindings } from './comparison-findings.ts'
import { expectationFindings } from './expectation-findings.ts'
import { releaseMeasures } from './release-measures.ts'

/** Whether a release may take the place of the former one. */
export interface Verdict {
  /** Whether it takes the place: nothing speaks against it, or nothing that a person did not accept. */
  readonly taken: boolean
  /** Whether a person can accept it as it is. */
  readonly acceptable: boolean
  /** What speaks against it. */
  readonly reasons: readonly GateFinding[]
  /** What a person should know all the same. */
  readonly remarks: readonly GateFinding[]
  /** Whether there would be nothing to say of it if it were to replace itself. */
  readonly stands: boolean
}

/** How many of each kind of change are needed to name some of them. */
const LISTED_AT_MOST = 20

const holdsRows = ({ tables }: ReopenedRelease): boolean =>
  [tables.get('documents'), tables.get('indicators')].some((table) => (table?.rowCount ?? 0) > 0)

const findingsAgainst = async (
  former: ReopenedRelease,
  release: ReopenedRelease,
  isSpecimen: boolean,
): Promise<readonly GateFinding[]> => {
  const wasSpecimen = (await releaseCollection(former)) === 'specimen'
  if (isSpecimen && !wasSpecimen && holdsRows(former)) return [makeFinding('specimens_over_data')]
  if (wasSpecimen && !isSpecimen) return [makeFinding('specimens_replaced')]
  const options = { atMost: LISTED_AT_MOST, depth: 'statuses' } as const
  return comparisonFindings(await compareReleases(former, release, options))
}

const formerFindings = async (
  folder: string,
  release: ReopenedRelease,
  isSpecimen: boolean,
): Promise<readonly GateFinding[]> => {
  try {
    return await findingsAgainst(await reopenRelease(folder), release, isSpecimen)
  } catch (error) {
    if (!(error instanceof ReleaseUnreadable)) throw error
    return [
      makeFinding('former_unreadable', error.message),
      ...(isSpecimen ? [makeFinding('specimens_over_unknown')] : []),
    ]
  }
}

/**
 * Judges whether a release may take the place of the former one.
 * @param former the folder of the former release; null for a first one
 * @param accept whether a person takes it whatever speaks against it; specimens replace no real data all the same
 * @throws ReleaseUnreadable where the release itself is broken
 */
export const judgeRelease = async (
  former: string | null,
  folder: string,
  accept: boolean,
): Promise<Verdict> => {
  const release = await reopenRelease(folder)
  const isSpecimen = (await releaseCollection(release)) === 'specimen'
  const expected = EXPECTATIONS[isSpecimen ? 'specimen' : 'itu-cyberwellness']
  const own = expectationFindings(await releaseMeasures(release), expected)
  const findings = [...(former === null ? [] : await formerFindings(former, release, isSpecimen)), ...own]
  const reasons = findings.filter(({ weight }) => weight !== 'remarks')
  const acceptable = reasons.every(({ weight }) => weight !== 'forbids')
  return {
    taken: reasons.length === 0 || (accept && acceptable),
    acceptable,
    reasons,
    remarks: findings.filter(({ weight }) => weight === 'remarks'),
    stands: own.length === 0,
  }
}
