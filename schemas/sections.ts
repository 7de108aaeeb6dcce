import { SECTIONS, type Section, type SectionCode } from './read-sections.ts'

export { SECTIONS, type Section, type SectionCode, type SectionQuestion } from './read-sections.ts'
export * from './section.ts'

export const SECTION_CODES: readonly SectionCode[] = SECTIONS.map((section) => section.code)

/** The parent headings of the template, which hold no text of their own. */
export const PARENT_HEADINGS: Readonly<Record<string, string>> = {
  '1': 'CYBERSECURITY',
  '1.1': 'LEGAL MEASURES',
  '1.2': 'TECHNICAL MEASURES',
  '1.3': 'ORGANIZATION MEASURES',
  '1.4': 'CAPACITY BUILDING',
  '1.5': 'COOPERATION',
  '2': 'CHILD ONLINE PROTECTION',
}

/** The title of a profile as the pattern of what documents print. */
export const TITLE_PATTERN = 'CYBER\\s*-?\\s*WELL?NESS\\s+(?:COUNTRY\\s+)?PROFILE'

/** The catalogue entry of a section code, or undefined for a code outside the catalogue. */
export const sectionByCode = (code: string): Section | undefined =>
  SECTIONS.find((section) => section.code === code)
