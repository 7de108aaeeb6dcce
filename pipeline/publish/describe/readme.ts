import {
  caveatsOf,
  STATUS_DEFINITIONS,
  STATUSES,
  TABLES,
  type Table,
  TERMS,
  VIEWS,
  WORDS_OF_PROFILES,
} from '../../../schemas/index.ts'
import { code, markdownPage, markdownTable } from '../../io/markdown.ts'
import { CITATION_FILE } from './citation.ts'
import { citationText } from './citation-text.ts'
import { LOADING } from './loading.ts'
import type { ReleaseFacts } from './release-facts.ts'
import { PROFILES_BY } from './subject.ts'

/** What a person who opens the folder of a release reads first. */
export const README_FILE = 'README.md'

/** What the files of a release hold that are no tables; a folder stands for all below it. */
const OTHER_FILES: readonly (readonly [name: string, holds: string])[] = [
  [
    'cyberwellness.xlsx',
    'a workbook with the sheets indicators, matrix (coloured by status), items, codebook and about',
  ],
  [
    'cyberwellness.sqlite',
    'all tables, the review list and the issues in one SQLite database with keys, the views `latest` and `matrix`, and what every column and code means',
  ],
  ['issues.json', 'everything that was odd, missing or set aside, each with a code, a place and the value'],
  ['explorer/', 'a site to look, compare and check against the paper: open `explorer/index.html`'],
  ['CODEBOOK.md', 'what every table, column, status, rule and issue means'],
  ['CITATION.cff', 'how to cite the release, for programs'],
  ['datapackage.json', 'every file, column, coded value and key, as a Data Package v2'],
  ['croissant.json', 'the same as Croissant 1.1, for machine learning and search engines'],
  ['SHA256SUMS', 'the hash of every file: `sha256sum --check SHA256SUMS`'],
]

const count = (number: number, singular: string, plural: string): string =>
  `${number.toLocaleString('en')} ${number === 1 ? singular : plural}`

const datesOf = ({ documents }: ReleaseFacts): string => {
  const dates = documents.flatMap(({ source_date }) => source_date ?? []).toSorted()
  const undated = documents.length - dates.length
  const first = dates.at(0)
  const last = dates.at(-1)
  const range = first === undefined || last === undefined ? [] : [`dated ${first} to ${last}`]
  return [...range, ...(undated > 0 ? [`${undated.toLocaleString('en')} without a date`] : [])].join(', ')
}

const dated = ({ created }: ReleaseFacts): string =>
  created === undefined ? 'It names no day of publication.' : `It was published on ${created}.`

const ORIGIN =
  'Between 2012 and 2015 the International Telecommunication Union (ITU) published a *Cyberwellness Profile* for each of about 195 countries: two or three pages on one numbered template. These tables hold what the profiles say, section by section: each status comes with the rule that gave it, the words on which it was given, and the page and place where they stand.'

const opening = (facts: ReleaseFacts): string[] => {
  const { collection, documents, info, rows } = facts
  const countries = new Set(documents.map(({ country_code }) => country_code)).size
  const holds = [
    count(documents.length, 'profile', 'profiles'),
    `of ${count(countries, collection === 'specimen' ? 'invented place' : 'country', collection === 'specimen' ? 'invented places' : 'countries')}`,
  ].join(' ')
  const dates = datesOf(facts)
  return [
    `# ${info.title}`,
    info.description,
    ...(collection === 'specimen' ? [] : [ORIGIN]),
    `Version ${info.version}. It holds ${holds}${dates && ` (${dates})`}, in ${count(rows['indicators'] ?? 0, 'row', 'rows')} of indicators. ${dated(facts)}`,
    ...(info.homepage === undefined ? [] : [`This release is found at <${info.homepage}>.`]),
  ]
}

const tableRows = (
  tables: readonly Table[],
  files: (name: string) => string,
  facts: ReleaseFacts,
): string[][] =>
  tables.map(({ name, description }) => [
    files(name),
    (facts.rows[name] ?? 0).toLocaleString('en'),
    description,
  ])

const contents = (facts: ReleaseFacts): string[] => {
  const tables = tableRows(Object.values(TABLES), (name) => code(name), facts)
  const views = tableRows(Object.values(VIEWS), (name) => code(`${name}.csv`), facts)
  const isThere = (name: string): boolean =>
    !name.endsWith('/') || facts.files.some((file) => file.name.startsWith(name))
  return [
    '## Contents',
    'Tables come as `.csv`, `.arrow`, `.parquet` and `.json`, with the same rows in each.',
    markdownTable(['File', 'Rows', 'Holds'], [...tables, ...views]),
    markdownTable(
      ['File', 'Holds'],
      OTHER_FILES.filter(([name]) => isThere(name)).map(([name, holds]) => [code(name), holds]),
    ),
  ]
}

const statuses = (facts: ReleaseFacts): string[] => [
  '## What it says',
  'A status is what a profile says in one section, and never an empty cell. `absent` is an answer of the profile, `not_reported` the lack of one.',
  markdownTable(
    ['Status', 'Rows', 'The profile says'],
    STATUSES.map((status) => [
      code(status),
      (facts.statuses[status] ?? 0).toLocaleString('en'),
      STATUS_DEFINITIONS[status],
    ]),
  ),
]

const tracing = (): string[] => [
  '## Where a cell comes from',
  [
    '- `status_rule` names the rule that decided, and `evidence` holds its words, as they stand in `note`; [CODEBOOK.md](CODEBOOK.md) tells what each rule means.',
    '- `document_id` leads to `documents`: the file, its SHA-256, where the ITU published it, the copy that it was fetched from, and when.',
    '- `document_id` with `section_code` leads to `boxes`, with the page and the place of every line of the note, and to `items`.',
    '- `country_code` is ISO 3166-1 alpha-3, by which other data about countries can be joined.',
  ].join('\n'),
]

const loading = (): string[] => [
  '## How to load it',
  'A spreadsheet opens `cyberwellness.xlsx`, and the CSV files as UTF-8 with commas. Programs are run in this folder:',
  ...LOADING.flatMap(({ title, language, text }) => [`${title}:`, `\`\`\`${language}\n${text}\n\`\`\``]),
]

const checked = ({ issues, rows }: ReleaseFacts): string[] => [
  '## What was checked, and what was not',
  [
    '- Every row against its schema, every key, and every reference from table to table.',
    '- Every visible character of a profile is in a note, a heading, the title block, a figure, the closing lines or page furniture; the columns `characters…` of `documents` hold the account, and a remainder is an issue.',
    '- Every evidence is a part of its note, word for word.',
    '- Not checked: whether a profile was true when it was written, and whether a person would have given each status.',
    `- The build reported ${count(issues.error, 'error', 'errors')}, ${count(issues.warning, 'warning', 'warnings')} and ${count(issues.notice, 'notice', 'notices')}: see \`issues.json\`. ${count(rows['review'] ?? 0, 'row stands', 'rows stand')} in \`review.csv\` for a person to settle.`,
  ].join('\n'),
]

const terms = (facts: ReleaseFacts): string[] => {
  const { collection } = facts
  const { licenceTitle, licenceUrl } = TERMS[collection]
  const kept = `This edition may be published: ${WORDS_OF_PROFILES.filter(
    (name) => name !== 'items.text' && name !== 'documents.country_printed',
  )
    .map(code)
    .join(
      ', ',
    )} are empty, and issues quote nothing. Names of countries, laws, bodies, standards and treaties are facts and stay. \`documents.source_url\` leads to each profile.`
  const words = facts.withoutSourceText
    ? [kept]
    : collection === 'specimen'
      ? []
      : [
          `These columns repeat the words of the profiles, whose author is the ${PROFILES_BY}: ${WORDS_OF_PROFILES.map(code).join(', ')}. They stand there so that each status can be checked against its source; whether they may be passed on is between you and the ITU, and the law where you are. Leave them out where in doubt. The coding is not the ITU’s and not endorsed by it.`,
        ]
  return [
    '## Terms, citation and versions',
    `${facts.info.licence} [${licenceTitle}](${licenceUrl}).`,
    ...words,
    `Cite it as below; [${CITATION_FILE}](${CITATION_FILE}) says the same to programs.`,
    `> ${citationText(facts)}`,
    'Versions follow the [recipe of the Data Package](https://datapackage.org/recipes/data-package-version/): a value put right is a patch, new documents or a new table a minor version; a column added, removed, moved or renamed, or a changed type, key or meaning a major one.',
  ]
}

/** The page that a release is opened with: contents, loading, checks, limits, terms. Same facts, same text. */
export const readme = (facts: ReleaseFacts): string =>
  markdownPage([
    ...opening(facts),
    ...statuses(facts),
    '## Limits',
    caveatsOf(facts.collection)
      .map(({ name, text }) => `- **${code(name)}** ${text}`)
      .join('\n'),
    ...contents(facts),
    ...loading(),
    ...tracing(),
    ...checked(facts),
    ...terms(facts),
  ])
