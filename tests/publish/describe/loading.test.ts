import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'
import { withFolder } from '../read-back.ts'
import { SAMPLE_DATASET } from '../sample-dataset.ts'
import { readText, SPECIMEN_FILES } from './described.ts'

const project = fileURLToPath(new URL('../../../', import.meta.url))
const ROWS = SAMPLE_DATASET.indicators.length
const LATEST_TEAMS = SAMPLE_DATASET.indicators.filter(
  ({ section_code, is_latest }) => section_code === '1.2.1' && is_latest,
).length

/** The code blocks below a heading of a page, but those for the shell; SQL by its program. */
const findSnippets = (page: string, heading: string) => {
  const part = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...part.matchAll(/^```(\w+)\n(?:-- (\w+)[^\n]*\n)?(.*?)\n```$/gms)].map(
    ([, language = '', program = language, text = '']) => ({ program, text }),
  )
}

/** What runs a snippet and prints the number of its rows: commands, of which one may be missing, and their input. */
const RUNNERS: Readonly<Record<string, (text: string) => readonly (readonly [string, ...string[]])[]>> = {
  // in a process of its own: DuckDB looks for files in the working folder first
  duckdb: (text) => [
    [
      ...([process.execPath, '--input-type=module', '--eval'] as const),
      `import { DuckDBInstance } from '@duckdb/node-api'
      const connection = await (await DuckDBInstance.create()).connect()
      console.log((await connection.runAndReadAll(${JSON.stringify(text)})).getRows().length)`,
    ],
  ],
  sqlite3: (text) => [
    ['sqlite3', '-readonly', 'cyberwellness.sqlite', `SELECT count(*) FROM (${text.replace(';', '')})`],
  ],
  python: (text) =>
    ['python3', '/usr/bin/python3'].map((python) => [python, '-c', `${text}\nprint(len(indicators))`]),
  r: (text) => [['Rscript', '-e', `${text}\ncat(nrow(indicators))`]],
  js: (text) => [
    [process.execPath, '--input-type=module', '--eval', `${text}\nconsole.log(indicators.length)`],
  ],
}

/** What a program prints; null if it, or a package that the script needs, is not installed. */
const runProgram = ([command, ...options]: readonly [string, ...string[]], cwd: string): string | null => {
  const { error, status, stdout, stderr } = spawnSync(command, options, { cwd, encoding: 'utf8' })
  if (error || /ModuleNotFoundError|there is no package called/.test(stderr)) return null
  assert.equal(status, 0, stderr)
  return stdout.trim()
}

const README = await readFile(join(project, 'README.md'), 'utf8')

describe.each([
  { page: 'the README of the project', snippets: findSnippets(README, 'Load it'), folder: '.' },
  {
    page: 'the README of a release',
    snippets: findSnippets(readText(SPECIMEN_FILES, 'README.md'), 'How to load it'),
    folder: 'out',
  },
])('what $page says of loading', ({ snippets, folder }) => {
  it('has snippets', () => assert.ok(snippets.length >= 3))

  it.for(snippets)('holds for $program: $text', ({ program, text }, test) =>
    withFolder(async (root) => {
      await symlink(join(project, 'node_modules'), join(root, 'node_modules'))
      await mkdir(join(root, 'out'))
      for (const [name, bytes] of SPECIMEN_FILES) await writeFile(join(root, 'out', name), bytes)
      const commands = RUNNERS[program]?.(text) ?? assert.fail(`nothing here runs ${program}`)
      const printed = commands.map((command) => runProgram(command, join(root, folder))).find((one) => one)
      if (printed === undefined) return test.skip(`what runs ${program} is not installed`)
      assert.equal(Number(printed), ['duckdb', 'sqlite3'].includes(program) ? LATEST_TEAMS : ROWS)
    }),
  )
})
