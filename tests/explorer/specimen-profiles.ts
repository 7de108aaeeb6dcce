import { planRelease } from '../../pipeline/build/plan-release.ts'
import { readFiles } from '../../pipeline/build/read-files.ts'
import type { ExploredProfile } from '../../pipeline/explorer/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { USUAL_LIMITS } from '../../schemas/index.ts'
import { IN_PROCESS, SPECIMENS } from '../build/in-process.ts'

export { SPECIMENS }

/** The specimens as the explorer takes them, in published order. */
export const specimenProfiles = async (): Promise<readonly ExploredProfile[]> => {
  const files = await listSourceFiles([SPECIMENS])
  const context = { reader: IN_PROCESS, ocr: 'auto', limits: USUAL_LIMITS, progress: () => {} } as const
  const { readings, store } = await readFiles(files, context)
  const profiles = planRelease(readings).profiles.map((profile) => {
    const [rows, pages] = [store.rows(profile), store.pages(profile)]
    return { rows, isLatest: true, pages }
  })
  store.close()
  return profiles
}
