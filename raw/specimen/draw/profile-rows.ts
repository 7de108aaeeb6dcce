import { PARENT_HEADINGS, SECTIONS } from '../../../schemas/index.ts'
import type { Specimen } from '../specimen.ts'
import type { Measure } from './measure.ts'
import { noteRows } from './note-rows.ts'
import type { Fragment, Row } from './row.ts'
import { BLACK, GUTTER, PAGE, TEXT_WIDTH, type TextStyle } from './style.ts'

type CatalogueEntry = (typeof SECTIONS)[number]

const LEADING = 1.25

const CLOSING_SIZE = 7.5
const DASHES = 150

const SOURCE = '(data source: invented for this specimen)'
const DISCLAIMER = 'DISCLAIMER: This is a specimen about an invented place'
const MORE = 'More information is available in the file README.md beside it'

interface Spacing {
  readonly before?: number
  readonly staysWithNext?: boolean
}

const row = (fragments: readonly Fragment[], { before = 0, staysWithNext = false }: Spacing = {}): Row => ({
  fragments,
  height: Math.max(...fragments.map((fragment) => fragment.style.size)) * LEADING,
  before,
  staysWithNext,
})

const textRow = (text: string, style: TextStyle, spacing?: Spacing): Row =>
  row([{ text, style, x: PAGE.left }], spacing)

const plain = (size: number): TextStyle => ({ font: 'Helvetica', size, colour: BLACK })

const titleRows = ({ title, look }: Specimen): Row[] => [
  textRow('CYBERWELLNESS PROFILE', { font: 'Helvetica-Bold', size: 16, colour: look.accent }),
  ...title.map((line) => textRow(line, { font: 'Helvetica-Bold', size: 13, colour: BLACK })),
]

const backgroundRows = ({ population, internetUsers, look }: Specimen): Row[] => {
  const right = PAGE.left + (TEXT_WIDTH + GUTTER) / 2
  const pair = (left: string, other: string, size: number): Row =>
    row([
      { text: left, style: plain(size), x: PAGE.left },
      { text: other, style: plain(size), x: right },
    ])
  return [
    headingRow('BACKGROUND', look),
    pair(
      `Total Population: ${population.printed}`,
      `Internet users, percentage of population: ${internetUsers.printed}`,
      Math.min(look.size, 9.5),
    ),
    pair(SOURCE, SOURCE, 7),
  ]
}

const headingRow = (text: string, look: Specimen['look'], before = look.size * 0.7): Row =>
  textRow(
    text,
    { font: 'Helvetica-Bold', size: look.size, colour: look.accent },
    { before, staysWithNext: true },
  )

/** The parent headings that open before a section: those of its number that the section before it does not share. */
const parentsBetween = (before: string | undefined, code: string): string[] => {
  const parts = code.split('.')
  return parts
    .slice(1)
    .map((_, depth) => parts.slice(0, depth + 1).join('.'))
    .filter((parent) => parent in PARENT_HEADINGS && !before?.startsWith(`${parent}.`))
}

const parentRow = (code: string, look: Specimen['look']): Row =>
  headingRow(`${code}${code.includes('.') ? '' : '.'} ${PARENT_HEADINGS[code]}`, look)

const sectionRows = (section: CatalogueEntry, specimen: Specimen, measure: Measure): Row[] => {
  const content = specimen.sections[section.code]
  if (!content) return []
  const { look } = specimen
  const [first, ...rest] = content.heading ?? section.printedNames
  const further = content.heading ? rest : []
  const style = { text: plain(look.size), leading: look.size * LEADING, justified: look.justified }
  return [
    headingRow(`${section.code} ${first}`, look),
    ...further.map((line) => headingRow(line, look, 0)),
    ...noteRows(content.note, style, measure),
  ]
}

const closingRows = ({ updated }: Specimen, measure: Measure): Row[] => {
  const style = plain(CLOSING_SIZE)
  const raised = plain(CLOSING_SIZE * 0.62)
  const lead = `Last updated on ${updated.day}`
  const ordinalX = PAGE.left + measure(lead, style)
  const together = { staysWithNext: true }
  return [
    textRow('-'.repeat(DASHES), style, { before: 12, ...together }),
    textRow(DISCLAIMER, style, together),
    textRow(MORE, style, together),
    row([
      { text: lead, style, x: PAGE.left },
      { text: updated.ordinal, style: raised, x: ordinalX, raised: CLOSING_SIZE * 0.36 },
      { text: ` ${updated.monthAndYear}`, style, x: ordinalX + measure(updated.ordinal, raised) },
    ]),
  ]
}

/** The rows of a whole profile from the title to the closing lines, before they are set on pages. */
export const profileRows = (specimen: Specimen, measure: Measure): Row[] => {
  const numbered = SECTIONS.filter((section) => section.question !== 'figure')
  return [
    ...titleRows(specimen),
    ...backgroundRows(specimen),
    ...numbered.flatMap((section, index) => [
      ...parentsBetween(numbered[index - 1]?.code, section.code).map((code) =>
        parentRow(code, specimen.look),
      ),
      ...sectionRows(section, specimen, measure),
    ]),
    ...closingRows(specimen, measure),
  ]
}
