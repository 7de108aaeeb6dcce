import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listFiles } from '../test-folder.ts'

/** Asserts that two releases hold the same files with the same bytes. */
export const assertSameRelease = async (actual: string, expected: string): Promise<void> => {
  const names = await listFiles(expected)
  assert.deepEqual(await listFiles(actual), names)
  for (const name of names) {
    const [left, right] = await Promise.all([readFile(join(actual, name)), readFile(join(expected, name))])
    assert.ok(left.equals(right), `${name} differs`)
  }
}
