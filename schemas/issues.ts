import type { z } from 'zod'
import { column } from './column.ts'
import { DOCUMENT_ID, SECTION_CODE } from './indicators.ts'
import type { LimitName } from './limit-definitions.ts'
import { defineTable } from './table.ts'

/** How much an issue matters: a notice is for the record, a warning for a reader, an error breaks a rule. */
export const SEVERITIES = ['notice', 'warning', 'error'] as const
export type Severity = (typeof SEVERITIES)[number]

interface IssueDefinition {
  readonly severity: Severity
  /** Whether the document is left out of the tables because of it. */
  readonly setsAside: boolean
  /** One sentence: what is wrong and, where there is something to do, what to do. `value` is the offending value. */
  readonly message: (value: string) => string
}

/** Defines issues by severity and sentence, in which `{value}` stands for the offending value. */
const defineIssue =
  (severity: Severity, setsAside = false) =>
  (sentence: string): IssueDefinition => ({
    severity,
    setsAside,
    message: (value) => sentence.replace('{value}', () => value),
  })

const error = defineIssue('error')
const warning = defineIssue('warning')
const notice = defineIssue('notice')
/** An error that sets the document aside. */
const failure = defineIssue('error', true)
const duplicate = defineIssue('warning', true)

const overLimit = (limit: LimitName, asks: string): IssueDefinition =>
  failure(`The document ${asks} ({value}); raise --max-${limit} if you trust its source.`)

/** Every issue that a build can report; the only place where their messages are written. */
export const ISSUES = {
  file_unreadable: failure(
    'The file cannot be read ({value}); check that it exists and that its permissions allow it.',
  ),
  unsupported_file: failure(
    'The file is neither a PDF nor text (it looks like {value}); give PDF or .txt files.',
  ),
  empty_document: failure('The document holds no text; fetch it again, or read it by OCR if it is a scan.'),
  broken_pdf: failure('The PDF is damaged ({value}); fetch it again.'),
  encrypted_pdf: failure('The PDF asks for a password; find a copy without one.'),
  reader_failed: failure('Reading the document failed ({value}); please report it with the file.'),
  over_time: overLimit('time', 'takes too long to read'),
  over_memory: overLimit('memory', 'takes too much memory'),
  over_bytes: overLimit('bytes', 'is too large a file'),
  over_pages: overLimit('pages', 'has too many pages'),
  over_runs: overLimit('runs', 'has too many runs of text'),
  over_output: overLimit('output', 'holds too much text'),
  worker_failed: failure(
    'No worker on the queue could read the document ({value}); see that the workers have the same files, and build again.',
  ),
  not_a_profile: failure(
    'This is not a Cyberwellness profile: {value} of its 21 numbered sections were found.',
  ),
  country_unknown: failure(
    'The country is not in the table of names: {value}. Add the name to schemas/countries.csv.',
  ),
  duplicate_document: duplicate('This file has the same bytes as {value}, which was read instead.'),
  same_profile: duplicate(
    'This file repeats the profile in {value}: same country, date and words. It counts once.',
  ),
  text_copy_replaced: defineIssue(
    'notice',
    true,
  )('A copy of the text; {value} is a document of the same country and date, which is read instead.'),
  source_changed: notice(
    'The bytes of the file differ from the lock file (its SHA-256 is {value}); it was read without provenance.',
  ),
  outside_profiles: notice(
    'These parts of the file belong to none of its profiles and were left out: {value}.',
  ),
  specimen_left_out: defineIssue(
    'notice',
    true,
  )('A sample about an invented place; it was left out because real profiles were read.'),
  country_misspelt: warning('The name of the country is misspelt: {value}.'),
  country_conflict: warning(
    'The file name and the title name different countries: {value}. The title counts.',
  ),
  title_missing: warning('The profile has no readable title; the country was taken from {value}.'),
  date_missing: warning('The profile does not say when it was last updated.'),
  date_unreadable: warning('The date of the last update cannot be read: {value}.'),
  date_out_of_range: error('The date of the last update is outside 2012 to 2016: {value}.'),
  date_differs: warning('The profile prints more than one date of update: {value}. The last one was taken.'),
  figure_missing: warning('The background figure is not printed.'),
  figure_unreadable: warning('The background figure cannot be read as a number: {value}.'),
  section_missing: warning('The section is not in the document.'),
  section_empty: warning('The section has a heading but no text.'),
  section_repeated: warning('The heading is printed more than once; the texts below were joined: {value}.'),
  heading_wording: notice('No catalogue entry has this heading: {value}.'),
  part_remark: notice('There is a remark below the heading of a part, outside every section: {value}.'),
  status_unclassified: warning(
    'No rule accounts for these words: {value}. Settle the row by hand or add a pattern.',
  ),
  correction_applied: notice('The row was settled by a person: {value}.'),
  correction_unused: notice(
    'A correction was made for its {value}, but no document that was read has the note it was made for.',
  ),
  furniture_doubtful: notice(
    'This text stands apart from the body, as a running head, a watermark or a note in the margin does, and was left out: {value}.',
  ),
  hidden_text: notice('Text that no viewer shows was left out: {value}.'),
  damaged_text: warning('Characters inside words cannot be read: {value}. Compare the page with its notes.'),
  read_by_ocr: notice(
    'The text layer of the page does not say what the page shows ({value}); OCR read the page.',
  ),
  ocr_incomplete: warning(
    'The page shows something that OCR did not read: {value}. Compare the page with its notes.',
  ),
  encoded_twice: warning('The text was encoded twice and was decoded once more: {value}.'),
  unexplained_text: error('This text belongs to no part of the profile: {value}.'),
  characters_lost: error('The character account does not close: {value}.'),
  row_invalid: error('A row breaks its schema: {value}.'),
  key_repeated: error('Two rows have the same key: {value}.'),
  key_dangling: error('A row refers to a row that does not exist: {value}.'),
  rows_missing: error('The document does not have one row for each catalogue entry: {value}.'),
} as const satisfies Record<string, IssueDefinition>

export type IssueCode = keyof typeof ISSUES

export const ISSUE_CODES = Object.keys(ISSUES) as [IssueCode, ...IssueCode[]]

/** What a build found, by file and place. It has no key: the same can be found twice at a place. */
export const issues = defineTable({
  name: 'issues',
  title: 'Issues',
  description:
    'One entry for whatever is unusual, missing or set aside: what, where, and the value that caused it.',
  primaryKey: [],
  columns: {
    code: column.choice(ISSUE_CODES, 'Which kind of issue.'),
    severity: column.choice(SEVERITIES, 'How much it matters.'),
    set_aside: column.boolean('Whether the document was left out because of it.'),
    document: column.text('Path of the file below the input folder.'),
    document_id: column.optionalCode(DOCUMENT_ID, 'The document, where it is in the release.', {
      references: 'documents.document_id',
    }),
    page: column.optionalInteger('Page, counted from 1, where known.'),
    section_code: column.optionalCode(SECTION_CODE, 'Number of the section, where it concerns one.'),
    value: column.optionalText('The offending value.'),
    message: column.text('What is wrong, in a sentence.'),
  },
})

/** One issue. */
export const issue = issues.row
export type Issue = z.infer<typeof issue>

/** Where an issue was found. */
export interface IssuePlace {
  readonly document: string
  readonly page?: number | null
  readonly section?: string | null
  readonly value?: string | null
}

/** Makes an issue from its code, place and offending value; `document_id` is filled in once it is known. */
export const makeIssue = (code: IssueCode, place: IssuePlace): Issue => {
  const definition: IssueDefinition = ISSUES[code]
  // an empty text is no value
  const value = place.value || null
  return {
    code,
    severity: definition.severity,
    set_aside: definition.setsAside,
    document: place.document,
    document_id: null,
    page: place.page ?? null,
    section_code: place.section ?? null,
    value,
    message: definition.message(value ?? ''),
  }
}
