import {
  listCaveats,
  STATUS_DEFINITIONS,
  STATUSES,
  TABLES,
  type Table,
  TERMS,
  VIEWS,
  WORDS_OF_PROFILES,
} from '../../../schemas/index.ts'
import { code, markdownPage, markdownTable } from '../../io/markdown.ts'
import { FORMULA_NOTE } from '../formula-guard.ts'
import { CITATION_FILE, citationText } from './citation.ts'
import { LOADING } from './loading.ts'
import type { Answer } from './questions.ts'
import { PROFILES_BY, type ReleaseFacts } from './release-facts.ts'

/** What a person who opens the folder of a release reads first. */
export const README_FILE = 'README.md'

/** Result rows that the page shows of a question. */
const MAX_SHOWN_ROWS = 10

/** What the files of a release hold that are no tables; a folder stands for all below it. */
const OTHER_FILES: readonly (readonly [name: string, holds: string])[] = [
  [
    'cyberwellness.xlsx',
    'the file for spreadsheet programs, with the sheets indicators, matrix (coloured by status), items, codebook and about',
  ],
  [
    'cyberwellness.sqlite',
    'all tables, the matrix, the review list and the issues in one SQLite database, with keys and the meaning of every column and code',
  ],
  ['issues.json', 'warnings and errors of the build: what, where, and the value that caused it'],
  ['explorer/', 'a website to browse, compare and check against the source: open `explorer/index.html`'],
  ['CODEBOOK.md', 'what every table, column, status, rule and issue means'],
  ['CITATION.cff', 'how to cite the release, for programs'],
  ['datapackage.json', 'every file, column, coded value and key, as a Data Package v2'],
  ['croissant.json', 'the same metadata in Croissant 1.1, for machine learning and search engines'],
  ['SHA256SUMS', 'the hash of every file: `sha256sum --check SHA256SUMS`'],
]

const formatCount = (count: number): string => count.toLocaleString('en')

const count = (number: number, singular: string, plural = `${singular}s`): string =>
  `${formatCount(number)} ${number === 1 ? singular : plural}`

const formatDates = ({ documents }: ReleaseFacts): string => {
  const dates = documents.flatMap(({ source_date }) => source_date ?? []).toSorted()
  const undated = documents.length - dates.length
  const parts = [
    ...(dates.length > 0 ? [`dated ${dates.at(0)} to ${dates.at(-1)}`] : []),
    ...(undated > 0 ? [`${formatCount(undated)} without a date`] : []),
  ]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

const ORIGIN =
  'The International Telecommunication Union (ITU) published a *Cyberwellness Profile* for each of about 195 countries: two or three pages on one numbered template. These tables hold what the profiles say, section by section.'

const TRACE_TO_WORDS =
  'Each status comes with the rule that decided it, the words behind it, and their page and position.'

const TRACE_WITHOUT_WORDS =
  'Each status comes with the rule that decided it, and the page and position of the note; the words of the notes are left out.'

const opening = (facts: ReleaseFacts): string[] => {
  const { collection, created, documents, info, rows, withoutSourceText } = facts
  const isReal = collection === 'itu-cyberwellness'
  const places = new Set(documents.map(({ country_code }) => country_code)).size
  const held = `${count(documents.length, 'profile')} of ${isReal ? count(places, 'country', 'countries') : count(places, 'invented place')}`
  const published = created === undefined ? 'It has no publication date.' : `It was published on ${created}.`
  return [
    `# ${info.title}`,
    info.description,
    ...(isReal ? [`${ORIGIN} ${withoutSourceText ? TRACE_WITHOUT_WORDS : TRACE_TO_WORDS}`] : []),
    `Version ${info.version}. It holds ${held}${formatDates(facts)}, in ${count(rows['indicators'] ?? 0, 'row')} of indicators. ${published}`,
    ...(info.homepage === undefined ? [] : [`Its page is <${info.homepage}>.`]),
  ]
}

const statuses = (facts: ReleaseFacts): string[] => [
  '## What it says',
  'Each section of each profile has a status. `absent` means that the profile denies the measure; `not_reported`, that it says nothing.',
  markdownTable(
    ['Status', 'Rows', 'The profile says'],
    STATUSES.map((status) => [
      code(status),
      formatCount(facts.statuses[status] ?? 0),
      STATUS_DEFINITIONS[status],
    ]),
  ),
]

const limits = ({ collection, info }: ReleaseFacts): string[] => [
  '## Limits',
  listCaveats(collection, info.years)
    .map(({ name, text }) => `- **${code(name)}** ${text}`)
    .join('\n'),
]

const contents = ({ rows, files }: ReleaseFacts): string[] => {
  const listTables = (tables: readonly Table[], extension: string): string[][] =>
    tables.map(({ name, description }) => [
      code(`${name}${extension}`),
      formatCount(rows[name] ?? 0),
      description,
    ])
  const isThere = (name: string): boolean =>
    !name.endsWith('/') || files.some((file) => file.name.startsWith(name))
  return [
    '## Contents',
    'Tables come as `.csv`, `.arrow`, `.parquet` and `.json`, with the same rows in each. `indicator` is the short name of a section; with `document_id` it is the key of a row, and `country_code` (ISO 3166-1 alpha-3) joins other data about countries.',
    markdownTable(
      ['File', 'Rows', 'Holds'],
      [...listTables(Object.values(TABLES), ''), ...listTables(Object.values(VIEWS), '.csv')],
    ),
    markdownTable(
      ['File', 'Holds'],
      OTHER_FILES.filter(([name]) => isThere(name)).map(([name, holds]) => [code(name), holds]),
    ),
  ]
}

const loading = (): string[] => [
  '## How to load it',
  'Spreadsheet programs: open `cyberwellness.xlsx`. The CSV files are UTF-8 without a byte order mark, for programs; for Excel, `build --csv-bom` writes them with one.',
  FORMULA_NOTE,
  'Programs, run in this folder:',
  ...LOADING.flatMap(([title, language, text]) => [`${title}:`, `\`\`\`${language}\n${text}\n\`\`\``]),
]

const answer = ({ title, sql, columns, rows }: Answer): string[] => {
  const shown = rows.slice(0, MAX_SHOWN_ROWS).map((row) => row.map((cell) => String(cell ?? '')))
  return [
    `### ${title}`,
    `\`\`\`sql\n${sql}\n\`\`\``,
    rows.length === 0 ? 'No rows.' : markdownTable(columns, shown),
    ...(rows.length > shown.length ? [`And ${count(rows.length - shown.length, 'more row')}.`] : []),
  ]
}

const questions = ({ answers }: ReleaseFacts): string[] => [
  '## Six questions',
  "Each query runs in DuckDB in this folder, and in `cyberwellness.sqlite` with `indicators` in place of `'indicators.parquet'`. Below it is its result on this release.",
  ...answers.flatMap(answer),
]

const tracing = ({ withoutSourceText }: ReleaseFacts): string[] => [
  '## How to trace a status',
  [
    withoutSourceText
      ? '- `status_rule` names the rule that decided; [CODEBOOK.md](CODEBOOK.md) defines each rule. `note` and `evidence`, the words behind it, are empty in this edition.'
      : '- `status_rule` names the rule that decided, and `evidence` the words of `note` behind it; where `evidence_is_note` is true, that is the whole note. [CODEBOOK.md](CODEBOOK.md) defines each rule.',
    '- `document_id` joins `documents`: the file, its SHA-256, its address, and where and when it was fetched.',
    '- `document_id` and `indicator` join `items` and `boxes`; `boxes` has the page and position of each line of the note.',
  ].join('\n'),
]

const checked = ({ issues, rows }: ReleaseFacts): string[] => [
  '## What was checked, and what was not',
  [
    '- Every row matches its schema; keys are unique and references exist.',
    '- Every visible character of a profile is in a note, a heading, the title block, a figure, the closing lines or page furniture; the columns `characters…` of `documents` count them, and any left unexplained are an issue.',
    '- The evidence of each status is part of its note, word for word.',
    '- Not checked: whether a profile was true, and whether a person would give the same status.',
    `- The build reported ${count(issues.error, 'error')}, ${count(issues.warning, 'warning')} and ${count(issues.notice, 'notice')}: see \`issues.json\`. ${count(rows['review'] ?? 0, 'row needs', 'rows need')} human review: see \`review.csv\`.`,
  ].join('\n'),
]

/** Columns with words of the profiles that are names, and so facts. */
const NAMES: readonly string[] = ['items.text', 'documents.country_printed']

const describeWords = ({ collection, withoutSourceText }: ReleaseFacts): string[] => {
  if (withoutSourceText) {
    const empty = WORDS_OF_PROFILES.filter((name) => !NAMES.includes(name)).map(code)
    return [
      `This edition may be published: ${empty.join(', ')} are empty, and issues quote nothing. Names of countries, laws, bodies, standards and treaties are facts and stay. \`documents.source_url\` leads to each profile whose address is known.`,
    ]
  }
  if (collection === 'specimen') return []
  return [
    `These columns repeat the words of the profiles, whose author is the ${PROFILES_BY}: ${WORDS_OF_PROFILES.map(code).join(', ')}. They let you check each status against its source. Ask the ITU before you publish them. The ITU has neither made nor endorsed the coding.`,
  ]
}

const terms = (facts: ReleaseFacts): string[] => {
  const { licenceTitle, licenceUrl } = TERMS[facts.collection]
  return [
    '## Terms, citation and versions',
    `${facts.info.licence} [${licenceTitle}](${licenceUrl}).`,
    ...describeWords(facts),
    `Cite it as below; [${CITATION_FILE}](${CITATION_FILE}) says the same to programs.`,
    `> ${citationText(facts)}`,
    'Versions follow the [recipe of the Data Package](https://datapackage.org/recipes/data-package-version/): a corrected value is a patch, new documents or a new table a minor version; a column added, removed, moved or renamed, or a changed type, key or meaning a major one.',
  ]
}

/** The page that a release is opened with: contents, loading, questions, checks, limits, terms. */
export const readme = (facts: ReleaseFacts): string =>
  markdownPage([
    ...opening(facts),
    ...statuses(facts),
    ...limits(facts),
    ...contents(facts),
    ...loading(),
    ...questions(facts),
    ...tracing(facts),
    ...checked(facts),
    ...terms(facts),
  ])
