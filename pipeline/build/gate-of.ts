import { checkOutput, type Inspect } from '../publish/index.ts'
import { checkRelease, type ReleaseCheck } from '../release/index.ts'

/** The gate of a build: what publishing asks before a release takes its place, and what it was told. */
export interface Gate {
  readonly inspect: Inspect
  /** Null before a release was judged. */
  readonly verdict: () => ReleaseCheck | null
}

/** A gate that compares with the release in place, where there is one. */
export const gateOf = (accept: boolean): Gate => {
  let verdict: ReleaseCheck | null = null
  return {
    inspect: async (staging, target) => {
      const former = (await checkOutput(target)) === 'release' ? target : null
      verdict = await checkRelease(former, staging, accept)
      return verdict.taken ? 'take' : 'reject'
    },
    verdict: () => verdict,
  }
}
