import type { z } from 'zod'
import { column } from './column.ts'
import { listKeys } from './list-keys.ts'
import { AREAS, PILLARS } from './sections.ts'
import { CONFIDENCES, STATUSES } from './statuses.ts'
import { defineTable } from './table.ts'

/** How the text of a row was obtained from its source. */
export const DERIVATION_MEANINGS = {
  text_layer: 'Read from the text that the PDF carries.',
  ocr: 'Recognised from the picture of a page that carries no text.',
  text: 'Read from a text file.',
  corrected: 'Settled by a person, in the corrections file.',
} as const
export type Derivation = keyof typeof DERIVATION_MEANINGS
export const DERIVATIONS = listKeys(DERIVATION_MEANINGS)

export const indicators = defineTable({
  name: 'indicators',
  description:
    'One row for each document and each section of the catalogue, whether the profile answers it or not.',
  primaryKey: ['document_id', 'indicator'],
  columns: {
    country: column.text('Country name in English, from the project’s reviewed table.'),
    country_code: column.countryCode('ISO 3166-1 alpha-3; samples use the user-assigned codes XAA to XXZ.'),
    section_code: column.sectionCode(
      'Number of the section on the template; 0.1 and 0.2 are the background figures.',
    ),
    indicator: column.indicator('Short name of the section, the key to join by.'),
    section: column.text('English name of the section.'),
    status: column.choice(STATUSES, 'What the profile says about the measure.'),
    confidence: column.choice(
      CONFIDENCES,
      'Whether the rule understood the whole note, or a person should read (or has read) it.',
    ),
    note: column.optionalText(
      'The profile’s own words, with line breaks joined and the leading list mark removed.',
    ),
    source_date: column
      .date('Date of the line “Last updated on”; null if the profile prints no date.')
      .nullable(),
    value: column.number('The figure, for the two background figures.').nullable(),
    unit: column.optionalText('Unit of the value.'),
    value_year: column.integer('Year of the figure, from its printed source.').nullable(),
    value_source: column.optionalText('Who published the figure, from its printed source.'),
    area: column.choice(AREAS, 'First-level part of the template.'),
    pillar: column.choice(PILLARS, 'Second-level part of the template.'),
    section_printed: column.optionalText('The heading as the profile prints it, number included.'),
    status_rule: column.text('Name of the rule that decided the status.'),
    evidence: column.optionalText(
      'The words of the note that decided; null if no words or the whole note decided.',
    ),
    evidence_is_note: column.boolean('True if the whole note decided; `evidence` does not repeat it.'),
    derivation: column.choice(
      DERIVATIONS,
      'How the text was obtained: text layer of a PDF, OCR, text file, or a correction.',
    ),
    page: column.integer('Page on which the note (or its heading) begins, counted from 1.').nullable(),
    is_latest: column.boolean('True for the latest document of the country.'),
    document_id: column.documentId('The document that the row comes from.'),
    source_url: column.optionalText('Where the document was published.'),
  },
})
export type Indicator = z.infer<typeof indicators.row>
