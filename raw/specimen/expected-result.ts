import { SECTIONS } from '../../schemas/index.ts'
import type { List, NotePart, Specimen, SpecimenSection } from './specimen.ts'

/** Sections whose list entries are given one by one. */
const WITH_ITEMS: readonly string[] = ['1.1.1', '1.1.2', '2.1']

/** An entry that says that the list is empty. */
const NO_ENTRY = 'None.'

type ExpectedSection = {
  readonly status: readonly [string]
  readonly note: string | null
  readonly items?: readonly string[]
  readonly partner_countries?: readonly string[]
}

/** What a careful reader takes from a specimen; sections that are missing from it are left out. */
export type ExpectedResult = {
  readonly country_code: string
  readonly population: number | null
  readonly internet_users_percent: number | null
  readonly source_date: string
  readonly source_date_printed: string
  readonly sections: Readonly<Record<string, ExpectedSection>>
}

const marked = (mark: List['mark'], entries: readonly string[]): string[] =>
  entries.map((entry) => `${mark.replace('\t', ' ')}${entry}`)

const listWords = (part: NotePart): string[] => {
  if (typeof part === 'string') return [part]
  return marked(part.mark, part.kind === 'columns' ? part.columns.flat() : part.entries)
}

const listEntries = (part: NotePart): readonly string[] => {
  if (typeof part === 'string') return []
  return part.kind === 'columns' ? part.columns.flat() : part.entries
}

const unbroken = (text: string): string => text.replaceAll('\n', ' ')

const expectedSection = (code: string, section: SpecimenSection): ExpectedSection => {
  const note = unbroken(section.note.flatMap(listWords).join(' '))
  const hasItems = WITH_ITEMS.includes(code) && section.note.some((part) => typeof part !== 'string')
  const items = section.note.flatMap(listEntries).map(unbroken)
  return {
    status: [section.status],
    note: note === '' ? null : note,
    ...(hasItems ? { items: items.filter((item) => item !== NO_ENTRY) } : {}),
    ...(code === '1.5.1' ? { partner_countries: section.partners ?? [] } : {}),
  }
}

/** The expected result of a specimen: statuses as stated by hand, notes and items as the content has them. */
export const expectedResult = ({
  code,
  population,
  internetUsers,
  updated,
  sections,
}: Specimen): ExpectedResult => ({
  country_code: code,
  population: population.value,
  internet_users_percent: internetUsers.value,
  source_date: updated.iso,
  source_date_printed: `${updated.day}${updated.ordinal} ${updated.monthAndYear}`,
  sections: Object.fromEntries(
    SECTIONS.flatMap((section) => {
      const content = section.question === 'figure' ? undefined : sections[section.code]
      return content ? [[section.code, expectedSection(section.code, content)]] : []
    }),
  ),
})
