import type { z } from 'zod'
import { column } from './column.ts'
import { AREAS, PILLARS, SECTIONS, type Section } from './sections.ts'
import { defineTable } from './table.ts'

export const sections = defineTable({
  name: 'sections',
  description: 'The codebook: one row for each entry of the section catalogue.',
  primaryKey: ['indicator'],
  columns: {
    section_code: column.sectionCode('Number of the section on the template.'),
    indicator: column.indicator('Short name of the section, stable across releases.', {}),
    section_order: column.integer('Place on the template, counted from 1.'),
    area: column.choice(AREAS, 'First-level part of the template.'),
    pillar: column.choice(PILLARS, 'Second-level part of the template.'),
    section: column.text('English name of the section.'),
    printed_names: column.text('Headings seen in print, separated by “; ”.'),
    definition: column.text('What “present” (for figures, “reported”) means in this section.'),
    unit: column.optionalText('Unit of a background figure.'),
  },
})
export type SectionRow = z.infer<typeof sections.row>

export const sectionRows = (): SectionRow[] =>
  SECTIONS.map((section: Section, index) => ({
    section_code: section.code,
    indicator: section.indicator,
    section_order: index + 1,
    area: section.area,
    pillar: section.pillar,
    section: section.name,
    printed_names: section.printedNames.join('; '),
    definition: section.definition,
    unit: section.unit,
  }))
