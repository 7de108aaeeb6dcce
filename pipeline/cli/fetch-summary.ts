import {
  FETCH_OUTCOMES,
  type FetchedDocument,
  type FetchOutcome,
  type FetchReport,
} from '../../schemas/index.ts'

/** How many documents that failed are named before the rest is only counted. */
const NAMED_AT_MOST = 20

const count = (value: number): string => value.toLocaleString('en-GB')

const WIDTH = 100

const wrapped = (text: string): string => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}

const failed = ({ documents }: FetchReport): FetchedDocument[] =>
  documents.filter(({ outcome }) => outcome === 'failed')

/** What is said where no host can be reached. */
export const offlineNotice = (report: FetchReport): string => {
  const hosts = Object.entries(report.unreachable).map(([host, why]) => `${host} (${why})`)
  const total = report.documents.length
  const missing = report.counts.failed + report.counts.unavailable
  const text =
    `Offline: ${hosts.join(', ')} cannot be reached. ${count(missing)} of the ${count(total)} documents in the lock ` +
    `file are not on this machine. This is not an error: a build uses the ${count(total - missing)} that are, or ` +
    'the sample profiles. Run the same command again when you are online.'
  return `${wrapped(text)}\n`
}

const isOutcome = (key: string): key is FetchOutcome => key in FETCH_OUTCOMES

const why = ({ failures }: FetchedDocument): string =>
  failures.map(({ message, address }) => `${message}: ${address}`).join('; ') || 'it has no address'

const failedLines = (report: FetchReport): string[] => {
  const documents = failed(report)
  const named = documents.slice(0, NAMED_AT_MOST).map((document) => `  ${document.id}: ${why(document)}`)
  const rest = documents.length - named.length
  return rest > 0 ? [...named, `  and ${count(rest)} more (see the report)`] : named
}

/** The closing table of a run, for a person. */
export const fetchSummary = (report: FetchReport, reportPath: string): string => {
  const rows = Object.entries(report.counts).filter(([, documents]) => documents > 0)
  const notes = report.documents.filter(({ notes: said }) => said.length > 0).length
  return [
    ...rows.map(
      ([outcome, documents]) =>
        `${count(documents).padStart(7)}  ${isOutcome(outcome) ? FETCH_OUTCOMES[outcome] : outcome}`,
    ),
    ...failedLines(report),
    `Received ${(report.bytes / 1_000_000).toFixed(1)} MB in ${report.seconds.toFixed(1)} s; ${notes > 0 ? `${count(notes)} with a note; ` : ''}the whole is in ${reportPath}.`,
    '',
  ].join('\n')
}

/** Names every document that is missing. */
export const missingNotice = (report: FetchReport): string => {
  const ids = failed(report).map(({ id }) => id)
  return `${wrapped(`Missing, which --strict does not allow: ${ids.join(', ')}.`)}\n`
}
