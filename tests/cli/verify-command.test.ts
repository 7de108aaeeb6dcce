import assert from 'node:assert/strict'
import { test } from 'vitest'
import { verificationText } from '../../pipeline/cli/verify-command.ts'
import { findSpecimen } from '../build/in-process.ts'
import { run } from './run.ts'

test('two builds in two environments give the same bytes', async () => {
  const { code, out, err } = await run('verify', '-i', findSpecimen('qelvara'))
  assert.equal(code, 0, out + err)
  assert.match(out, /^The two releases are the same, byte for byte: \d+ files, [\d.]+ MB\.\n$/)
  assert.match(
    err,
    /^First: {2}1 document at a time, locale C, .*\nSecond: 3 documents at a time, locale tr_TR/,
  )
})

test.each([
  [
    'what cannot be built',
    import.meta.filename,
    3,
    /^A build ended .* with 3: Nothing could be built: .*\.$/m,
  ],
  ['no input', 'nowhere', 2, /Cannot read the input nowhere: there is no such file or folder\.\n$/],
] as const)('%s ends with the code and the sentence of the build', async (_, input, expected, says) => {
  const { code, err } = await run('verify', '-i', input)
  assert.equal(code, expected)
  assert.match(err, says)
})

test('differences are named, twenty at most', () => {
  const differences = Array.from({ length: 22 }, (_, index) => ({ name: `f${index}`, only: null }))
  const text = verificationText({
    files: 22,
    bytes: 9,
    differences: [{ name: 'a', only: 'second' }, ...differences],
    kept: '/somewhere',
  })
  assert.match(text, /^The two releases DIFFER in 23 files:\n {2}a: only in the second\n/)
  assert.match(text, /\n {2}f18\n {2}and 3 more\nBoth are in \/somewhere\.\n$/)
})
