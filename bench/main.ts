// Measures how fast the pipeline is, beside another checkout of the project where one is given:
// node bench/main.ts [--only NAME...] [--rounds N] [--against FOLDER]
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measureRun } from './measured-run.ts'
import { writePdfProfiles, writeTextProfiles } from './profiles.ts'

const PDF_COUNT = 200
const TEXT_COUNT = 20_000
const ROW_COUNT = 1_000_000

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '3' },
    against: { type: 'string' },
  },
})
const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-bench-'))
const [cache, pdfs, texts] = [join(folder, 'cache'), join(folder, 'pdfs'), join(folder, 'texts')]
const rounds = Number(values.rounds)

const build = (input: string): string[] => [
  ...['pipeline/cli/main.js', 'build', '-i', input, '-o', join(folder, 'out')],
  ...['--cache', cache, '--no-explorer', '--accept'],
]
const dropCache = (): Promise<void> => rm(cache, { recursive: true, force: true })

/** A figure: the program, below the root of a checkout, and what is done before all rounds and before each. */
interface Figure {
  readonly title: string
  readonly program: readonly string[]
  readonly rounds: number
  readonly prepare?: () => Promise<unknown>
  readonly before?: () => Promise<unknown>
}

const FIGURES: Readonly<Record<string, Figure>> = {
  help: { title: '--help', program: ['pipeline/cli/main.js', '--help'], rounds: 3 * rounds },
  cold: {
    title: `${PDF_COUNT} PDF profiles, nothing cached`,
    program: build(pdfs),
    rounds,
    prepare: () => writePdfProfiles(pdfs, PDF_COUNT),
    before: dropCache,
  },
  unchanged: { title: 'the same, all cached', program: build(pdfs), rounds },
  rows: {
    title: `${ROW_COUNT.toLocaleString('en')} rows in four formats`,
    program: ['bench/programs/publish-rows.ts', String(ROW_COUNT), join(folder, 'rows')],
    rounds: 1,
  },
  documents: {
    title: `${TEXT_COUNT.toLocaleString('en')} text profiles`,
    program: build(texts),
    rounds: 1,
    prepare: () => writeTextProfiles(texts, TEXT_COUNT),
    before: dropCache,
  },
}

/** The median time and the most memory of a program in a checkout. */
const measure = async (root: string, { program, rounds: times, before }: Figure): Promise<string> => {
  const [file = '', ...parameters] = program
  const runs: Awaited<ReturnType<typeof measureRun>>[] = []
  for (let round = 0; round < times; round++) {
    await before?.()
    runs.push(await measureRun(process.execPath, [join(root, file), ...parameters]))
  }
  const seconds = runs.map((run) => run.seconds).toSorted((left, right) => left - right)[times >> 1]
  const mb = Math.max(...runs.map(({ peakBytes }) => peakBytes)) / 1_000_000
  return `${seconds?.toFixed(2)} s, ${mb.toFixed(0)} MB`
}

const own = fileURLToPath(new URL('..', import.meta.url))
const roots = values.against === undefined ? [own] : [own, resolve(values.against)]
try {
  process.stdout.write(
    `${availableParallelism()} cores, ${cpus()[0]?.model}, Node.js ${process.versions.node}\n`,
  )
  for (const [name, figure] of Object.entries(FIGURES)) {
    if (values.only.length > 0 && !values.only.includes(name)) continue
    await figure.prepare?.()
    const measured: string[] = []
    for (const root of roots) measured.push(await measure(root, figure))
    process.stdout.write(`${name.padEnd(10)} ${figure.title.padEnd(40)} ${measured.join('; against: ')}\n`)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
