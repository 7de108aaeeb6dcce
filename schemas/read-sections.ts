import { z } from 'zod'
import { readTable } from './read-table.ts'
import { type Area, ITEM_KINDS, PILLARS } from './section.ts'

/** What a section asks for; status patterns may apply to some of these only. */
const QUESTIONS = [
  'document', // a law, policy or framework
  'body', // a team or agency: its tasks are no plan
  'help', // a body that helps children: one that is named only because it does not help is none
  'activity', // programmes, training, exercises and the like
  'count', // certified people or agencies, which may be counted
  'treaty', // a treaty to accede to
  'membership', // international bodies to join or take part in
  'figure', // a number printed in the background block
] as const
export type SectionQuestion = (typeof QUESTIONS)[number]

/** The code of a catalogue entry: the printed number (`1.1.1`), or that of a background figure (`0.1`). */
export type SectionCode = `${number}.${number}`

/** The area of each part of the template, by the first digit of its codes. */
const findArea = (code: SectionCode): Area => {
  if (code.startsWith('0')) return 'background'
  return code.startsWith('1') ? 'cybersecurity' : 'child_online_protection'
}

const line = z
  .strictObject({
    section_code: z.templateLiteral([z.enum(['0', '1', '2']), '.', z.number()]),
    /** The short name that heads its column in the matrix (`criminal_legislation`). */
    indicator: z.string().min(1),
    /** The English name used in the tables. */
    section: z.string().min(1),
    pillar: z.enum(PILLARS),
    question: z.enum(QUESTIONS),
    /** The unit of a background figure. */
    unit: z.enum(['', 'persons', 'percent']),
    /** The kind of a list entry whose own words tell none; empty if lists are not read as items. */
    list_items: z.enum(['', ...ITEM_KINDS]),
    /**
     * What else the note names: countries that are partners, or where incidents are reported, so that a website or
     * hotline is a contact.
     */
    note_names: z.enum(['', 'partners', 'contacts']),
    /** What `present` means here, in one sentence. */
    definition: z.string().min(1),
    /** Headings seen in print, without their number, in capitals; empty if it is always the name. */
    printed_names: z.string(),
    /** Nouns for the thing that the section asks for, as regular expressions in small letters separated by spaces. */
    nouns: z.string().regex(/^[^A-Z]*$/),
    /** Other words that profiles use to describe that thing. */
    terms: z.string().regex(/^[^A-Z]*$/),
  })
  .transform(
    ({ section_code: code, section: name, unit, list_items, note_names, printed_names, ...rest }) => ({
      ...rest,
      code,
      name,
      area: findArea(code),
      unit: unit || null,
      listItems: list_items || null,
      partners: note_names === 'partners',
      hasContacts: note_names === 'contacts',
      printedNames: printed_names === '' ? [name.toUpperCase()] : printed_names.split('; '),
    }),
  )

/** One entry of the section catalogue: everything that the pipeline and the codebook know about a section. */
export type Section = Readonly<z.infer<typeof line>>

/** The sections in the order of the template: two background figures, then the 21 numbered sections. */
export const SECTIONS: readonly Section[] = readTable('sections.csv', line)
