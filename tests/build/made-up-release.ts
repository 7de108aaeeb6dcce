import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { zstdCompressSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import {
  type BuildRequest,
  build,
  type DocumentReader,
  type DocumentResult,
} from '../../pipeline/build/index.ts'
import { writeLock } from '../../pipeline/fetch/lock-file.ts'
import { issue, type Source, TABLES } from '../../schemas/index.ts'

const pack = (value: unknown): string => zstdCompressSync(JSON.stringify(value)).toString('base64')

/** Gives what was made up for a file, whatever its bytes are; some files take longer than others. */
const makeReader = (results: readonly DocumentResult[]): DocumentReader => ({
  width: 3,
  read: async ({ source: { name: file } }) => {
    await setTimeout(file.length % 3)
    const own = results.filter((result) => result.file === file)
    const rows = own.flatMap((result) => result.rows ?? [])
    return {
      file,
      rejected: own.flatMap((result) => (result.rows === null ? result.issues : [])),
      packed: rows.map((one) => ({ rows: pack(one), pages: pack([]) })),
    }
  },
})

/** The tables of a release, checked by their schemas. */
export const readRelease = async (out: string) => {
  const read = async <Row>(name: string, row: z.ZodType<Row>): Promise<Row[]> =>
    z.array(row).parse(JSON.parse(await readFile(join(out, `${name}.json`), 'utf8')))
  const readView = async (name: string): Promise<Readonly<Record<string, string>>[]> =>
    parse(await readFile(join(out, `${name}.csv`)), { columns: true })
  return {
    documents: await read('documents', TABLES.documents.row),
    indicators: await read('indicators', TABLES.indicators.row),
    items: await read('items', TABLES.items.row),
    boxes: await read('boxes', TABLES.boxes.row),
    issues: await read('issues', issue),
    matrix: await readView('matrix'),
    review: await readView('review'),
  }
}

/** Builds a release of made-up documents, in a folder of its own, and reads its tables back. */
export const buildMadeUp = async (
  folder: string,
  results: readonly DocumentResult[],
  { sources, ...request }: Partial<BuildRequest> & { readonly sources?: readonly Source[] } = {},
) => {
  const [input, out] = [join(folder, 'input'), join(folder, 'out')]
  for (const { file } of results) {
    await mkdir(dirname(join(input, file)), { recursive: true })
    await writeFile(join(input, file), file.endsWith('.pdf') ? '%PDF-1.4' : 'Bells ring.')
  }
  if (sources) await writeLock(join(input, 'sources.json'), sources)
  const usual = { inputs: [input], out, jobs: 1, accept: true, reader: makeReader(results) }
  const result = await build({ ...usual, ...request })
  return { ...(await readRelease(out)), result, out }
}
