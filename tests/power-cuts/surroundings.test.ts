import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { run } from '../cli/run.ts'

const specimen = (name: string): string =>
  fileURLToPath(new URL(`../../raw/specimen/${name}.pdf`, import.meta.url))

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surroundings-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const build = (out: string, ...more: string[]) =>
  run('build', '--input', specimen('nuvale'), '--out', out, '--jobs', '1', '--no-explorer', ...more)

const sumsOf = (out: string): Promise<string> => readFile(join(out, 'SHA256SUMS'), 'utf8')

describe('a build', () => {
  it('beside another one in the same folder, with the same cache, loses nothing', async () => {
    const [out, cache] = [join(folder, 'twice', 'out'), join(folder, 'twice-cache')]
    const both = await Promise.all([build(out, '--cache', cache), build(out, '--cache', cache)])
    for (const { code, err } of both) {
      if (code !== 0)
        assert.match(err, /another build wrote to it at the same time \(\w+\); run one build at a time/)
    }
    assert.ok(both.some(({ code }) => code === 0))
    const again = join(folder, 'alone')
    assert.equal((await build(again, '--no-cache')).code, 0)
    assert.equal(await sumsOf(out), await sumsOf(again))
    assert.deepEqual(await readdir(join(folder, 'twice')), ['out'])
  })

  it('of an input that has vanished says so', async () => {
    const { code, err } = await run('build', '--input', join(folder, 'gone'), '--out', join(folder, 'never'))
    assert.equal(code, 2)
    assert.match(err, /there is no such file or folder/)
  })
})
