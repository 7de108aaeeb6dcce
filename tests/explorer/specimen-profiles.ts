import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { planRelease } from '../../pipeline/build/plan-release.ts'
import { readFiles } from '../../pipeline/build/read-files.ts'
import { openStore } from '../../pipeline/build/store/index.ts'
import { workerPool } from '../../pipeline/build/worker-pool.ts'
import type { ExploredProfile } from '../../pipeline/explorer/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'

/** The folder of the specimens. */
export const SPECIMENS = fileURLToPath(new URL('../../raw/specimen', import.meta.url))

/** The specimens as the explorer takes them, in published order. */
export const specimenProfiles = async (): Promise<readonly ExploredProfile[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-specimens-'))
  const { store } = await openStore(folder)
  const pool = workerPool(2, USUAL_LIMITS, [folder])
  try {
    const context = {
      store,
      options: { ocr: 'auto' },
      corrections: [],
      readToStore: pool.store,
      width: 2,
    } as const
    const read = await readFiles(await listSourceFiles([SPECIMENS]), context, () => {})
    return await Promise.all(
      planRelease(read.readings).profiles.map(async (profile) => {
        const rows = await read.rowsOf(profile)
        const pages = await read.pagesOf(profile, rows)
        return { rows, isLatest: true, pages: async () => pages }
      }),
    )
  } finally {
    await pool.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}
