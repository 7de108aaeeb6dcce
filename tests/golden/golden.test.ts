import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { build } from '../../pipeline/build/index.ts'
import { IN_PROCESS } from '../build/in-process.ts'

// Each case is a folder with `input/` and, where it has them, `corrections.csv`; `expected/` holds the release that a
// build writes of it, as text. `make golden` writes `expected/` again: read the difference before you commit it.

const root = import.meta.dirname
const REVIEWED_ITEMS = join(root, '../../raw/reviewed-items.csv')
const cases = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const TEXT_FORMATS: ReadonlySet<string> = new Set(['.csv', '.json', '.md', '.cff'])
/** The case whose every text file is kept; of the others, the tables that their inputs decide. */
const WHOLE_RELEASE = 'sample-pdfs'
const DECIDED_BY_INPUT = [
  'indicators.csv',
  'items.csv',
  'documents.csv',
  'review.csv',
  'matrix.csv',
  'issues.json',
]
const releases = await mkdtemp(join(tmpdir(), 'cyberwellness-golden-'))

afterAll(() => rm(releases, { recursive: true, force: true }))

/** Sizes and hashes of binary files depend on the version of the library that wrote them. */
const maskSizesAndHashes = (text: string): string =>
  text
    .replaceAll(/("(?:hash|sha256|md5)": ?")[^"]*"/g, '$1…"')
    .replaceAll(/("(?:bytes|contentSize)": ?)("?)[\d B]+("?)/g, '$1$2…$3')

const readRelease = async (release: string, whole: boolean): Promise<ReadonlyMap<string, string>> => {
  const names = (await readdir(release)).filter((name) =>
    whole ? TEXT_FORMATS.has(extname(name)) : DECIDED_BY_INPUT.includes(name),
  )
  const read = async (name: string) => {
    const text = await readFile(join(release, name), 'utf8')
    return [
      name,
      name.endsWith('package.json') || name === 'croissant.json' ? maskSizesAndHashes(text) : text,
    ] as const
  }
  return new Map(await Promise.all(names.toSorted().map(read)))
}

describe.each(cases.map(({ name }) => name))('the release of %s', (name) => {
  test('is the expected one, file by file', async () => {
    const folder = join(root, name)
    const release = join(releases, name)
    const corrections = join(folder, 'corrections.csv')
    await build({
      inputs: [join(folder, 'input')],
      out: release,
      jobs: 1,
      reader: IN_PROCESS,
      reviewedItems: REVIEWED_ITEMS,
      ...(existsSync(corrections) && { corrections }),
    })
    const files = await readRelease(release, name === WHOLE_RELEASE)
    const expected = join(folder, 'expected')
    const stale = existsSync(expected) ? (await readdir(expected)).filter((file) => !files.has(file)) : []
    expect(stale).toEqual([])
    for (const [file, text] of files) await expect.soft(text).toMatchFileSnapshot(join(expected, file))
  })
})
