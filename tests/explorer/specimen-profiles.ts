import { fileURLToPath } from 'node:url'
import { planRelease } from '../../pipeline/build/plan-release.ts'
import { createProcessPool } from '../../pipeline/build/process-pool.ts'
import { readFiles } from '../../pipeline/build/read-files.ts'
import type { ExploredProfile } from '../../pipeline/explorer/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { contentLimits, USUAL_LIMITS } from '../../schemas/index.ts'

/** The folder of the specimens. */
export const SPECIMENS = fileURLToPath(new URL('../../raw/specimen', import.meta.url))

/** The specimens as the explorer takes them, in published order. */
export const specimenProfiles = async (): Promise<readonly ExploredProfile[]> => {
  const reader = createProcessPool(2, USUAL_LIMITS)
  const options = { ocr: 'auto', limits: contentLimits(USUAL_LIMITS) } as const
  const context = { reader, options, limits: USUAL_LIMITS, corrections: [] }
  const files = await listSourceFiles([SPECIMENS])
  const { readings, store } = await readFiles(files, context, () => {}).finally(reader.destroy)
  const profiles = planRelease(readings).profiles.map((profile) => {
    const [rows, pages] = [store.rows(profile), store.pages(profile)]
    return { rows, isLatest: true, pages }
  })
  store.close()
  return profiles
}
