import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { build } from '../../../pipeline/build/index.ts'
import { QUESTIONS } from '../../../pipeline/publish/describe/questions.ts'
import { missingReference, referenceFolder } from '../../reference/reference-folder.ts'
import { query } from '../read-back.ts'

const SAMPLES = fileURLToPath(new URL('../../../raw/specimen', import.meta.url))
const INPUTS = [
  { name: 'the samples', input: SAMPLES },
  ...(missingReference('text') ? [] : [{ name: 'real profiles', input: join(referenceFolder, 'text') }]),
]

const showCell = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')

/** The rows of each answer by DuckDB, as tab-separated cells behind the number of the question. */
const answerByDuckDb = async (folder: string): Promise<string[]> => {
  await query(`SET file_search_path = '${folder}'`)
  const answers = await Promise.all(QUESTIONS.map(({ sql }) => query(sql)))
  return answers.flatMap((rows, number) =>
    rows.map((row) => [number, ...Object.values(row).map(showCell)].join('\t')),
  )
}

/** The same by a script in another language; null if the language or a package is missing. */
const answerByScript = (commands: readonly string[], script: string, folder: string): string[] | null => {
  const path = fileURLToPath(new URL(script, import.meta.url))
  for (const command of commands) {
    const { error, status, stdout, stderr } = spawnSync(command, [path, folder], { encoding: 'utf8' })
    if (error || /ModuleNotFoundError/.test(stderr)) continue
    assert.equal(status, 0, stderr)
    return stdout.split('\n').filter((line) => line !== '')
  }
  return null
}

/** The rows that the README shows below a question, and how many it leaves out. */
const readShown = (page: string, title: string, sql: string): { rows: string[]; more: number } => {
  const part = page.split(`\n### ${title}\n`)[1]?.split(/\n##/)[0] ?? ''
  assert.ok(part.includes(`\`\`\`sql\n${sql}\n\`\`\``), title)
  const lines = [...part.matchAll(/^\| (.*) \|$/gm)].map(([, cells = '']) => cells.split(' | ').join('\t'))
  return { rows: lines.slice(2), more: Number(/And (\d+) more/.exec(part)?.[1] ?? 0) }
}

describe.each(INPUTS)('the six questions on $name', ({ input }) => {
  let folder = ''
  let expected: string[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'questions-'))
    await build({ inputs: [input], jobs: 2, out: join(folder, 'out') })
    expected = await answerByDuckDb(join(folder, 'out'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('are answered in the README as DuckDB answers them', async () => {
    const page = await readFile(join(folder, 'out', 'README.md'), 'utf8')
    for (const [number, { title, sql }] of QUESTIONS.entries()) {
      const rows = expected.filter((row) => row.startsWith(`${number}\t`)).map((row) => row.slice(2))
      const shown = readShown(page, title, sql)
      assert.deepEqual(shown.rows, rows.slice(0, 10), title)
      assert.equal(shown.more, Math.max(0, rows.length - 10), title)
    }
  })

  it('are answered alike by pandas, where it is installed', (test) => {
    const answers = answerByScript(['python3', '/usr/bin/python3'], 'questions.py', join(folder, 'out'))
    if (answers === null) return test.skip('pandas is not installed')
    assert.deepEqual(answers, expected)
  })

  it('are answered alike by R, where it is installed', (test) => {
    const answers = answerByScript(['Rscript'], 'questions.R', join(folder, 'out'))
    if (answers === null) return test.skip('R is not installed')
    assert.deepEqual(answers, expected)
  })
})
