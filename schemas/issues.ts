import type { z } from 'zod'
import { column, DOCUMENT_ID, SECTION_CODE } from './column.ts'
import { listKeys } from './list-keys.ts'
import { defineTable } from './table.ts'

export const SEVERITY_MEANINGS = {
  notice: 'For the record.',
  warning: 'A reader of the data should know.',
  error: 'A rule of the dataset is broken, or a document could not be read.',
} as const
export type Severity = keyof typeof SEVERITY_MEANINGS

/**
 * Defines issues of one kind by their sentences, which say what is wrong and, where there is something to do, what to do;
 * `{value}` stands for the offending value. A document that is set aside is left out of the tables.
 */
const defineIssues =
  ({ severity, set_aside = false }: { readonly severity: Severity; readonly set_aside?: boolean }) =>
  <Code extends string>(sentences: Readonly<Record<Code, string>>) =>
    Object.fromEntries(
      Object.entries<string>(sentences).map(([code, sentence]) => [code, { severity, set_aside, sentence }]),
    ) as Record<Code, { severity: Severity; set_aside: boolean; sentence: string }>

/** Every issue that a build can report; the only place where their messages are written. */
const ISSUES = {
  ...defineIssues({ severity: 'error', set_aside: true })({
    file_unreadable:
      'The file cannot be read ({value}); check that it exists and that its permissions allow it.',
    unsupported_file: 'The file is neither a PDF nor text (it looks like {value}); give PDF or .txt files.',
    empty_document: 'The document has no text; fetch it again, or use --ocr if it is a scan.',
    broken_pdf: 'The PDF is damaged ({value}); fetch it again.',
    encrypted_pdf: 'The PDF asks for a password; find a copy without one.',
    reader_failed: 'Reading the document failed ({value}); please report it with the file.',
    over_time: 'The document takes too long to read ({value}); raise --max-time if you trust its source.',
    over_memory: 'The document takes too much memory ({value}); raise --max-memory if you trust its source.',
    over_bytes: 'The document is too large a file ({value}); raise --max-bytes if you trust its source.',
    over_pages: 'The document has too many pages ({value}); raise --max-pages if you trust its source.',
    over_runs: 'The document has too many runs of text ({value}); raise --max-runs if you trust its source.',
    over_output: 'The document holds too much text ({value}); raise --max-output if you trust its source.',
    worker_failed:
      'No worker on the queue could read the document ({value}); check that the workers run the same version, and build again.',
    not_a_profile: 'This is not a Cyberwellness profile: {value} of its 21 numbered sections were found.',
    country_unknown:
      'The country is not in the table of names: {value}. Add the name to schemas/countries.csv.',
  }),
  ...defineIssues({ severity: 'error' })({
    date_out_of_range: 'The date of the last update is outside 2012 to 2016: {value}.',
    unexplained_text: 'This text belongs to no part of the profile: {value}.',
    characters_lost: 'Characters were lost in parsing: {value}.',
    row_invalid: 'A row breaks its schema: {value}.',
    key_repeated: 'Two rows have the same key: {value}.',
    key_dangling: 'A row refers to a row that does not exist: {value}.',
    rows_missing: 'The document does not have one row for each catalogue entry: {value}.',
  }),
  ...defineIssues({ severity: 'warning', set_aside: true })({
    duplicate_document: 'This file has the same bytes as {value}, which was read instead.',
    same_profile: 'This file repeats the profile in {value}: same country, date and words. It counts once.',
  }),
  ...defineIssues({ severity: 'warning' })({
    country_misspelt: 'The name of the country is misspelt: {value}.',
    country_conflict: 'The file name and the title name different countries: {value}. The title counts.',
    title_missing: 'The profile has no readable title; the country was taken from {value}.',
    date_missing: 'The profile does not say when it was last updated.',
    date_unreadable: 'The date of the last update cannot be read: {value}.',
    date_differs: 'The profile prints more than one date of update: {value}. The last one was taken.',
    figure_missing: 'The background figure is not printed.',
    figure_unreadable: 'The background figure cannot be read as a number: {value}.',
    section_missing: 'The section is not in the document.',
    section_empty: 'The section has a heading but no text.',
    section_repeated: 'The heading is printed more than once; the texts below were joined: {value}.',
    status_unclassified:
      'No rule accounts for these words: {value}. Settle the row by hand or add a pattern.',
    damaged_text: 'Characters inside words cannot be read: {value}. Compare the page with its notes.',
    ocr_incomplete:
      'The page shows something that OCR did not read: {value}. Compare the page with its notes.',
    end_doubtful:
      'The last profile of the file has no closing lines, and its last note continues on another page: {value}. Check that this is no annex.',
    encoded_twice: 'The text was encoded twice and was decoded once more: {value}.',
  }),
  ...defineIssues({ severity: 'notice', set_aside: true })({
    text_copy_replaced:
      'This is a copy of the text; {value}, a document of the same country and date, is read instead.',
    specimen_left_out: 'A sample about an invented place; it was left out because real profiles were read.',
  }),
  ...defineIssues({ severity: 'notice' })({
    source_changed:
      'The bytes of the file differ from the lock file (its SHA-256 is {value}); it was read without provenance.',
    outside_profiles: 'These parts of the file belong to none of its profiles and were left out: {value}.',
    heading_wording: 'No catalogue entry has this heading: {value}.',
    part_remark: 'There is a remark below the heading of a part, outside every section: {value}.',
    correction_applied: 'A person corrected the row: {value}.',
    correction_unused:
      'The correction of its {value} was not used: no document has the note that was corrected.',
    furniture_doubtful:
      'This text is outside the body, like a running head, a watermark or a note in the margin, and was left out: {value}.',
    hidden_text: 'Text that no viewer shows was left out: {value}.',
    read_by_ocr: 'The text layer of the page does not say what the page shows ({value}); OCR read the page.',
  }),
}

export type IssueCode = keyof typeof ISSUES

export const ISSUE_CODES = listKeys(ISSUES)

/** What a build found, by file and place. It has no key: the same can be found twice at a place. */
export const issues = defineTable({
  name: 'issues',
  description:
    'One entry for whatever is unusual, missing or set aside: what, where, and the value that caused it.',
  primaryKey: [],
  columns: {
    code: column.choice(ISSUE_CODES, 'Which kind of issue.'),
    severity: column.choice(listKeys(SEVERITY_MEANINGS), 'How much it matters.'),
    set_aside: column.boolean('Whether the document was left out because of it.'),
    document: column.text('Path of the file below the input folder.'),
    document_id: column
      .code(DOCUMENT_ID, 'The document, where it is in the release.', {
        references: 'documents.document_id',
      })
      .nullable(),
    page: column.integer('Page, counted from 1, where known.').nullable(),
    section_code: column.code(SECTION_CODE, 'Number of the section, where it concerns one.').nullable(),
    value: column.optionalText('The offending value.'),
    message: column.text('What is wrong, in a sentence.'),
  },
})

export const issue = issues.row
export type Issue = z.infer<typeof issue>

type IssuePlace = { document: string; page?: number | null; section?: string | null; value?: string | null }

/** Makes an issue from its code, place and offending value; `document_id` is filled in once it is known. */
export const makeIssue = (code: IssueCode, found: Readonly<IssuePlace>): Issue => {
  const { document, page, section, value } = found
  const { severity, set_aside, sentence } = ISSUES[code]
  // a value that ends a sentence needs no other full stop
  const place = /[.!?]$/.test(value ?? '') ? /\{value\}\.?/ : '{value}'
  return {
    code,
    severity,
    set_aside,
    document,
    document_id: null,
    page: page ?? null,
    section_code: section ?? null,
    value: value || null, // an empty text is no value
    message: sentence.replace(place, () => value ?? ''),
  }
}
