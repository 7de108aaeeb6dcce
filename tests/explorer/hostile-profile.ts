import type { ExploredProfile } from '../../pipeline/explorer/index.ts'
import { SECTION_CODES } from '../../schemas/index.ts'

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

/** A profile whose notes, name and items are hostile. */
export const hostileProfile = (profile: ExploredProfile): ExploredProfile => {
  const { document, indicators, items } = profile.rows
  const findNote = (code: string): string | null =>
    HOSTILE_NOTES[SECTION_CODES.map(String).indexOf(code) - 2] ?? null
  return {
    ...profile,
    rows: {
      ...profile.rows,
      document: { ...document, country_printed: HOSTILE_NOTES[0] ?? '', file_name: '../../<b>x</b>.pdf' },
      indicators: indicators.map((row) => {
        const note = findNote(row.section_code)
        return note === null ? row : { ...row, note, evidence: note.slice(0, 12) }
      }),
      items: items.map((item, index) => ({
        ...item,
        text: HOSTILE_NOTES[index % HOSTILE_NOTES.length]?.slice(0, 200) ?? item.text,
      })),
    },
  }
}
