import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'vitest'
import { CELL_FLAGS } from '../../pipeline/build/cell.ts'
import { keepCompiledCode, startWithCompiledCode } from '../../pipeline/io/compile-cache.ts'

const code = new URL('../../pipeline/io/compile-cache.ts', import.meta.url).href

const SCRIPT = `
  import { writeFileSync } from 'node:fs'
  import { getCompileCacheDir } from 'node:module'
  import { giveUpCompiledCode } from '${code}'
  const folder = getCompileCacheDir()
  giveUpCompiledCode()
  try {
    if (folder !== undefined) writeFileSync(folder + '/made', '')
    console.log(folder === undefined ? 'kept nothing' : 'wrote')
  } catch (error) {
    console.log(error.code)
  }`

describe('a process with few permissions', () => {
  it('reads compiled code, and can write none once it has given that up', (context) => {
    keepCompiledCode()
    const { flags, environment } = startWithCompiledCode()
    if (flags.length === 0) return context.skip('this Node.js cannot give up a permission')
    const { stdout } = spawnSync(
      process.execPath,
      [...CELL_FLAGS, ...flags, '--input-type=module', '--eval', SCRIPT],
      { env: environment, encoding: 'utf8' },
    )
    assert.equal(stdout.trim(), 'ERR_ACCESS_DENIED')
  })
})
