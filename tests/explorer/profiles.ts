import { planRelease } from '../../pipeline/build/plan-release.ts'
import { readFiles } from '../../pipeline/build/read-files.ts'
import type { ExploredProfile } from '../../pipeline/explorer/index.ts'
import { listSourceFiles } from '../../pipeline/fetch/index.ts'
import { at } from '../../pipeline/io/at.ts'
import { COUNTRIES, type DocumentRow, SECTION_CODES, USUAL_LIMITS } from '../../schemas/index.ts'
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
const rename = ({ rows, ...profile }: ExploredProfile, named: Partial<DocumentRow>): ExploredProfile => {
  const renameAll = <Row>(list: readonly Row[]): Row[] => list.map((row) => ({ ...row, ...named }))
  return {
    ...profile,
    rows: {
      document: { ...rows.document, ...named },
      indicators: renameAll(rows.indicators),
      items: renameAll(rows.items),
      boxes: renameAll(rows.boxes),
      review: renameAll(rows.review),
    },
  }
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
      return rename(profile, { document_id: id, country_code: code, country: name, source_date: date })
    })

/** The first sample as it may have read two years before: another status and other words in 1.2.3. */
export const formerEdition = (): ExploredProfile => {
  const former = rename(qelvara, { document_id: 'xaa-2012-08-12-00000000', source_date: '2012-08-12' })
  const words = { note: 'A scheme is being drafted in Qelvara.', evidence: 'being drafted' }
  const indicators = former.rows.indicators.map((row) =>
    row.section_code === '1.2.3' ? { ...row, status: 'planned' as const, ...words } : row,
  )
  return { ...former, isLatest: false, rows: { ...former.rows, indicators, review: [] } }
}

/** A profile as a release without the words of the profiles holds it. */
export const withoutWords = ({ rows, isLatest }: ExploredProfile): ExploredProfile => {
  const indicators = rows.indicators.map((row) => ({
    ...row,
    ...{ note: null, evidence: null, section_printed: null },
  }))
  return { isLatest, pages: null, rows: { ...rows, indicators, boxes: [] } }
}

/** Notes that a careless page would run, follow, turn around or choke on. */
export const HOSTILE_NOTES: readonly string[] = [
  '<script>window.hostile = true</script>',
  '<img src=x onerror="window.hostile = true">',
  '</script><script>window.hostile = true</script>',
  '"]}))//\u2028window.hostile = true',
  'javascript:window.hostile=true',
  '[click](javascript:window.hostile=true) {{constructor.constructor("window.hostile=1")()}}',
  'before \u202Edesrever\u202C \u2066isolated without end',
  '=HYPERLINK("javascript:alert(1)")',
  '__proto__ constructor toString',
  `long ${'word '.repeat(20_000)}end`,
]

/** The first sample with hostile notes, name and items. */
export const hostileProfile = (): ExploredProfile => {
  const { document, indicators, items, ...rows } = qelvara.rows
  const notes = new Map<string, string>(
    HOSTILE_NOTES.map((note, index) => [at(SECTION_CODES, index + 2), note]),
  )
  return {
    ...qelvara,
    rows: {
      ...rows,
      document: { ...document, country_printed: at(HOSTILE_NOTES, 1), file_name: '../../<b>x</b>.pdf' },
      indicators: indicators.map((row) => {
        const note = notes.get(row.section_code)
        return note === undefined ? row : { ...row, note, evidence: note.slice(0, 12) }
      }),
      items: items.map((item, index) => ({
        ...item,
        text: `${at(HOSTILE_NOTES, 1)} ${at(HOSTILE_NOTES, index % HOSTILE_NOTES.length)}`.slice(0, 200),
      })),
    },
  }
}
