import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** Registers what is done when a test, a file or a trial ends. */
export type OnEnd = (end: () => Promise<void>) => void

/** A folder for the tests of one file, which is removed after them, or when `onEnd` says. */
export const makeTestFolder = (onEnd: OnEnd = afterAll): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cyberwellness-'))
  onEnd(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A folder that is removed when the test ends. */
export const temporaryFolder = (): string => makeTestFolder(onTestFinished)

/** Every file below a folder, by its path from there. */
export const listFiles = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

/** Asserts that two folders hold the same files with the same bytes. */
export const assertSameFiles = async (actual: string, expected: string): Promise<void> => {
  const names = await listFiles(expected)
  assert.deepEqual(await listFiles(actual), names)
  for (const name of names) {
    const [left, right] = await Promise.all([actual, expected].map((folder) => readFile(join(folder, name))))
    assert.ok(left && right?.equals(left), `${name} differs`)
  }
}

/** Writes a file into a folder that is removed when the test ends. */
export const writeTemporary = async (content: string | Uint8Array, name = 'file'): Promise<string> => {
  const path = join(temporaryFolder(), name)
  await writeFile(path, content)
  return path
}
