import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (name: string): string => readFileSync(`${root}/${name}`, 'utf8')

const names = z.record(z.string(), z.string()).default({})
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      dependencies: names,
      devDependencies: names,
      optionalDependencies: names,
    }),
  ),
})
const lock = (name: string) => lockSchema.parse(JSON.parse(read(name))).packages

/** The packages of the table below a heading of docs/dependencies.md. */
const described = (heading: string): string[] => {
  const part = read('docs/dependencies.md').split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
}

test('docs/dependencies.md describes every dependency, and nothing else', () => {
  const root = lock('package-lock.json')['']
  assert.ok(root)
  for (const [heading, packages] of [
    ['What a build uses', root.dependencies],
    ['What only the checks and tests use', root.devDependencies],
  ] as const) {
    assert.deepEqual(described(heading).sort(), Object.keys(packages).sort())
  }
})

/** Optional packages for other platforms that nodejs-polars and vite name and that were never published. */
const UNPUBLISHED =
  /^(napi-windows-process-start-time|nodejs-polars-(android-arm64|darwin-arm64|linux-arm64-(gnu|musl)|win32-x64-msvc))$/

test.each(['package-lock.json', '.ci/node/package-lock.json', '.ci/browser/package-lock.json'])(
  '%s holds every package with its hash, optional ones too, and names no registry',
  (name) => {
    const packages = lock(name)
    const faults = Object.entries(packages).flatMap(
      ([path, { integrity, resolved, optionalDependencies }]) => {
        const own = path.replace(/^.*node_modules\//, '')
        // npm ci refuses a lock file without them
        const missing = Object.keys(optionalDependencies).filter(
          (optional) =>
            ![`node_modules/${optional}`, `${path}/node_modules/${optional}`].some((at) => at in packages),
        )
        const isHashed = path === '' || integrity?.startsWith('sha512-') || UNPUBLISHED.test(own)
        return [
          ...missing.map((optional) => `${path} lacks ${optional}`),
          ...(isHashed ? [] : [`${path} has no hash`]),
          ...(resolved === undefined ? [] : [`${path} names a registry`]),
        ]
      },
    )
    assert.deepEqual(faults, [])
  },
)

test('the pinned Node.js is version 24 on every platform, and its bytes are locked', () => {
  const { '': root, ...pinned } = lock('.ci/node/package-lock.json')
  assert.equal(Object.keys(pinned).length, Object.keys(root?.optionalDependencies ?? {}).length)
  for (const [path, { version, integrity }] of Object.entries(pinned)) {
    assert.match(version ?? '', /^24\./, path)
    assert.match(integrity ?? '', /^sha512-/, path)
  }
})

test('a workflow pins every action by commit and version, and may only read the repository', () => {
  const workflows = globSync('.github/workflows/*', { cwd: root })
  assert.ok(workflows.length > 0)
  for (const name of workflows) {
    const text = read(name)
    const uses = text.match(/uses:.*/g) ?? assert.fail(`${name} uses no action`)
    for (const line of uses) assert.match(line, /^uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    assert.match(text, /^permissions:\n {2}contents: read$/m, name)
    assert.doesNotMatch(text, /: write|secrets\./, name)
  }
})

test('packages are installed without running their scripts', () => {
  const install = read('.ci/install')
  const calls = install.match(/npm ci .*/g) ?? assert.fail('nothing is installed')
  for (const call of calls) assert.match(call, /--ignore-scripts/)
})

const pages = globSync(['*.md', 'docs/*.md', 'raw/specimen/*.md'], { cwd: root })

// Below `raw/` much is fetched, and no part of the repository.
const NAMED_PATH = /`((?:pipeline|schemas|tests|bench|docs|raw\/specimen|\.ci|\.github)\/[\w./-]*)`/g

describe('files and folders that a page names', () => {
  for (const page of pages) {
    const paths = [...read(page).matchAll(NAMED_PATH)].flatMap(([, path]) => path ?? [])
    if (paths.length === 0) continue
    test(`those of ${page} exist`, () => {
      expect([...new Set(paths)].filter((path) => !existsSync(`${root}/${path}`))).toStrictEqual([])
    })
  }
})
