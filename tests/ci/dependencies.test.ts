import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { z } from 'zod'

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

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
  assert.deepEqual(described('What a build uses').sort(), Object.keys(root.dependencies).sort())
  assert.deepEqual(
    described('What only the checks and tests use').sort(),
    Object.keys(root.devDependencies).sort(),
  )
})

/** Optional packages for other platforms that nodejs-polars and vite name and that were never published. */
const UNPUBLISHED: ReadonlySet<string> = new Set([
  'napi-windows-process-start-time',
  ...['android-arm64', 'darwin-arm64', 'linux-arm64-gnu', 'linux-arm64-musl', 'win32-x64-msvc'].map(
    (platform) => `nodejs-polars-${platform}`,
  ),
])

for (const name of ['package-lock.json', '.ci/node/package-lock.json', '.ci/browser/package-lock.json']) {
  test(`${name} names every optional package, without which npm ci refuses it`, () => {
    const packages = lock(name)
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies).filter(
        (optional) =>
          !(`node_modules/${optional}` in packages) && !(`${path}/node_modules/${optional}` in packages),
      ),
    )
    assert.deepEqual(missing, [])
  })

  test(`${name} holds the hash of every package that was ever published`, () => {
    const unhashed = Object.entries(lock(name))
      .filter(([path, { integrity }]) => path !== '' && !integrity?.startsWith('sha512-'))
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
    assert.deepEqual(
      unhashed.filter((unhashedName) => !UNPUBLISHED.has(unhashedName)),
      [],
    )
  })

  test(`${name} names no registry`, () => {
    const resolved = Object.entries(lock(name)).filter(([, entry]) => entry.resolved !== undefined)
    assert.deepEqual(resolved, [])
  })
}

test('the pinned Node.js is version 24 on every platform, and its bytes are locked', () => {
  const { '': root, ...pinned } = lock('.ci/node/package-lock.json')
  assert.equal(Object.keys(pinned).length, Object.keys(root?.optionalDependencies ?? {}).length)
  for (const [path, { version, integrity }] of Object.entries(pinned)) {
    assert.match(version ?? '', /^24\./, path)
    assert.match(integrity ?? '', /^sha512-/, path)
  }
})
