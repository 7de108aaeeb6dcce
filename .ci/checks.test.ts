import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, test } from 'vitest'
import { findOddWords } from './plain-words.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a program of the project at its root; returns everything that it printed, and its exit status. */
const run = (program: string, parameters: readonly string[]): Promise<{ status: number; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (status) => resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString() }))
  })

const script = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const checks: readonly { name: string; program: string; parameters: readonly string[] }[] = [
  {
    name: 'the style rules hold',
    program: script('node_modules/.bin/biome'),
    parameters: ['check', '--error-on-warnings', '--colors=off'],
  },
  { name: 'the types hold', program: script('node_modules/.bin/tsc'), parameters: ['--pretty', 'false'] },
  {
    name: 'the types of the explorer’s pages hold',
    program: script('node_modules/.bin/tsc'),
    parameters: ['--pretty', 'false', '--project', 'pipeline/explorer/site'],
  },
  {
    name: 'no file, export or dependency is unused',
    program: script('node_modules/.bin/knip'),
    parameters: ['--no-progress'],
  },
  {
    name: 'the generated files are up to date',
    program: process.execPath,
    parameters: ['.ci/generate/main.ts', '--check'],
  },
  {
    name: 'no link in a Markdown file is dead',
    program: script('node_modules/.bin/remark'),
    parameters: [
      '--frail',
      '--quiet',
      '--no-stdout',
      '--no-color',
      '--ignore-path=.gitignore',
      '--use=remark-validate-links=repository:false',
      '.',
    ],
  },
]

describe('checks', { concurrent: true }, () => {
  for (const { name, program, parameters } of checks) {
    test(name, async () => {
      const { status, output } = await run(program, parameters)
      assert.ok(status === 0, output || `${program} ended with status ${status}`)
    })
  }
})

/** The folders of the code; each may import only from those before it. */
const FOLDERS = [
  'schemas',
  ...['io', 'fetch', 'extract', 'layout', 'parse', 'normalize', 'publish', 'release', 'explorer', 'build'],
  ...['queue', 'quality', 'cli'],
]

/** The folder of a path from the root of the project, such as `pipeline/fetch/index.ts`. */
const findFolder = (path: string): string => {
  const [top = '', folder = ''] = path.split('/')
  return top === 'pipeline' ? folder : top
}

/** The imports of a file from a folder that comes later. */
const findUpwardImports = (path: string, code: string): string[] =>
  [...code.matchAll(/(?:\bfrom|\bimport\(?) *'(\.[^']*)'/g)]
    .map(([, target = '']) => join(dirname(path), target))
    .filter((target) => FOLDERS.indexOf(findFolder(target)) > FOLDERS.indexOf(findFolder(path)))
    .map((target) => `${path} imports ${target}`)

test('no folder imports from one that comes later', async () => {
  assert.deepEqual(findUpwardImports('schemas/a.ts', "import { b } from '../pipeline/io/b.ts'"), [
    'schemas/a.ts imports pipeline/io/b.ts',
  ])
  assert.deepEqual(findUpwardImports('pipeline/build/a.ts', "await import('../io/b.ts')"), [])
  const upward: string[] = []
  for (const top of ['schemas', 'pipeline']) {
    for (const name of await readdir(join(root, top), { recursive: true })) {
      const path = join(top, name)
      if (!/\.(ts|tsx|js)$/.test(name)) continue
      assert.ok(FOLDERS.includes(findFolder(path)), `${path} is in no folder of the order`)
      upward.push(...findUpwardImports(path, await readFile(join(root, path), 'utf8')))
    }
  }
  assert.deepEqual(upward, [])
})

test('no view of the explorer takes a text for markup', async () => {
  const site = join(root, 'pipeline/explorer/site')
  const marking: string[] = []
  for (const name of await readdir(site, { recursive: true })) {
    if (!/\.tsx?$/.test(name)) continue
    const code = await readFile(join(site, name), 'utf8')
    if (/innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc/i.test(code)) marking.push(name)
  }
  assert.deepEqual(marking, [])
})

const HOLDS_WORDS = /(\.(ts|tsx|js|css|md|yml)|^Makefile|^\.ci\/(run|install|with-node))$/
/** The list itself, text in the manner of the profiles, and files written from others or by others. */
const NOT_READ =
  /^(\.ci\/(plain-words|checks\.test)\.ts|raw\/specimen\/profiles\/|tests\/(golden|fixtures)\/|THIRD_PARTY\.md)/

test('code, messages and documents are in plain words', async () => {
  assert.deepEqual(findOddWords('a.md', 'It was made.\nIt is made anew.'), ['a.md:2: "anew": write again'])
  const { status, output } = await run('git', ['ls-files'])
  assert.equal(status, 0, output)
  const odd: string[] = []
  for (const path of output.trim().split('\n')) {
    if (!HOLDS_WORDS.test(path) || NOT_READ.test(path)) continue
    odd.push(...findOddWords(path, await readFile(join(root, path), 'utf8')))
  }
  assert.deepEqual(odd, [])
})
