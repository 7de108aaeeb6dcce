import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { collectGarbage } from '../collect-garbage.ts'
import { fuzz } from './fuzz.ts'

// Reads many mutated samples and prints their outcomes; exits with 1 if the reader itself failed.

const { values } = parseArgs({
  options: {
    first: { type: 'string', default: '1' },
    count: { type: 'string', default: '20000' },
    jobs: { type: 'string', default: '2' },
  },
})

const STEP = 1_000
const KILOBYTE = 1_024

/** Memory still in use by this process, and by those that it started, in MB. */
const memory = (): string => {
  collectGarbage()
  const listed = execFileSync('ps', ['-o', 'rss=,comm=', '--ppid', String(process.pid)], { encoding: 'utf8' })
  const readers = [...listed.matchAll(/(\d+) (?!ps$)/gm)].map(([, size]) =>
    Math.round(Number(size) / KILOBYTE),
  )
  const held = (process.memoryUsage().heapUsed / KILOBYTE / KILOBYTE).toFixed(1)
  return `${held} MB held, processes of ${readers.join(', ')} MB`
}

const started = Date.now()
const report = await fuzz(Number(values.first), Number(values.count), Number(values.jobs), (done, total) => {
  if (done % STEP === 0 || done === total) {
    const seconds = Math.round((Date.now() - started) / 1_000)
    process.stdout.write(`${done} of ${total} in ${seconds} s, ${memory()}\n`)
  }
})
for (const [outcome, count] of [...report.outcomes].sort()) process.stdout.write(`${outcome} ${count}\n`)
for (const { seed, said } of report.faults) process.stdout.write(`seed ${seed}: ${said}\n`)
process.exitCode = report.faults.length > 0 ? 1 : 0
