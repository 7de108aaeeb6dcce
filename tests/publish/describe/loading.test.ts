import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, it, type TestContext } from 'vitest'
import { withFolder } from '../read-back.ts'
import { SAMPLE_DATASET } from '../sample-dataset.ts'
import { readText, SPECIMEN_FILES } from './described.ts'

const project = fileURLToPath(new URL('../../../', import.meta.url))

const ROWS = SAMPLE_DATASET.indicators.length
const LATEST_TEAMS = SAMPLE_DATASET.indicators.filter(
  ({ section_code, is_latest }) => section_code === '1.2.1' && is_latest,
).length

interface Snippet {
  readonly language: string
  readonly text: string
}

/** The code blocks below a heading of a page, but those for the shell. */
const findSnippets = (page: string, heading: string): readonly Snippet[] => {
  const part = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...part.matchAll(/^```(\w+)\n(.*?)\n```$/gms)].map(([, language = '', text = '']) => ({
    language,
    text,
  }))
}

/** What a program prints; null if it, or a package that the script needs, is not installed. */
const runProgram = (command: string, options: readonly string[], cwd: string, input = ''): string | null => {
  const { error, status, stdout, stderr } = spawnSync(command, options, { cwd, input, encoding: 'utf8' })
  if (error || /ModuleNotFoundError|there is no package called/.test(stderr)) return null
  assert.equal(status, 0, stderr)
  return stdout.trim()
}

/** The Pythons of a machine, of which one may have what another has not. */
const PYTHONS = ['python3', '/usr/bin/python3']

/** How many rows a snippet gives, run in a folder; null if what runs it is not installed. */
const RUNNERS: Readonly<Record<string, (text: string, folder: string) => Promise<number | null>>> = {
  'sql duckdb': async (text, folder) => {
    // in a process of its own: DuckDB looks for files in the working folder first
    const script = `import { DuckDBInstance } from '@duckdb/node-api'
      const connection = await (await DuckDBInstance.create()).connect()
      const result = await connection.runAndReadAll(${JSON.stringify(text)})
      process.stdout.write(String(result.getRows().length))`
    const printed = runProgram(process.execPath, ['--input-type=module', '--eval', script], folder)
    return printed === null ? null : Number(printed)
  },
  'sql sqlite3': async (text, folder) => {
    const database = /^-- sqlite3 (\S+)/.exec(text)?.[1] ?? ''
    const printed = runProgram('sqlite3', ['-readonly', '-json', database], folder, text)
    if (printed === null) return null
    const rows: unknown = JSON.parse(printed)
    return Array.isArray(rows) ? rows.length : 0
  },
  python: async (text, folder) => {
    const script = `${text}\nprint(len(indicators))`
    const printed = PYTHONS.map((python) => runProgram(python, ['-c', script], folder))
    const output = printed.find((one) => one !== null)
    return output === undefined ? null : Number(output)
  },
  r: async (text, folder) => {
    const printed = runProgram('Rscript', ['-e', `${text}\ncat(nrow(indicators))`], folder)
    return printed === null ? null : Number(printed)
  },
  js: async (text, folder) => {
    await writeFile(join(folder, 'snippet.mjs'), `${text}\nconsole.log(indicators.length)`)
    return Number(runProgram(process.execPath, ['snippet.mjs'], folder))
  },
}

const findRunner = ({ language, text }: Snippet): string => {
  const program = /^-- (\w+)/.exec(text)?.[1]
  return language === 'sql' ? `sql ${program}` : language
}

/** Runs a snippet where the release of the sample is, with the packages of the project at hand. */
const run = (snippet: Snippet, release: string, test: TestContext): Promise<void> =>
  withFolder(async (folder) => {
    await symlink(join(project, 'node_modules'), join(folder, 'node_modules'))
    await mkdir(join(folder, 'out'))
    for (const [name, bytes] of SPECIMEN_FILES) await writeFile(join(folder, 'out', name), bytes)
    const name = findRunner(snippet)
    const runner = RUNNERS[name]
    assert.ok(runner, `nothing here runs ${name}`)
    const rows = await runner(snippet.text, join(folder, release))
    if (rows === null) return test.skip(`what runs ${name} is not installed`)
    assert.equal(rows, name.startsWith('sql') ? LATEST_TEAMS : ROWS)
  })

const PAGES = [
  {
    page: 'the README of the project',
    snippets: findSnippets(await readFile(join(project, 'README.md'), 'utf8'), 'Load it'),
    folder: '.',
  },
  {
    page: 'the README of a release',
    snippets: findSnippets(readText(SPECIMEN_FILES, 'README.md'), 'How to load it'),
    folder: 'out',
  },
] as const

for (const { page, snippets, folder } of PAGES) {
  describe(`what ${page} says of loading`, () => {
    it('has snippets', () => assert.ok(snippets.length >= 3))
    for (const snippet of snippets) {
      it(`holds: ${snippet.text.split('\n')[0]}`, (test) => run(snippet, folder, test))
    }
  })
}
