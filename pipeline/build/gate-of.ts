import { judgeRelease, type Verdict } from '../gate/index.ts'
import { checkOutput, type Inspect } from '../publish/index.ts'

/** The gate of a build: what publishing asks before a release takes its place, and what it was told. */
export interface Gate {
  readonly inspect: Inspect
  /** Null before a release was judged. */
  readonly verdict: () => Verdict | null
}

/** A gate that compares with the release in place, where there is one. */
export const gateOf = (accept: boolean): Gate => {
  let verdict: Verdict | null = null
  return {
    inspect: async (staging, target) => {
      const former = (await checkOutput(target)) === 'release' ? target : null
      verdict = await judgeRelease(former, staging, accept)
      return verdict.taken ? 'take' : 'reject'
    },
    verdict: () => verdict,
  }
}
