import type { z } from 'zod'
import { column } from './column.ts'
import { AREAS, PILLARS } from './sections.ts'
import { CONFIDENCES, STATUSES } from './statuses.ts'
import { defineTable } from './table.ts'

/** ISO 3166-1 alpha-3, or one of its user-assigned codes. */
export const COUNTRY_CODE = /^[A-Z]{3}$/
/** The short name of a catalogue entry (`criminal_legislation`). */
export const INDICATOR_NAME = /^[a-z]+(_[a-z]+)*$/
/** The code of a catalogue entry. */
export const SECTION_CODE = /^\d(\.\d){1,2}$/
/**
 * Country code, source date and the first eight digits of the hash, `aze-2014-08-12-1f0c9a7b`; in a file that binds
 * several profiles also the page on which this one begins, `aze-2014-08-12-1f0c9a7b-25`.
 */
export const DOCUMENT_ID = /^[a-z]{3}-(\d{4}-\d{2}-\d{2}|undated)-[0-9a-f]{8}(-\d+)?$/

/** How the text of a row was obtained from its source. */
export const DERIVATIONS = ['text_layer', 'ocr', 'text', 'corrected'] as const
export type Derivation = (typeof DERIVATIONS)[number]

/** The long table: one row for each document and each catalogue entry, always. */
export const indicators = defineTable({
  name: 'indicators',
  title: 'Indicators',
  description:
    'One row for each document and each section of the catalogue, whether the profile answers it or not.',
  primaryKey: ['document_id', 'indicator'],
  columns: {
    country: column.text('Country name in English, from the project’s reviewed table.'),
    country_code: column.code(
      COUNTRY_CODE,
      'ISO 3166-1 alpha-3; samples use the user-assigned codes XAA to XXZ.',
      { references: 'countries.country_code' },
    ),
    section_code: column.code(
      SECTION_CODE,
      'Number of the section on the template; 0.1 and 0.2 are the background figures.',
    ),
    indicator: column.code(INDICATOR_NAME, 'Short name of the section, the key to join by.', {
      references: 'sections.indicator',
    }),
    section: column.text('English name of the section.'),
    status: column.choice(STATUSES, 'What the profile says about the measure.'),
    confidence: column.choice(
      CONFIDENCES,
      'Whether the rule understood the whole note, or a person should read (or has read) it.',
    ),
    note: column.optionalText(
      'The profile’s own words, with line breaks joined and the leading list mark removed.',
    ),
    source_date: column.optionalDate(
      'Date of the line “Last updated on”; null if the profile prints no date.',
    ),
    value: column.optionalNumber('The figure, for the two background figures.'),
    unit: column.optionalText('Unit of the value.'),
    value_year: column.optionalInteger('Year of the figure, from its printed source.'),
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
    page: column.optionalInteger('Page on which the note (or its heading) begins, counted from 1.'),
    is_latest: column.boolean('True for the latest document of the country.'),
    document_id: column.code(DOCUMENT_ID, 'The document that the row comes from.', {
      references: 'documents.document_id',
    }),
    source_url: column.optionalText('Where the document was published.'),
  },
})
export type Indicator = z.infer<typeof indicators.row>
