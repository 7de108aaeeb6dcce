import { fileURLToPath } from 'node:url'
import { cyberwellness } from '../command-line.ts'
import { type Figure, interleaved } from '../figure.ts'
import { measuredRun } from '../measured-run.ts'

const PROFILES = 200

const seconds = async (program: string, folder: string): Promise<number> => {
  const path = fileURLToPath(new URL(`../programs/${program}`, import.meta.url))
  return (await measuredRun(process.execPath, [path, folder])).seconds
}

/** The figures of reading alone, and of starting. */
export const READING: readonly Figure[] = [
  {
    name: 'reading',
    title: 'reading 200 profiles to rows in one process, over pdf.js giving their text',
    unit: 'ratio',
    must: 1.4,
    goal: 1.15,
    higherIsBetter: false,
    measure: async (bench) => {
      const folder = await bench.profiles(PROFILES)
      const parts = await interleaved(bench.rounds, {
        reading: () => seconds('read-rows.ts', folder),
        pdfjs: () => seconds('bare-text.ts', folder),
      })
      return { value: parts.reading / parts.pdfjs, parts }
    },
  },
  {
    name: 'help',
    title: 'cyberwellness --help',
    unit: 'ms',
    must: 150,
    goal: 80,
    higherIsBetter: false,
    measure: async (bench) => {
      const help = async (): Promise<number> => (await cyberwellness(['--help'])).seconds
      await help() // the code is compiled once and kept
      const parts = await interleaved(Math.max(9, bench.rounds), { help })
      return { value: parts.help * 1_000, parts }
    },
  },
]
