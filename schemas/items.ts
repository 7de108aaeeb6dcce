import type { z } from 'zod'
import { column, optionalEdges } from './column.ts'
import { ENTITY_ID } from './entities.ts'
import { DERIVATION_MEANINGS } from './indicators.ts'
import { listKeys } from './list-keys.ts'
import { ITEM_KINDS } from './sections.ts'
import { CONFIDENCES } from './statuses.ts'
import { defineTable } from './table.ts'

export const STAGE_MEANINGS = {
  in_force: 'The instrument is in force.',
  draft: 'The instrument is a draft, bill or proposal.',
} as const
export type Stage = keyof typeof STAGE_MEANINGS
export const STAGES = listKeys(STAGE_MEANINGS)

/** How an item was read: by a rule from the words as obtained, or by a person. */
export const ITEM_DERIVATION_MEANINGS = {
  ...DERIVATION_MEANINGS,
  reviewed: 'A person read the note and named the item.',
} as const

export const items = defineTable({
  name: 'items',
  description:
    'One row for each law, body, standard, treaty, programme, event, partner country or contact that a note names, in order of mention and once per note. The status of the section says what the note says about it.',
  primaryKey: ['document_id', 'indicator', 'item_no'],
  columns: {
    document_id: column.documentId('The document that the item comes from.'),
    country: column.text('Country name in English, from the project’s reviewed table.'),
    country_code: column.countryCode('ISO 3166-1 alpha-3 of the country whose profile names the item.'),
    section_code: column.sectionCode('Number of the section that names the item.'),
    indicator: column.indicator('Short name of the section.'),
    section: column.text('English name of the section.'),
    source_date: column.date('Date of the profile; null if it prints no date.').nullable(),
    item_no: column.integer('Place in the section, counted from 1.'),
    text: column.text(
      'The name as the profile prints it, without list mark, leading article, quotes and closing punctuation.',
    ),
    kind: column.choice(ITEM_KINDS, 'What the item is.'),
    stage: column.choice(STAGES, 'For instruments: in force, or still a draft, bill or proposal.').nullable(),
    detail: column.optionalText('Articles, sections or chapters of the law or treaty that the note cites.'),
    code: column.optionalText(
      'ISO 3166-1 alpha-3 of a partner country; the number of a standard in one form (`ISO/IEC 27001:2013`: publisher, number, part, year if printed); the years of an event (`2012, 2013`).',
    ),
    entity_id: column
      .code(ENTITY_ID, 'The entity that the item refers to, the same across profiles.', {
        references: 'entities.entity_id',
      })
      .nullable(),
    confidence: column.choice(
      CONFIDENCES,
      '`high`: named by a rule; `review`: of a kind with known spellings, but this one is not among them; `reviewed`: read by a person.',
    ),
    derivation: column.choice(
      listKeys(ITEM_DERIVATION_MEANINGS),
      'How the words were obtained (text layer of a PDF, OCR, text file), or that a person read the note.',
    ),
    page: column.integer('Page on which the item begins, counted from 1.').nullable(),
    ...optionalEdges('the item’s first line', 'the item’s words on its first line'),
  },
})
export type Item = z.infer<typeof items.row>
