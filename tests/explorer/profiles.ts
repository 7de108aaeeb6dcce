import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { planRelease } from '../../pipeline/build/plan-release.ts'
import { readFiles } from '../../pipeline/build/read-files.ts'
import { type ExploredProfile, writeExplorer } from '../../pipeline/explorer/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { at } from '../../pipeline/io/at.ts'
import { COUNTRIES, type DocumentRow, releaseInfo, USUAL_LIMITS } from '../../schemas/index.ts'
import { IN_PROCESS, SPECIMENS } from '../build/in-process.ts'

/** The samples as the explorer takes them, in published order. */
const readSamples = async (): Promise<readonly ExploredProfile[]> => {
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

export const samples = await readSamples()
export const qelvara = at(samples, 0)

/** A profile whose rows name another document. */
const renameProfile = (profile: ExploredProfile, named: Partial<DocumentRow>): ExploredProfile => {
  const { document, indicators, items, boxes, review } = profile.rows
  const rename = <Row>(row: Row): Row => ({ ...row, ...named })
  const tables = { items: items.map(rename), boxes: boxes.map(rename), review: review.map(rename) }
  return { ...profile, rows: { document: rename(document), indicators: indicators.map(rename), ...tables } }
}

/** The samples under the names of real countries, in published order; they still say that they were invented. */
export const cloneSamples = (count: number): readonly ExploredProfile[] =>
  COUNTRIES.toSorted((left, right) => (left.code < right.code ? -1 : 1))
    .slice(0, count)
    .map(({ code, name }, index) => {
      // strides that share no factor with the number of samples mix them
      const profile = at(samples, (index * 7 + Math.floor(index / 10)) % samples.length)
      const date = new Date(Date.UTC(2012, 0, 1 + ((index * 97) % 1460))).toISOString().slice(0, 10)
      const id = `${code.toLowerCase()}-${date}-${profile.rows.document.sha256.slice(0, 8)}`
      return renameProfile(profile, { document_id: id, country_code: code, country: name, source_date: date })
    })

/** The first sample as it may have read two years before: another status and other words in 1.2.3. */
export const formerEdition = (): ExploredProfile => {
  const former = renameProfile(qelvara, { document_id: 'xaa-2012-08-12-00000000', source_date: '2012-08-12' })
  const words = { note: 'A scheme is being drafted in Qelvara.', evidence: 'being drafted' }
  const indicators = former.rows.indicators.map((row) =>
    row.section_code === '1.2.3' ? { ...row, status: 'planned' as const, ...words } : row,
  )
  return { ...former, isLatest: false, rows: { ...former.rows, indicators, review: [] } }
}

/** A profile as a release without the words of the profiles holds it. */
export const withoutWords = ({ rows, isLatest }: ExploredProfile): ExploredProfile => {
  const nothing = { note: null, evidence: null, section_printed: null }
  const indicators = rows.indicators.map((row) => ({ ...row, ...nothing }))
  return { isLatest, pages: null, rows: { ...rows, indicators, boxes: [] } }
}

/** Notes that a careless page would run, follow, turn around or choke on. */
export const HOSTILE_NOTES: readonly string[] = [
  ...z.array(z.string()).parse(JSON.parse(readFileSync('tests/fixtures/hostile-notes.json', 'utf8'))),
  `long ${'word '.repeat(20_000)}end`,
]

/** The first sample with hostile notes, name and items. */
export const hostileProfile = (): ExploredProfile => {
  const { document, indicators, items, ...rows } = qelvara.rows
  const image = at(HOSTILE_NOTES, 1)
  return {
    ...qelvara,
    rows: {
      ...rows,
      document: { ...document, country_printed: image, file_name: '../../<b>x</b>.pdf' },
      // the first two sections are figures
      indicators: indicators.map((row, index) => {
        const note = HOSTILE_NOTES[index - 2]
        return note === undefined ? row : { ...row, note, evidence: note.slice(0, 12) }
      }),
      items: items.map((item, index) => ({
        ...item,
        text: `${image} ${at(HOSTILE_NOTES, index % HOSTILE_NOTES.length)}`.slice(0, 200),
      })),
    },
  }
}

/** Hands over the files of the explorer of some samples. */
export const emitSite = (
  profiles: readonly ExploredProfile[],
  emit: (name: string, content: string | Uint8Array) => Promise<void>,
  homepage?: string,
): Promise<void> => {
  const files = ['indicators.csv', 'a b.csv'].map((name) => ({ name, bytes: 1, sha256: '' }))
  const info = releaseInfo('specimen', homepage)
  return writeExplorer({ info, collection: 'specimen', files }, profiles, emit)
}

/** Writes the explorer of some samples below a folder. */
export const writeSite = (folder: string, profiles: readonly ExploredProfile[]): Promise<void> =>
  emitSite(profiles, async (name, content) => {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  })
