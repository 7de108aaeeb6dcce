// Measures how fast the pipeline is: node bench/main.ts [--only NAME...] [--rounds N] [--json FILE] [--compare FILE]
// `make bench` runs all figures, `make bench-compare` compares with an earlier JSON.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import lockFile from '../package-lock.json' with { type: 'json' }
import type { Bench, Figure, Measurement } from './figure.ts'
import { BUILDING } from './figures/building.ts'
import { PUBLISHING } from './figures/publishing.ts'
import { READING } from './figures/reading.ts'
import { writeProfiles, writeTextProfiles } from './profiles.ts'

const FIGURES: readonly Figure[] = [...READING, ...BUILDING, ...PUBLISHING]

const measured = z.object({
  figures: z.array(z.object({ name: z.string(), value: z.number().nullable() })),
})

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
    compare: { type: 'string' },
  },
})

const shown = (value: number | null, { unit }: Figure): string => {
  if (value === null) return '-'
  return unit === 'ratio' ? value.toFixed(2) : `${value.toFixed(0)} ${unit}`
}

const verdict = (value: number | null, { must, goal, higherIsBetter }: Figure): string => {
  if (value === null) return 'not measured'
  const reaches = (bound: number): boolean => (higherIsBetter ? value >= bound : value <= bound)
  if (reaches(goal)) return 'goal'
  return reaches(must) ? 'good' : 'missed'
}

const partsText = (parts: Measurement['parts']): string =>
  Object.entries(parts)
    .map(
      ([name, value]) =>
        `${name} ${value > 1_000 ? `${(value / 1e6).toFixed(0)} MB` : `${value.toFixed(3)} s`}`,
    )
    .join(', ')

const machine = {
  processors: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  memory: totalmem(),
  platform: `${process.platform} ${process.arch}`,
  node: process.versions.node,
  packages: Object.fromEntries(
    ['pdfjs-dist', 'apache-arrow', 'hyparquet-writer'].map((name) => {
      const packages: Readonly<Record<string, { readonly version?: string }>> = lockFile.packages
      return [name, packages[`node_modules/${name}`]?.version ?? 'unknown']
    }),
  ),
}

const folder = await mkdtemp(join(tmpdir(), 'cyberwellness-bench-'))

/** Makes a folder of so many profiles when it is first asked for. */
const folderOf = (kind: string, write: typeof writeProfiles): ((count: number) => Promise<string>) => {
  const written = new Map<number, Promise<void>>()
  return async (count) => {
    const path = join(folder, `${kind}-${count}`)
    const writing = written.get(count) ?? write(path, count)
    written.set(count, writing)
    await writing
    return path
  }
}

const bench: Bench = {
  folder,
  rounds: Number(values.rounds),
  profiles: folderOf('pdf', writeProfiles),
  textProfiles: folderOf('text', writeTextProfiles),
}
const earlier =
  values.compare === undefined ? null : measured.parse(JSON.parse(await readFile(values.compare, 'utf8')))
try {
  const chosen = FIGURES.filter(({ name }) => values.only.length === 0 || values.only.includes(name))
  const results: (Measurement & { readonly name: string })[] = []
  for (const figure of chosen) {
    const measurement = await figure.measure(bench)
    results.push({ name: figure.name, ...measurement })
    const before = earlier?.figures.find(({ name }) => name === figure.name)?.value
    const change = before === undefined ? '' : `, before ${shown(before, figure)}`
    process.stdout.write(
      `${figure.name.padEnd(18)} ${shown(measurement.value, figure).padStart(8)}  ${verdict(measurement.value, figure)}` +
        ` (must ${shown(figure.must, figure)}, goal ${shown(figure.goal, figure)}${change})\n` +
        `  ${figure.title}: ${measurement.missing ?? partsText(measurement.parts)}\n`,
    )
  }
  if (values.json !== undefined) {
    await writeFile(values.json, `${JSON.stringify({ machine, figures: results }, null, 2)}\n`)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
