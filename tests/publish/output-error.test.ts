import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'vitest'
import { explainOutputError, OutputUnwritable, systemErrorCode } from '../../pipeline/publish/output-error.ts'

const systemError = (code: string): Error =>
  Object.assign(new Error(`${code}: refused`), { code, syscall: 'mkdir' })

describe('an error of an output folder', () => {
  for (const code of ['ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EBUSY', 'ENOTEMPTY', 'EIO']) {
    it(`says in one sentence where, why and what to do when the system says ${code}`, () => {
      const cause = systemError(code)
      const error = explainOutputError('a/b', cause)
      assert.ok(error instanceof OutputUnwritable)
      assert.match(error.message, new RegExp(`^a/b cannot be written: [^.;]+ \\(${code}\\); [^.]+\\.$`))
      assert.equal(error.cause, cause)
    })
  }

  it('is known by the number of SQLite, too', () => {
    const full = Object.assign(new Error('database or disk is full'), {
      code: 'ERR_SQLITE_ERROR',
      errcode: 13,
    })
    const failed = Object.assign(new Error('disk I/O error'), {
      code: 'ERR_SQLITE_ERROR',
      errcode: 10 | (3 << 8),
    })
    const broken = Object.assign(new Error('no such table'), { code: 'ERR_SQLITE_ERROR', errcode: 1 })
    assert.match(String(explainOutputError('a', full)), /the disk is full \(ENOSPC\)/)
    assert.match(String(explainOutputError('a', failed)), /\(EIO\)/)
    assert.equal(explainOutputError('a', broken), broken)
  })

  it('stays as it is when it is not of the operating system', () => {
    const error = new TypeError('column x takes utf8, not 1')
    assert.equal(explainOutputError('a', error), error)
    assert.equal(systemErrorCode(Object.assign(error, { code: 'ERR_X' })), undefined)
  })

  it('is recognised by what the operating system really throws', async () => {
    const error: unknown = await readFile(import.meta.filename.concat('/below')).catch(
      (caught: unknown) => caught,
    )
    assert.equal(systemErrorCode(error), 'ENOTDIR')
  })
})
