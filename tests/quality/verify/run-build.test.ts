import assert from 'node:assert/strict'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'
import { BuildFailed, runBuild } from '../../../pipeline/quality/verify/run-build.ts'
import { SURROUNDINGS } from '../../../pipeline/quality/verify/surroundings.ts'
import { withFolder } from '../../publish/read-back.ts'

const clock = fileURLToPath(new URL('../../../pipeline/quality/verify/shifted-clock.ts', import.meta.url))

/** Runs a command line that is not ours in the surroundings of a build. */
const runIn = (script: string, surroundings: keyof typeof SURROUNDINGS): Promise<Record<string, unknown>> =>
  withFolder(async (folder) => {
    const project = join(folder, 'a project')
    await mkdir(join(project, 'pipeline/cli'), { recursive: true })
    await mkdir(join(project, 'pipeline/verify'), { recursive: true })
    await writeFile(join(project, 'package.json'), '{"type":"module"}')
    await cp(clock, join(project, 'pipeline/quality/verify/shifted-clock.ts'))
    await writeFile(join(project, 'pipeline/cli/main.js'), script)
    const out = join(folder, 'out.json')
    const ownUmask = process.umask()
    await runBuild({
      project,
      inputs: ['one', 'two'],
      corrections: null,
      out,
      temporary: dirname(out),
      more: ['--no-explorer'],
      surroundings: SURROUNDINGS[surroundings],
    })
    assert.equal(process.umask(), ownUmask)
    return JSON.parse(await readFile(out, 'utf8'))
  })

const TELL = `
  import { writeFileSync } from 'node:fs'
  const words = process.argv.slice(2)
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const days = [Date.now(), new Date().valueOf(), Date.parse(new Date().toISOString())].map((now) => Math.round((now - START) / 86_400_000))
  writeFileSync(words[words.indexOf('--out') + 1], JSON.stringify({
    locale, timeZone, umask: process.umask(), days, words, then: new Date(0).toISOString(), isDate: new Date() instanceof Date,
  }))`.replace('START', String(Date.now()))

describe('runBuild', () => {
  it('gives a build plain surroundings, and ones far from them', async () => {
    const first = await runIn(TELL, 'first')
    const second = await runIn(TELL, 'second')
    assert.equal(first['timeZone'], 'UTC')
    assert.deepEqual([second['locale'], second['timeZone']], ['tr-TR', 'Pacific/Kiritimati'])
    assert.deepEqual([first['umask'], second['umask']], [0o022, 0o077])
    assert.deepEqual(
      [first['days'], second['days']],
      [
        [0, 0, 0],
        [400, 400, 400],
      ],
    )
    for (const { then, isDate } of [first, second]) {
      assert.deepEqual([then, isDate], ['1970-01-01T00:00:00.000Z', true])
    }
  })

  it('asks for a build without a cache, of all inputs', async () => {
    const { words } = await runIn(TELL, 'second')
    assert.ok(Array.isArray(words))
    assert.deepEqual(
      words.filter((word) => !String(word).endsWith('out.json')),
      [...['build', '--input', 'one', 'two', '--out'], ...['--jobs', '3', '--no-cache', '--no-explorer']],
    )
  })

  it('says with which words a build ended that made no release', () =>
    assert.rejects(
      runIn(`process.stderr.write('Reading.\\nNothing to build.\\n'); process.exitCode = 3`, 'first'),
      (error) => {
        assert.ok(error instanceof BuildFailed)
        assert.equal(error.message, 'A build ended without a release, with 3: Nothing to build.')
        return true
      },
    ))
})
