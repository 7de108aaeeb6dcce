import type { z } from 'zod'
import { column } from './column.ts'
import { PILLARS, type Pillar, SECTIONS } from './sections.ts'
import { STATUSES } from './statuses.ts'
import { defineTable } from './table.ts'

/** The pillars whose measures are counted, and the column of each count. */
export const COUNTED_PILLARS: readonly (readonly [pillar: Pillar, column: string])[] = PILLARS.filter(
  (pillar) => pillar !== 'background',
).map((pillar) => [pillar, `present_${pillar}`])

const sectionColumns = Object.fromEntries(
  SECTIONS.map(({ code, indicator, name, unit }) => [
    indicator,
    unit === null
      ? column.choice(STATUSES, `Status of ${code} ${name}.`)
      : column.number(`${code} ${name}, as the profile prints it.`, { unit }).nullable(),
  ]),
)

const countColumns = Object.fromEntries(
  COUNTED_PILLARS.map(([pillar, name]) => [
    name,
    column.integer(`Number of measures of the pillar ${pillar} with the status present.`),
  ]),
)

export const matrix = defineTable({
  name: 'matrix',
  description:
    'The spreadsheet view: one row for each country with a profile, from its latest document; a status or figure in each column, and counts of measures present.',
  primaryKey: ['country_code'],
  columns: {
    country_code: column.countryCode('ISO 3166-1 alpha-3.'),
    alpha_2: column.code(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2.').nullable(),
    country: column.text('Country name in English.'),
    un_region: column.optionalText('Region of the UN geoscheme (M49).'),
    un_subregion: column.optionalText('Subregion of the UN geoscheme.'),
    itu_region: column.optionalText('Region of the ITU’s development sector.'),
    source_date: column.date('Date of the latest document.').nullable(),
    document_id: column.documentId('The latest document.'),
    ...sectionColumns,
    ...countColumns,
    present_total: column.integer('Number of measures of all pillars with the status present, of 21.'),
  },
})
export type MatrixRow = z.infer<typeof matrix.row>
