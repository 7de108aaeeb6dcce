import { FETCH_OUTCOMES, type FetchOutcome, type FetchReport } from '../../schemas/index.ts'
import { formatCount, listFirst, wrapText } from './terminal-text.ts'

const MAX_WIDTH = 100

const wrapParagraph = (text: string): string => `${wrapText(text, MAX_WIDTH).join('\n')}\n`

const findFailed = ({ documents }: FetchReport) => documents.filter(({ outcome }) => outcome === 'failed')

export const offlineNotice = ({ unreachable, counts, documents }: FetchReport): string => {
  const hosts = Object.entries(unreachable).map(([host, why]) => `${host} (${why})`)
  const missing = counts.failed + counts.unavailable
  return wrapParagraph(
    `Offline: ${hosts.join(', ')} cannot be reached. ${formatCount(missing)} of the ${formatCount(documents.length)} documents in the lock file are not on this machine. This is not an error: a build reads the profiles that are here, or else the sample profiles. Run the same command again when you are online.`,
  )
}

export const fetchSummary = (report: FetchReport, reportPath: string): string => {
  const failed = findFailed(report).map(({ id, failures }) => {
    const reasons = failures.map(({ message, address }) => `${message}: ${address}`)
    return `  ${id}: ${reasons.join('; ')}`
  })
  const noted = report.documents.filter(({ notes }) => notes.length > 0).length
  return [
    ...Object.entries(report.counts)
      .filter(([, documents]) => documents > 0)
      .map(
        ([outcome, documents]) =>
          `${formatCount(documents).padStart(7)}  ${FETCH_OUTCOMES[outcome as FetchOutcome]}`,
      ),
    ...listFirst(failed),
    `Received ${(report.bytes / 1_000_000).toFixed(1)} MB in ${report.seconds.toFixed(1)} s; ${noted > 0 ? `${formatCount(noted)} with a note; ` : ''}the report is ${reportPath}.`,
    '',
  ].join('\n')
}

export const missingNotice = (report: FetchReport): string =>
  wrapParagraph(
    `Missing, which --strict does not allow: ${findFailed(report)
      .map(({ id }) => id)
      .join(', ')}.`,
  )
