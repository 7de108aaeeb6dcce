import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { seededRandom } from '../fuzz/random.ts'

const MAIN = fileURLToPath(new URL('../../pipeline/cli/main.ts', import.meta.url))
const SPECIMENS = fileURLToPath(new URL('../../raw/specimen/', import.meta.url))

const OLD = ['ixolund.pdf', 'nuvale.pdf']
const NEW = [...OLD, 'oxendrift.pdf']

/** What stood at the path of the output when the power was cut, and whether the next build set all right. */
export interface Cut {
  /** After how many milliseconds. */
  readonly after: number
  readonly found: 'old' | 'new' | 'neither'
  /** Whether the next build gave the undisturbed release and left nothing beside it. */
  readonly mended: boolean
}

/** Starts a build with all that it starts in a group of its own. */
const startBuild = (input: string, out: string, cache: string) =>
  spawn(process.execPath, [MAIN, 'build', '--input', input, '--out', out, '--cache', cache], {
    detached: true,
    stdio: 'ignore',
  })

const build = async (input: string, out: string, cache: string): Promise<number> => {
  const begun = performance.now()
  const [code] = await once(startBuild(input, out, cache), 'exit')
  if (code !== 0) throw new Error(`a build that nobody disturbed ended with ${code}`)
  return performance.now() - begun
}

/** One hash over the names and bytes of a folder; null where there is none. */
const digestOf = async (folder: string): Promise<string | null> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) return null
  const hash = createHash('sha256')
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths.sort()) hash.update(`${path.slice(folder.length)}\n`).update(await readFile(path))
  return hash.digest('hex')
}

/** Cuts the power so many times while a release is replaced, at moments that follow from a seed. */
export const cutPower = async (
  times: number,
  seed: number,
  report: (cut: Cut) => void = () => {},
): Promise<readonly Cut[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-power-'))
  const at = (...names: string[]): string => join(folder, ...names)
  try {
    for (const [name, documents] of [
      ['old', OLD],
      ['new', NEW],
    ] as const) {
      await mkdir(at(name))
      for (const document of documents) await cp(join(SPECIMENS, document), at(name, document))
    }
    await build(at('old'), at('release', 'old'), at('cache'))
    const lasts = await build(at('new'), at('release', 'new'), at('other-cache'))
    const [old, undisturbed] = [await digestOf(at('release', 'old')), await digestOf(at('release', 'new'))]
    const random = seededRandom(seed)
    const cuts: Cut[] = []
    for (let index = 0; index < times; index++) {
      const [place, out] = [at(`cut-${index}`), at(`cut-${index}`, 'out')]
      await mkdir(place)
      await cp(at('release', 'old'), out, { recursive: true })
      const child = startBuild(at('new'), out, join(place, 'cache'))
      const ended = once(child, 'exit')
      const after = random.below(Math.ceil(lasts))
      await wait(after)
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
      await ended
      const digest = await digestOf(out)
      const found = digest === old ? 'old' : digest === undisturbed ? 'new' : 'neither'
      await build(at('new'), out, join(place, 'cache'))
      const beside = (await readdir(place)).filter((name) => !['cache', 'out'].includes(name))
      const mended = (await digestOf(out)) === undisturbed && beside.length === 0
      const cut = { after, found, mended } as const
      report(cut)
      cuts.push(cut)
      await rm(place, { recursive: true })
    }
    return cuts
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
