import { PILLARS, type Pillar, SECTIONS, type Section } from '../../../../schemas/sections.ts'
import type { Status } from '../../../../schemas/statuses.ts'
import type { DocumentSummary } from '../../data/explorer-data.ts'

/** The sections that ask for a measure, in the order of the template: all but the background figures. */
export const MEASURES: readonly Section[] = SECTIONS.filter((section) => section.unit === null)

/** The background figures. */
export const FIGURES: readonly Section[] = SECTIONS.filter((section) => section.unit !== null)

/** Names of pillars in sentences. */
export const PILLAR_NAMES: Readonly<Record<Pillar, string>> = {
  background: 'Background',
  legal: 'Legal measures',
  technical: 'Technical measures',
  organisational: 'Organisational measures',
  capacity: 'Capacity building',
  cooperation: 'Cooperation',
  child_protection: 'Child online protection',
}

/** The pillars that hold measures, each with its sections. */
export const MEASURE_PILLARS: readonly { readonly pillar: Pillar; readonly sections: readonly Section[] }[] =
  PILLARS.map((pillar) => ({
    pillar,
    sections: MEASURES.filter((section) => section.pillar === pillar),
  })).filter(({ sections }) => sections.length > 0)

/** The section that an address names, by its indicator or, as in addresses of version 0.1, by its code. */
export const findSection = (name: string | undefined): Section | undefined =>
  SECTIONS.find(({ indicator, code }) => indicator === name || code === name)

/** The indicator of a section, which names it in addresses. */
export const nameSection = (code: string): string => findSection(code)?.indicator ?? ''

const places: ReadonlyMap<string, number> = new Map(SECTIONS.map(({ code }, index) => [code, index]))

/** The status of a section in a document; a section outside the catalogue is not reported. */
export const findStatus = ({ statuses }: DocumentSummary, code: string): Status =>
  statuses[places.get(code) ?? -1] ?? 'not_reported'

/** How many of some sections have the status `present`. */
export const presentCount = (document: DocumentSummary, sections: readonly Section[] = MEASURES): number =>
  sections.filter(({ code }) => findStatus(document, code) === 'present').length
