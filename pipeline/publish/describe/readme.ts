import { readFileSync } from 'node:fs'
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
import { formatCount, plural } from '../../io/count-text.ts'
import { code, markdownPage, markdownTable } from '../../io/markdown.ts'
import { FORMULA_NOTE } from '../formula-guard.ts'
import { citationText } from './citation.ts'
import type { Answer } from './questions.ts'
import { PROFILES_BY, type ReleaseFacts } from './release-facts.ts'

/** What a person who opens the folder of a release reads first. */
export const README_FILE = 'README.md'

/** The page, with names in braces for what differs between releases; a block that stays empty is left out. */
const TEMPLATE = readFileSync(new URL('./readme-template.txt', import.meta.url), 'utf8').trimEnd()

const MAX_SHOWN_ROWS = 10

const EXPLORER =
  '| `explorer/` | a website to browse, compare and check against the source: open `explorer/index.html` |\n'

const ORIGIN =
  'The International Telecommunication Union (ITU) published a *Cyberwellness Profile* for each of about 195 countries: two or three pages on one numbered template. These tables hold what the profiles say, section by section.'

/** How a status leads to its words, in a release with them and in one without. */
const TRACES = {
  withWords: {
    origin:
      'Each status comes with the rule that decided it, the words behind it, and their page and position.',
    rule: '- `status_rule` names the rule that decided, and `evidence` the words of `note` behind it; where `evidence_is_note` is true, that is the whole note. [CODEBOOK.md](CODEBOOK.md) defines each rule.',
  },
  withoutWords: {
    origin:
      'Each status comes with the rule that decided it, and the page and position of the note; the words of the notes are left out.',
    rule: '- `status_rule` names the rule that decided; [CODEBOOK.md](CODEBOOK.md) defines each rule. `note` and `evidence`, the words behind it, are empty in this edition.',
  },
} as const

const describeDocuments = ({ documents, collection }: ReleaseFacts): string => {
  const places = new Set(documents.map(({ country_code }) => country_code)).size
  const dates = documents.flatMap(({ source_date }) => source_date ?? []).toSorted()
  const undated = documents.length - dates.length
  const parts = [
    ...(dates.length > 0 ? [`dated ${dates.at(0)} to ${dates.at(-1)}`] : []),
    ...(undated > 0 ? [`${formatCount(undated)} without a date`] : []),
  ]
  const held =
    collection === 'specimen' ? plural(places, 'invented place') : plural(places, 'country', 'countries')
  return `${plural(documents.length, 'profile')} of ${held}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`
}

const formatAnswer = ({ title, sql, columns, rows }: Answer): string[] => {
  const shown = rows.slice(0, MAX_SHOWN_ROWS).map((row) => row.map((cell) => String(cell ?? '')))
  return [
    `### ${title}`,
    `\`\`\`sql\n${sql}\n\`\`\``,
    rows.length === 0 ? 'No rows.' : markdownTable(columns, shown),
    ...(rows.length > shown.length ? [`And ${plural(rows.length - shown.length, 'more row')}.`] : []),
  ]
}

/** Columns with words of the profiles that are names, and so facts. */
const NAMES: readonly string[] = ['items.text', 'documents.country_printed']

const describeWords = ({ collection, withoutSourceText }: ReleaseFacts): string => {
  if (withoutSourceText) {
    const empty = WORDS_OF_PROFILES.filter((name) => !NAMES.includes(name)).map(code)
    return `This edition may be published: ${empty.join(', ')} are empty, and issues quote nothing. Names of countries, laws, bodies, standards and treaties are facts and stay. \`documents.source_url\` leads to each profile whose address is known.`
  }
  if (collection === 'specimen') return ''
  return `These columns repeat the words of the profiles, whose author is the ${PROFILES_BY}: ${WORDS_OF_PROFILES.map(code).join(', ')}. They let you check each status against its source. Ask the ITU before you publish them. The ITU has neither made nor endorsed the coding.`
}

const fillIn = (facts: ReleaseFacts): Readonly<Record<string, string>> => {
  const { collection, created, info, rows, issues, files } = facts
  const trace = facts.withoutSourceText ? TRACES.withoutWords : TRACES.withWords
  const listTables = (tables: readonly Table[], extension: string): string[][] =>
    tables.map(({ name, description }) => [
      code(`${name}${extension}`),
      formatCount(rows[name] ?? 0),
      description,
    ])
  const listStatus = (status: (typeof STATUSES)[number]): string[] => [
    code(status),
    formatCount(facts.statuses[status] ?? 0),
    STATUS_DEFINITIONS[status],
  ]
  const { licenceTitle, licenceUrl } = TERMS[collection]
  return {
    title: info.title,
    description: info.description,
    origin: collection === 'specimen' ? '' : `${ORIGIN} ${trace.origin}`,
    version: info.version,
    held: describeDocuments(facts),
    indicators: plural(rows['indicators'] ?? 0, 'row'),
    published: created === undefined ? 'It has no publication date.' : `It was published on ${created}.`,
    homepage: info.homepage === undefined ? '' : `Its page is <${info.homepage}>.`,
    statuses: markdownTable(['Status', 'Rows', 'The profile says'], STATUSES.map(listStatus)),
    limits: listCaveats(collection, info.years)
      .map(({ name, text }) => `- **${code(name)}** ${text}`)
      .join('\n'),
    tables: markdownTable(
      ['File', 'Rows', 'Holds'],
      [...listTables(Object.values(TABLES), ''), ...listTables(Object.values(VIEWS), '.csv')],
    ),
    explorer: files.some(({ name }) => name.startsWith('explorer/')) ? EXPLORER : '',
    formulas: FORMULA_NOTE,
    answers: facts.answers.flatMap(formatAnswer).join('\n\n'),
    rule: trace.rule,
    errors: plural(issues.error, 'error'),
    warnings: plural(issues.warning, 'warning'),
    notices: plural(issues.notice, 'notice'),
    review: plural(rows['review'] ?? 0, 'row needs', 'rows need'),
    licence: `${info.licence} [${licenceTitle}](${licenceUrl}).`,
    words: describeWords(facts),
    citation: citationText(facts),
  }
}

/** The page that a release is opened with: contents, loading, questions, checks, limits, terms. */
export const readme = (facts: ReleaseFacts): string => {
  const values = fillIn(facts)
  const findValue = (_: string, name: string): string => {
    const value = values[name]
    if (value === undefined) throw new Error(`readme-template.txt names ${name}, which has no value.`)
    return value
  }
  const fill = (block: string): string => block.replaceAll(/\{(\w+)\}/g, findValue)
  return markdownPage(TEMPLATE.split('\n\n').map(fill).filter(Boolean))
}
