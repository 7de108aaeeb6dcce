import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as immediately } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { DocumentResult } from '../../pipeline/build/read-document.ts'
import { workerPool } from '../../pipeline/build/worker-pool.ts'
import { type Limits, USUAL_LIMITS } from '../../schemas/index.ts'
import { collectGarbage } from '../collect-garbage.ts'
import { flateBomb } from '../zoo/flate-bomb.ts'
import { pdfOfPages, shown, stream } from '../zoo/raw-pdf.ts'

const SPECIMEN = fileURLToPath(new URL('../../raw/specimen/ixolund.pdf', import.meta.url))
const WORDS = shown(['a few words', 'and a few more'])

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-pool-'))
})
afterAll(() => rm(folder, { recursive: true }))

const fileOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

/** Reads files one after the other in one process, so that each has to do with what the one before left behind. */
const readAll = async (
  paths: readonly string[],
  limits: Partial<Limits>,
): Promise<readonly (readonly DocumentResult[])[]> => {
  const pool = workerPool(1, { ...USUAL_LIMITS, ...limits })
  try {
    return await Promise.all(paths.map((path) => pool.read({ file: { path, name: path }, ocr: 'auto' })))
  } finally {
    await pool.destroy()
  }
}

const codesOf = (results: readonly DocumentResult[] = []): string[] =>
  results.flatMap((result) =>
    result.rows === null ? result.issues.map(({ code, value }) => `${code}: ${value}`) : ['read'],
  )

/** A page that unpacks to 900 MB. */
const bomb = (): Buffer => pdfOfPages([stream(flateBomb(900), '/Filter [/FlateDecode /FlateDecode]')])

/** A page that takes years to show: every form shows the next one ten times, and the last has much to do and nothing to keep. */
const endless = (): Buffer => {
  const depth = 12
  const form = (number: number) =>
    stream(
      '/N Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N ${number} 0 R >> >>`,
    )
  const forms = Array.from({ length: depth }, (_, index) => form(7 + index))
  const last = stream('q Q '.repeat(250_000), '/Type /XObject /Subtype /Form /BBox [0 0 9 9]')
  return pdfOfPages(['/N Do'], { page: '/Resources << /XObject << /N 6 0 R >> >>', more: [...forms, last] })
}

describe('a document that exceeds a limit is set aside with the limit and what it asked for', () => {
  const cases: readonly [string, () => Uint8Array, Partial<Limits>, RegExp][] = [
    ['pages', () => pdfOfPages([WORDS, WORDS, WORDS]), { pages: 2 }, /^over_pages: 3 pages of at most 2$/],
    ['runs', () => pdfOfPages([WORDS, WORDS]), { runs: 3 }, /^over_runs: 4 runs of at most 3$/],
    ['output', () => pdfOfPages([WORDS]), { output: 20 }, /^over_output: 25 characters of at most 20$/],
    ['bytes', () => pdfOfPages([WORDS]), { bytes: 100 }, /^over_bytes: \d{3} bytes of at most 100$/],
    ['memory', bomb, { memory: 300 }, /^over_memory: more than 300 MB$/],
    ['time', endless, { time: 10 }, /^over_time: more than 10 seconds$/],
  ]
  for (const [name, bytes, limits, expected] of cases) {
    it(`${name}, and the next one is read`, async () => {
      const path = await fileOf(`${name}.pdf`, bytes())
      const [over, next] = await readAll([path, SPECIMEN], {
        ...limits,
        ...(name !== 'time' && { time: 300 }),
      })
      assert.match(codesOf(over).join(), expected)
      if (['memory', 'time'].includes(name)) assert.deepEqual(codesOf(next), ['read'])
    })
  }

  it('by a text file, too', async () => {
    const path = await fileOf('long.txt', Buffer.from('words\n'.repeat(50)))
    const [runs, output, pages] = await Promise.all([
      readAll([path], { runs: 49 }),
      readAll([path], { output: 249 }),
      readAll([await fileOf('pages.txt', Buffer.from('words\f'.repeat(50)))], { pages: 49 }),
    ])
    assert.deepEqual(codesOf(runs[0]), ['over_runs: 50 runs of at most 49'])
    assert.deepEqual(codesOf(output[0]), ['over_output: 250 characters of at most 249'])
    assert.deepEqual(codesOf(pages[0]), ['over_pages: 50 pages of at most 49'])
  })
})

describe('a pool', () => {
  it('goes on where one document after the other takes its process down', async () => {
    const path = await fileOf('bomb.pdf', bomb())
    const results = await readAll([path, SPECIMEN, path, path, SPECIMEN], { memory: 300 })
    assert.deepEqual(
      results.map((result) => codesOf(result)[0]?.replace(/:.*/, '')),
      ['over_memory', 'read', 'over_memory', 'over_memory', 'read'],
    )
  })

  it('reads a file that does not exist as unreadable', async () => {
    const [gone] = await readAll([join(folder, 'gone.pdf')], {})
    assert.deepEqual(codesOf(gone), ['file_unreadable: ENOENT'])
  })

  it('holds no result that it gave', async () => {
    const pool = workerPool(1, USUAL_LIMITS)
    try {
      const given: WeakRef<object>[] = []
      for (let times = 0; times < 5; times++) {
        given.push(
          new WeakRef(await pool.read({ file: { path: SPECIMEN, name: 'ixolund.pdf' }, ocr: 'off' })),
        )
      }
      await new Promise(setImmediate) // what was given this turn is held until the next
      collectGarbage()
      assert.deepEqual(
        given.map((result) => result.deref() === undefined),
        given.map(() => true),
      )
    } finally {
      await pool.destroy()
    }
  })

  it('rests without a process, and reads again', async () => {
    const processes = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length
    const pool = workerPool(1)
    const read = async (): Promise<string[]> =>
      codesOf(await pool.read({ file: { path: SPECIMEN, name: 'ixolund.pdf' }, ocr: 'auto' }))
    try {
      assert.deepEqual(await read(), ['read'])
      assert.equal(processes(), 1)
      await pool.rest()
      while (processes() > 0) await immediately() // a handle is let go of some time after its process
      assert.deepEqual(await read(), ['read'])
    } finally {
      await pool.destroy()
    }
  })

  it('starts no process once it is over', async () => {
    const pool = workerPool(1, USUAL_LIMITS)
    await pool.destroy()
    const [late] = await pool.read({ file: { path: SPECIMEN, name: 'ixolund.pdf' }, ocr: 'auto' })
    assert.deepEqual(late?.rows === null ? late.issues.map(({ code }) => code) : ['read'], ['reader_failed'])
  })
})
