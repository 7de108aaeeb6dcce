import { code, markdownPage, markdownTable } from '../../schemas/generate/markdown.ts'
import { caveatsOf, TABLES, type Table, TERMS, VIEWS, WORDS_OF_PROFILES } from '../../schemas/index.ts'
import { LOADING } from './loading.ts'
import type { ReleaseFacts } from './release-facts.ts'
import { CODED_BY, PROFILES_BY } from './subject.ts'

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
  ['sbom.cdx.json', 'the packages behind the release with their licences'],
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
    `Version ${info.version}. It holds ${holds}${dates && ` (${dates})`}, in ${count(rows['indicators'] ?? 0, 'row', 'rows')} of indicators.`,
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

const terms = ({ collection }: ReleaseFacts): string[] => {
  const { licenceTitle, licenceUrl, statement } = TERMS[collection]
  const words =
    collection === 'specimen'
      ? []
      : [
          `These columns repeat the words of the profiles, whose author is the ${PROFILES_BY}: ${WORDS_OF_PROFILES.map(code).join(', ')}. They stand there so that each status can be checked against its source; whether they may be passed on is between you and the ITU, and the law where you are. Leave them out where in doubt. The coding is not the ITU’s and not endorsed by it.`,
        ]
  return [
    '## Terms and credit',
    `${statement} [${licenceTitle}](${licenceUrl}).`,
    ...words,
    `Credit the coding to the *${CODED_BY}*; [CITATION.cff](CITATION.cff) has the details, and [CODEBOOK.md](CODEBOOK.md) the meaning of every word.`,
  ]
}

/** The page that a release is opened with: contents, loading, checks, limits, terms. Same facts, same text. */
export const readme = (facts: ReleaseFacts): string =>
  markdownPage([
    ...opening(facts),
    '## Limits',
    caveatsOf(facts.collection)
      .map(({ name, text }) => `- **${code(name)}** ${text}`)
      .join('\n'),
    ...contents(facts),
    ...loading(),
    ...checked(facts),
    ...terms(facts),
  ])
