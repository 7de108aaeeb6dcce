// Measures how fast the pipeline is: node bench/main.ts [--only NAME...] [--rounds N] [--json FILE] [--compare FILE]
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type MeasuredRun, measureRun } from './measured-run.ts'
import { writePdfProfiles, writeTextProfiles } from './profiles.ts'

const FEW_DOCUMENTS = 200
const MANY_DOCUMENTS = 20_000
const MANY_ROWS = 1_000_000
const BYTES_IN_MB = 1_000_000

const findFile = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const main = findFile('../pipeline/cli/main.js')

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
    compare: { type: 'string' },
  },
})
const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-bench-'))
const [cache, pdfs, texts] = ['cache', 'pdfs', 'texts'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]

const runMain = (...parameters: readonly string[]): Promise<MeasuredRun> =>
  measureRun(process.execPath, [main, ...parameters])

const build = (input: string): Promise<MeasuredRun> =>
  runMain(...['build', '-i', input, '-o', join(folder, 'out'), '--cache', cache, '--no-explorer', '--accept'])

const buildCold = async (input: string): Promise<MeasuredRun> => {
  await rm(cache, { recursive: true, force: true })
  return build(input)
}

/** A figure: what is measured, and the bounds of its median time and its most memory. */
interface Figure {
  readonly name: string
  readonly title: string
  readonly maxSeconds?: number
  readonly maxMb?: number
  readonly rounds: number
  readonly prepare?: () => Promise<unknown>
  readonly measure: () => Promise<MeasuredRun>
}

const rounds = Number(values.rounds)

const FIGURES: readonly Figure[] = [
  {
    name: 'help',
    title: '--help',
    maxSeconds: 0.2,
    rounds: 3 * rounds,
    measure: () => runMain('--help'),
  },
  {
    name: 'cold',
    title: `${FEW_DOCUMENTS} PDF profiles, nothing cached`,
    rounds,
    prepare: () => writePdfProfiles(pdfs, FEW_DOCUMENTS),
    measure: () => buildCold(pdfs),
  },
  {
    name: 'unchanged',
    title: 'the same, all cached (at most 0.4 of cold)',
    rounds,
    measure: () => build(pdfs),
  },
  {
    name: 'rows',
    title: `${MANY_ROWS.toLocaleString('en')} rows in four formats`,
    maxSeconds: 90,
    maxMb: 1_200,
    rounds: 1,
    measure: () =>
      measureRun(process.execPath, [
        findFile('programs/publish-rows.ts'),
        String(MANY_ROWS),
        join(folder, 'rows'),
      ]),
  },
  {
    name: 'documents',
    title: `${MANY_DOCUMENTS.toLocaleString('en')} text profiles`,
    maxMb: 700,
    rounds: 1,
    prepare: () => writeTextProfiles(texts, MANY_DOCUMENTS),
    measure: () => buildCold(texts),
  },
]

const measured = z.object({
  figures: z.record(z.string(), z.object({ seconds: z.number(), mb: z.number() })),
})

const showBound = (value: number, max: number | undefined, unit: string): string =>
  `${value.toFixed(unit === 's' ? 2 : 0)} ${unit}${max === undefined ? '' : ` (at most ${max}${value > max ? ', MISSED' : ''})`}`

const results: Record<string, { seconds: number; mb: number }> = {}
try {
  const earlier = values.compare && measured.parse(JSON.parse(await readFile(values.compare, 'utf8'))).figures
  process.stdout.write(
    `${availableParallelism()} cores, ${cpus()[0]?.model}, Node.js ${process.versions.node}\n`,
  )
  for (const figure of FIGURES) {
    if (values.only.length > 0 && !values.only.includes(figure.name)) continue
    await figure.prepare?.()
    const runs: MeasuredRun[] = []
    for (let round = 0; round < figure.rounds; round++) runs.push(await figure.measure())
    const seconds =
      runs.map((run) => run.seconds).toSorted((left, right) => left - right)[runs.length >> 1] ?? 0
    const mb = Math.max(...runs.map(({ peakBytes }) => peakBytes)) / BYTES_IN_MB
    results[figure.name] = { seconds, mb }
    const before = earlier ? earlier[figure.name] : undefined
    process.stdout.write(
      `${figure.name.padEnd(10)} ${figure.title.padEnd(45)} ${showBound(seconds, figure.maxSeconds, 's')}, ${showBound(mb, figure.maxMb, 'MB')}${before ? `; before ${before.seconds.toFixed(2)} s, ${before.mb.toFixed(0)} MB` : ''}\n`,
    )
  }
  if (values.json) await writeFile(values.json, `${JSON.stringify({ figures: results }, null, 2)}\n`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
