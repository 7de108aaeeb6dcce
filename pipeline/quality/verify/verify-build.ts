import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { compareFolders, type FolderComparison } from './compare-folders.ts'
import { copyProject, linkTo, PROJECT } from './copied-project.ts'
import { type RunBuild, runBuild } from './run-build.ts'
import { SURROUNDINGS } from './surroundings.ts'

/** What is built twice. */
export interface VerifyRequest {
  readonly inputs: readonly string[]
  readonly corrections: string | null
  /** Further words of the command line of both builds. */
  readonly more?: readonly string[]
}

/** What came of building twice. */
export interface Verification extends FolderComparison {
  /** The folder that holds both releases, where they differ; it is gone where they do not. */
  readonly kept: string | null
}

/** A path that is not like others: with a space, and with letters beyond ASCII. */
const ELSEWHERE = 'ein anderer Ort, weit weg/für später'

/**
 * Builds the same inputs twice and compares all bytes. The second build runs in other surroundings, from a copy of the
 * code in another folder, reads by other paths, and has none of the caches of the first.
 * @throws BuildFailed where a build makes no release
 */
export const verifyBuild = async (
  { inputs, corrections, more = [] }: VerifyRequest,
  run: RunBuild = runBuild,
): Promise<Verification> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-verify-'))
  const [here, there] = [join(folder, 'here'), join(folder, ELSEWHERE)]
  const [first, second] = [join(here, 'out'), join(there, 'release')]
  let comparison: FolderComparison | null = null
  try {
    for (const temporary of [here, there]) await mkdir(join(temporary, 'tmp'), { recursive: true })
    await copyProject(join(there, 'project'))
    const linked = inputs.map((input, index) => join(there, `input ${index}`, basename(resolve(input))))
    for (const [index, link] of linked.entries()) await linkTo(resolve(inputs[index] ?? ''), link)
    const settled = corrections === null ? null : resolve(corrections)
    await run({
      project: PROJECT,
      inputs: inputs.map((input) => resolve(input)),
      corrections: settled,
      out: first,
      temporary: join(here, 'tmp'),
      more,
      surroundings: SURROUNDINGS.first,
    })
    await run({
      project: join(there, 'project'),
      inputs: linked,
      corrections: settled,
      out: second,
      temporary: join(there, 'tmp'),
      more,
      surroundings: SURROUNDINGS.second,
    })
    comparison = await compareFolders(first, second)
  } finally {
    if (comparison === null || comparison.differences.length === 0) {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return { ...comparison, kept: comparison.differences.length === 0 ? null : folder }
}
