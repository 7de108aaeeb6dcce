import { relative, resolve } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

/** How many tests there were, and how many of them ended how; all the others have failed. */
export interface TestCounts {
  readonly tests: number
  readonly passed: number
  readonly skipped: number
  readonly todo: number
}

/** The last line of a run: `12 passed, 0 failed`, with the skipped and unfinished tests named where there are any. */
export const closingLine = ({ tests, passed, skipped, todo }: TestCounts, success: boolean): string => {
  const failed = tests - passed - skipped - todo
  // A run can fail without a failing test; it must not read as a success.
  const parts = [`${passed} passed`, `${failed === 0 && !success ? 1 : failed} failed`]
  if (skipped > 0) parts.push(`${skipped} skipped`)
  if (todo > 0) parts.push(`${todo} to do`)
  return parts.join(', ')
}

/** A line for each reason for which tests, or groups of them, were skipped. */
const skippedLines = (reasons: readonly string[]): string =>
  [...Map.groupBy(reasons, (reason) => reason)]
    .map(([reason, { length }]) => `Skipped ${length === 1 ? 'once' : `${length} times`}: ${reason}\n`)
    .join('')

const isEcho = (error: Error): boolean => 'failureType' in error && error.failureType === 'subtestsFailed'

const errorText = (error: Error): string => {
  const cause = error.cause ?? error
  return cause instanceof Error ? (cause.stack ?? String(cause)) : String(cause)
}

const place = (file: string | undefined, line: number | undefined): string =>
  file === undefined ? '' : ` (${relative('', file)}${line === undefined ? '' : `:${line}`})`

/**
 * A reporter for `node --test`: each failure and each word of a test to the person as it happens, at the end what the failing files printed, why
 * tests were skipped, and the closing line alone on the last line.
 */
export default async function* summaryReporter(
  events: AsyncIterable<TestEvent>,
): AsyncGenerator<string, void> {
  const printed = new Map<string, string>()
  const failing = new Set<string>()
  const skipped: string[] = []
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') {
      const file = resolve(data.file)
      printed.set(file, (printed.get(file) ?? '') + data.message)
    } else if (type === 'test:fail' && data.todo === undefined) {
      if (data.file !== undefined) failing.add(data.file)
      if (isEcho(data.details.error)) continue
      yield `FAILED ${data.name}${place(data.file, data.line)}\n${errorText(data.details.error)}\n\n`
    } else if (type === 'test:pass' && data.skip !== undefined && data.skip !== false) {
      skipped.push(typeof data.skip === 'string' ? data.skip : 'no reason is given')
    } else if (type === 'test:diagnostic' && data.file !== undefined) {
      yield `${data.message}\n`
    } else if (type === 'test:summary' && data.file === undefined) {
      for (const file of failing) {
        const text = printed.get(file)
        if (text !== undefined) yield `Printed by ${relative('', file)}:\n${text.trimEnd()}\n\n`
      }
      yield skippedLines(skipped)
      yield `${closingLine(data.counts, data.success)}\n`
    }
  }
}
