import type { ContentRows } from '../pipeline/publish/index.ts'
import { type Indicator, SECTIONS } from '../schemas/index.ts'

const WORDS =
  'the bell founders keep a register of all bells under the act on towers, “ropes” and clappers; it is read aloud at every fair'.split(
    ' ',
  )

const WORDS_IN_PIECE = 4

/** Numbers from 0 to 1 that look random and are the same every time (Park and Miller 1988). */
const randomNumbers = (): (() => number) => {
  let state = 1
  return () => {
    state = (state * 48_271) % 0x7fff_ffff
    return state / 0x7fff_ffff
  }
}

/** Documents with the given number of indicators in all, with invented words of usual length. */
export async function* makeUpDocuments(rows: number): AsyncGenerator<ContentRows> {
  const random = randomNumbers()
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? ''
  // pieces keep this fast, since writing is measured
  const pieces = Array.from({ length: 1_024 }, () => Array.from({ length: WORDS_IN_PIECE }, word).join(' '))
  const text = (length: number): string => {
    let made = word()
    for (let words = 1; words < length; words += WORDS_IN_PIECE) {
      made += ` ${pieces[Math.floor(random() * pieces.length)]}`
    }
    return made
  }
  for (let made = 0; made < rows; made += SECTIONS.length) {
    const id = made.toString(16).padStart(8, '0')
    const indicators = SECTIONS.slice(0, rows - made).map((section): Indicator => {
      const note = text(8 + Math.floor(random() * 30))
      return {
        country: 'Qelvara',
        country_code: 'XAA',
        section_code: section.code,
        indicator: section.indicator,
        section: section.name,
        status: random() < 0.5 ? 'present' : 'absent',
        note,
        source_date: '2014-08-12',
        value: section.unit === null ? null : Math.floor(random() * 1e6),
        unit: section.unit,
        value_year: null,
        value_source: null,
        area: section.area,
        pillar: section.pillar,
        section_printed: section.printedNames[0] ?? null,
        confidence: 'high',
        status_rule: 'made_up',
        evidence: note.slice(0, 20),
        evidence_is_note: false,
        derivation: 'text_layer',
        page: 1,
        is_latest: false,
        document_id: `xaa-2014-08-12-${id}`,
        source_url: null,
      }
    })
    yield { indicators }
  }
}
