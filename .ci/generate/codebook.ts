import { code, markdownPage, markdownTable } from '../../pipeline/io/markdown.ts'
import type { ALL_RULES, PATTERNS } from '../../pipeline/normalize/index.ts'
import { FORMULA_NOTE } from '../../pipeline/publish/formula-guard.ts'
import {
  type Column,
  findVocabulary,
  ISSUE_CODES,
  issues,
  listColumns,
  makeIssue,
  OTHER_VOCABULARIES,
  SECTIONS,
  type Section,
  STATUS_VOCABULARY,
  STATUSES,
  type Storage,
  TABLES,
  type Table,
  VIEWS,
  type Vocabulary,
} from '../../schemas/index.ts'
import { findPattern } from '../../schemas/json-schema.ts'
import { CODING_BY_SECTION, CODING_PRINCIPLES } from './coding-rules.ts'

/** How statuses are given: the rules, and the patterns that they rest on, each in the order in which it is tried. */
export interface StatusCoding {
  readonly rules: readonly (typeof ALL_RULES)[number][]
  readonly patterns: readonly (Pick<(typeof PATTERNS)[number], 'examples' | 'counterExamples'> & {
    readonly name: string
    /** What it makes of its clause, in words. */
    readonly meaning: string
  })[]
  /** Rows of the reference profiles by rule: how many there are, and how many careful readers agree with. */
  readonly measured: Readonly<Record<string, { readonly right: number; readonly of: number }>>
  /** Items by kind in the reference profiles, by rules alone. */
  readonly items: Readonly<
    Record<string, { readonly [count in 'must' | 'found' | 'rows' | 'right']: number }>
  >
}

const STORAGE: Readonly<Record<Storage, { csv: string; json: string; arrow: string; parquet: string }>> = {
  utf8: { csv: 'text', json: 'string', arrow: 'Utf8', parquet: 'BYTE_ARRAY, STRING' },
  int32: { csv: 'digits', json: 'number', arrow: 'Int32', parquet: 'INT32' },
  float64: { csv: 'decimal number', json: 'number', arrow: 'Float64', parquet: 'DOUBLE' },
  bool: { csv: '`true` or `false`', json: 'boolean', arrow: 'Bool', parquet: 'BOOLEAN' },
  date32: { csv: '`2014-08-12`', json: '`"2014-08-12"`', arrow: 'Date32', parquet: 'INT32, DATE' },
}

const codedValues = (values: readonly string[]): string => {
  const found = findVocabulary(values)
  return found === undefined
    ? values.map(code).join(', ')
    : `[${found.title}](#${found.title.toLowerCase().replaceAll(' ', '-')})`
}

const allowedValues = (table: Table, { name, references, values }: Column): string => {
  if (references !== undefined) return `a ${code(references)}`
  if (values !== null) return codedValues(values)
  const pattern = findPattern(table, name)
  return pattern === null ? '' : code(pattern)
}

const columnRow = (table: Table, column: Column): string[] => [
  table.primaryKey.includes(column.name) ? `**${code(column.name)}**` : code(column.name),
  column.storage,
  column.nullable ? 'yes' : 'no',
  column.unit ?? '',
  allowedValues(table, column),
  column.description,
]

const describeKey = ({ primaryKey }: Table): string =>
  primaryKey.length > 0 ? `Key: ${primaryKey.map(code).join(', ')}.` : 'No key.'

const tableBlocks = (table: Table, files: string): string[] => [
  `### Table ${code(table.name)}`,
  table.description,
  `${describeKey(table)} ${files}`,
  markdownTable(
    ['Column', 'Type', 'Null', 'Unit', 'Values', 'Meaning'],
    listColumns(table).map((column) => columnRow(table, column)),
  ),
]

const vocabularyBlocks = ({ title, terms }: Vocabulary): string[] => [
  `### ${title}`,
  markdownTable(
    ['Value', 'Label', 'Meaning'],
    terms.map(({ value, label, definition }) => [code(value), label, definition]),
  ),
]

const share = (part: number, whole: number): string =>
  whole === 0 ? 'none met' : `${((100 * part) / whole).toFixed(1)} % of ${whole}`

const itemAccuracyBlocks = ({ items }: StatusCoding): string[] =>
  Object.keys(items).length === 0
    ? []
    : [
        '### How well items are read',
        'In 131 real profiles, by rules alone: precision is the share of the items found that careful readers name too, recall the share of the items that every careful reader names that were found. Items with the confidence `reviewed` were read by people.',
        markdownTable(
          ['Kind', 'Precision', 'Recall'],
          Object.entries(items).map(([kind, { must, found, rows, right }]) => [
            code(kind),
            share(right, rows),
            share(found, must),
          ]),
        ),
      ]

const measuredShare = (measured: { readonly right: number; readonly of: number } | undefined): string =>
  measured === undefined || measured.of === 0 ? 'none met' : `${measured.right} of ${measured.of}`

const statusCodingBlocks = ({ rules, patterns, measured }: StatusCoding): string[] => {
  if (rules.length === 0) return []
  return [
    '### Status rules',
    'The rules in the order in which they are tried; the first that applies decides, and its name is in `status_rule`. Rows of a rule with the confidence `review` are in the review list. The last column says how many rows of the 21 measures the rule decided in 131 real profiles, and in how many of them careful readers agree.',
    markdownTable(
      ['Rule', 'Status', 'Confidence', 'Applies when', 'Right'],
      rules.map(({ name, status, weak, explanation }) => [
        code(name),
        code(status),
        code(weak ? 'review' : 'high'),
        explanation,
        // careful readers gave statuses of measures; figures are checked as numbers
        explanation.startsWith('Background figures') ? '' : measuredShare(measured[name]),
      ]),
    ),
    '### Patterns',
    'A note is cut into clauses. Each clause is tried against these patterns in order, and the first that matches says what it means; prose that none matches is taken to affirm, and goes to the review list. The sentences are the tests of each pattern.',
    markdownTable(
      ['Pattern', 'Means', 'Decides', 'Leaves alone'],
      patterns.map(({ name, meaning, examples, counterExamples }) => [
        code(name),
        meaning,
        examples.join('<br>'),
        counterExamples.join('<br>'),
      ]),
    ),
  ]
}

const sectionRow = ({ code: number, name, pillar, printedNames, listItems, unit, definition }: Section) => [
  code(number),
  name,
  code(pillar),
  printedNames.join('; '),
  listItems === null ? '' : code(listItems),
  unit === null ? definition : `${definition} Unit: ${unit}.`,
]

const issueRow = (issueCode: (typeof ISSUE_CODES)[number]): string[] => {
  const { severity, set_aside, message } = makeIssue(issueCode, { document: '', value: '*value*' })
  return [code(issueCode), severity, set_aside ? 'yes' : 'no', message]
}

/** Where the page stands: among the project's documentation, or in a release, which has no links to the project. */
export type CodebookEdition = 'project' | 'release'

const opening: Readonly<Record<CodebookEdition, string>> = {
  project:
    'What every table, column, code and issue of a release means. This page is generated from `schemas/`: change it there and run `make generate`. `schemas/json/` holds the same as JSON Schema, one file for each table, each describing one row. Every release carries the page as `CODEBOOK.md`.',
  release:
    'What every table, column, code and issue of this release means. `datapackage.json` says the same of tables and columns for programs.',
}

const termsOfUse: Readonly<Record<CodebookEdition, string>> = {
  project: 'see [COPYRIGHT.md](../COPYRIGHT.md)',
  release: 'see [README.md](README.md)',
}

const introduction = (edition: CodebookEdition): string[] => [
  '# Codebook',
  opening[edition],
  '## How to read a release',
  [
    '- A row of `indicators` is what one profile says in one section: the status, the note in the profile’s own words, and where both come from. Every document has a row for every section, whether it answers it or not.',
    '- The country’s newest document has `is_latest` set; `matrix` shows those alone.',
    `- A status is one of ${STATUSES.length} words, never an empty cell, so that no reader takes it for a missing value. \`absent\` is an answer of the profile; \`not_reported\` is the lack of one.`,
    '- Keys are printed in bold below. “a `documents.document_id`” says that the value refers to a row of that table; other values in code are the only ones that occur, or the regular expression that they match.',
    '- Pages are counted from 1. Places on a page are in PDF points (1/72 inch) from the bottom left corner.',
    `- Notes are text of the International Telecommunication Union; ${termsOfUse[edition]}.`,
  ].join('\n'),
]

const formats = [
  '## Formats and types',
  markdownTable(
    ['Type', 'CSV', 'JSON', 'Arrow', 'Parquet'],
    Object.entries(STORAGE).map(([type, { csv, json, arrow, parquet }]) => [
      code(type),
      csv,
      json,
      arrow,
      parquet,
    ]),
  ),
  [
    '- A missing value is `null` in JSON, Arrow and Parquet and an empty cell in CSV; an empty text is `""` in CSV.',
    `- CSV is UTF-8 with commas, a header line, RFC 4180 quotes and LF line ends. ${FORMULA_NOTE}`,
    '- Text is UTF-8 in Unicode form NFC, and comes back from every format as it is, line breaks, invisible and control characters included; but half of a surrogate pair becomes U+FFFD, since UTF-8 has no place for it, and byte order marks at the start of a text are left out, since readers swallow them. Numbers are never below zero: what stands beyond the left or lower edge of a page is given as its edge.',
    '- The JSON file of a table is an array with one record a line, and so is `issues.json`; Arrow files are IPC files, uncompressed; Parquet is compressed with Snappy. All formats hold the same rows in the same order.',
    '- `cyberwellness.xlsx` holds `indicators`, `matrix` and `items`. Texts are texts, never formulas (control characters are escaped as ECMA-376 says), and dates are dates of the spreadsheet. With more than 2,000 documents it holds `matrix` and the codebook alone. A text longer than a cell can hold (32,767 characters) is cut and ends in “… [cut]”.',
    '- `cyberwellness.sqlite` holds all tables, `matrix`, `review` and `issues`; dates are ISO text, `true` and `false` are 1 and 0. `latest` holds the indicators of each country’s newest document.',
  ].join('\n'),
]

/**
 * The data dictionary as Markdown.
 *
 * @param coding the rules and patterns in the order in which they are tried; without any, their sections are left out
 */
export const codebook = (coding: StatusCoding, edition: CodebookEdition = 'project'): string =>
  markdownPage([
    ...introduction(edition),
    '## Tables',
    ...Object.values(TABLES).flatMap((table) =>
      tableBlocks(
        table,
        `Files: ${['csv', 'json', 'arrow', 'parquet'].map((ending) => code(`${table.name}.${ending}`)).join(', ')}.`,
      ),
    ),
    ...Object.values(VIEWS).flatMap((view) => tableBlocks(view, `File: ${code(`${view.name}.csv`)}.`)),
    ...tableBlocks(issues, `File: ${code('issues.json')}.`),
    '## Status of a measure',
    ...vocabularyBlocks(STATUS_VOCABULARY),
    '### How a status is given',
    CODING_PRINCIPLES.map((principle) => `- ${principle}`).join('\n'),
    markdownTable(
      ['Section', 'Convention'],
      CODING_BY_SECTION.map(({ section, convention }) => [section, convention]),
    ),
    ...statusCodingBlocks(coding),
    '## Section catalogue',
    'The two background figures and the 21 sections of the template, in its order. “Present” means, in each section, what the last column says.',
    markdownTable(
      ['Code', 'Section', 'Pillar', 'Printed headings', 'List entries', 'Present means'],
      SECTIONS.map(sectionRow),
    ),
    '## Other coded columns',
    ...OTHER_VOCABULARIES.flatMap(vocabularyBlocks),
    ...itemAccuracyBlocks(coding),
    '## Issues',
    'What a build can report in `issues.json`; *value* stands for what caused it. A document that is set aside is in no table.',
    markdownTable(['Code', 'Severity', 'Sets aside', 'Message'], ISSUE_CODES.map(issueRow)),
    ...formats,
  ])
