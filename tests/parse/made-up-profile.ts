import { PARENT_HEADINGS, SECTIONS, type Section } from '../../schemas/index.ts'

const numbered: readonly Section[] = SECTIONS.filter((section) => section.unit === null)

const parentsBefore = (section: Section, previous: Section | undefined): string[] => {
  const parts = section.code.split('.')
  const codes = parts.map((_, index) => parts.slice(0, index + 1).join('.')).slice(0, -1)
  return codes
    .filter((code) => !previous?.code.startsWith(`${code}.`))
    .map((code) => `${code.length === 1 ? `${code}.` : code} ${PARENT_HEADINGS[code]}`)
}

/** The lines of a profile of an invented place: every heading of the template, two lines of text under each section. */
export const MADE_UP_PROFILE: readonly string[] = [
  'CYBERWELLNESS PROFILE',
  'REPUBLIC OF WISTREL',
  'BACKGROUND',
  'Total Population: 12 300',
  'Internet users, percentage of population: 45.6%',
  ...numbered.flatMap((section, index) => [
    ...parentsBefore(section, numbered[index - 1]),
    `${section.code} ${section.printedNames[0]}`,
    `Wistrel keeps a log of ${section.name.toLowerCase()} in its`,
    `tower number ${index + 40}.`,
  ]),
  'DISCLAIMER: Wistrel does not exist.',
  'More information is available at the tower.',
  'Last updated on 3rd March 2014',
]
