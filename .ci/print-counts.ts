import { readFileSync } from 'node:fs'
import { z } from 'zod'

// Prints the closing line of .ci/run: node print-counts.ts REPORT STATUS, where REPORT is vitest's JSON report.

const countsSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
})

const [report = '', status = '1'] = process.argv.slice(2)
const text = readFileSync(report, 'utf8')
const counts = text === '' ? null : countsSchema.parse(JSON.parse(text))
const failed = counts?.numFailedTests ?? 0
// A test file that cannot be loaded fails the run without a failed test.
const failures = failed === 0 && status !== '0' ? 1 : failed
const skipped = counts && counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : ''
process.stdout.write(`${counts?.numPassedTests ?? 0} passed, ${failures} failed${skipped}\n`)
