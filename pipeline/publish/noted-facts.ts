import type { Issue, Severity, Status } from '../../schemas/index.ts'
import type { DocumentFacts, ReleaseFacts } from './describe/index.ts'
import type { ContentRows } from './release-content.ts'
import type { ReleaseSink } from './release-sink.ts'

/** Notes what the descriptors say of the rows of a release while they pass. */
export interface FactNotes {
  readonly rows: (rows: AsyncIterable<ContentRows>) => AsyncGenerator<ContentRows>
  readonly issues: (issues: AsyncIterable<readonly Issue[]>) => AsyncGenerator<readonly Issue[]>
  /** Counts the rows; makes no file. */
  readonly sink: ReleaseSink
  /** What was noted so far. */
  readonly facts: () => Pick<ReleaseFacts, 'documents' | 'rows' | 'statuses' | 'issues'>
}

/** Begins notes on a release, empty ones. */
export const noteFacts = (): FactNotes => {
  const documents: DocumentFacts[] = []
  const counts = new Map<string, number>()
  const statuses: Partial<Record<Status, number>> = {}
  const severities: Record<Severity, number> = { notice: 0, warning: 0, error: 0 }
  return {
    rows: async function* (rows) {
      for await (const part of rows) {
        for (const { country, country_code, source_date, source_url, retrieved } of part.documents ?? []) {
          documents.push({ country, country_code, source_date, source_url, retrieved })
        }
        for (const { status } of part.indicators ?? []) statuses[status] = (statuses[status] ?? 0) + 1
        yield part
      }
    },
    issues: async function* (issues) {
      for await (const group of issues) {
        for (const { severity } of group) severities[severity] += 1
        yield group
      }
    },
    sink: {
      write: ({ name }, { length }) => {
        counts.set(name, (counts.get(name) ?? 0) + length)
      },
      finish: () => {},
    },
    facts: () => ({ documents, rows: Object.fromEntries(counts), statuses, issues: severities }),
  }
}
