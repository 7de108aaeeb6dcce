import assert from 'node:assert/strict'
import { access, cp, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { CliError } from '../../pipeline/io/cli-error.ts'
import {
  type BuildRun,
  compareFolders,
  ENVIRONMENTS,
  runBuild,
  verifyBuild,
} from '../../pipeline/quality/verify.ts'
import { SPECIMENS } from '../build/in-process.ts'
import { withFolder } from '../publish/read-back.ts'

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Replaces a build: writes two files. */
const writing =
  (content: (build: BuildRun) => string, runs: BuildRun[] = []) =>
  async (build: BuildRun): Promise<void> => {
    runs.push(build)
    await mkdir(build.out)
    await writeFile(join(build.out, 'same'), 'same')
    await writeFile(join(build.out, 'file'), content(build))
  }

type Files = Readonly<Record<string, Uint8Array | string>>

const compare = (first: Files, second: Files) =>
  withFolder(async (folder) => {
    for (const [name, files] of Object.entries({ first, second })) {
      await mkdir(join(folder, name))
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name, path)), { recursive: true })
        await writeFile(join(folder, name, path), content)
      }
    }
    return compareFolders(join(folder, 'first'), join(folder, 'second'))
  })

describe('compareFolders', () => {
  it('finds nothing between folders of the same files', async () => {
    const files = { 'a.csv': 'a', 'site/deep/b.html': 'b', empty: '' }
    assert.deepEqual(await compare(files, files), { files: 3, bytes: 2, differences: [] })
    assert.deepEqual(await compare({}, {}), { files: 0, bytes: 0, differences: [] })
  })

  it('names files that only one has, below folders too, and what is neither file nor folder', async () => {
    const { differences } = await compare({ a: '', 'x/b': '' }, { a: '', c: '', 'x/d': '' })
    assert.deepEqual(differences, [
      { name: 'c', only: 'second' },
      { name: 'x/b', only: 'first' },
      { name: 'x/d', only: 'second' },
    ])
    await withFolder(async (folder) => {
      for (const name of ['first', 'second']) await mkdir(join(folder, name))
      await symlink('nowhere', join(folder, 'first', 'link'))
      const linked = await compareFolders(join(folder, 'first'), join(folder, 'second'))
      assert.deepEqual(linked.differences, [{ name: 'link', only: 'first' }])
    })
  })

  it('finds a difference between any two files that differ, and none between equal ones', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.uint8Array(), async (left, right) => {
        const [a, b] = [Buffer.from(left), Buffer.from(right)]
        const { differences } = await compare({ a }, { a: b })
        assert.equal(differences.length === 0, a.equals(b))
      }),
      { numRuns: 60 },
    ))
})

describe('verifyBuild', () => {
  it('builds the same inputs by other paths, from other code and into other folders, and leaves nothing', async () => {
    const runs: BuildRun[] = []
    const write = writing(() => 'same', runs)
    const verification = await verifyBuild([SPECIMENS], [], async (build) => {
      assert.ok((await stat(join(build.project, 'pipeline/cli/main.js'))).isFile())
      assert.ok((await stat(join(build.project, 'node_modules/zod/package.json'))).isFile())
      const [folder = ''] = build.inputs
      assert.ok((await readFile(join(folder, 'qelvara.pdf'))).length > 0)
      await write(build)
    })
    assert.deepEqual(verification, { files: 2, bytes: 8, differences: [], kept: null })
    for (const part of ['project', 'inputs', 'out', 'temporary', 'environment'] as const) {
      assert.notDeepEqual(runs[0]?.[part], runs[1]?.[part], part)
    }
    for (const { out } of runs) assert.equal(await isThere(out), false)
  })

  it('says what differs, and keeps both releases', async () => {
    const runs: BuildRun[] = []
    const { differences, kept } = await verifyBuild(
      [SPECIMENS],
      [],
      writing(({ environment }) => `jobs: ${environment.jobs}`, runs),
    )
    assert.deepEqual(differences, [{ name: 'file' }])
    assert.ok(kept !== null && runs.every(({ out }) => out.startsWith(kept)))
    for (const { out } of runs) assert.ok(await isThere(out))
    await rm(kept, { recursive: true })
  })

  it('leaves nothing where a build fails', async () => {
    const runs: BuildRun[] = []
    const failing = async (build: BuildRun): Promise<void> => {
      runs.push(build)
      throw new CliError(3, 'no')
    }
    await assert.rejects(verifyBuild([SPECIMENS], [], failing), CliError)
    assert.equal(runs.length, 1)
    assert.equal(await isThere(runs[0]?.temporary ?? ''), false)
  })
})

const clock = fileURLToPath(new URL('../../pipeline/quality/shifted-clock.ts', import.meta.url))

/** Runs a command line that is not ours in the environment of a build. */
const runIn = (script: string, environment: keyof typeof ENVIRONMENTS): Promise<Record<string, unknown>> =>
  withFolder(async (folder) => {
    const project = join(folder, 'a project')
    await mkdir(join(project, 'pipeline/cli'), { recursive: true })
    await mkdir(join(project, 'pipeline/quality'), { recursive: true })
    await writeFile(join(project, 'package.json'), '{"type":"module"}')
    await cp(clock, join(project, 'pipeline/quality/shifted-clock.ts'))
    await writeFile(join(project, 'pipeline/cli/main.js'), script)
    const out = join(folder, 'out.json')
    const ownUmask = process.umask()
    await runBuild({
      project,
      inputs: ['one', 'two'],
      out,
      temporary: dirname(out),
      options: ['--no-explorer'],
      environment: ENVIRONMENTS[environment],
    })
    assert.equal(process.umask(), ownUmask)
    return JSON.parse(await readFile(out, 'utf8'))
  })

const REPORT = `
  import { writeFileSync } from 'node:fs'
  const words = process.argv.slice(2)
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const days = [Date.now(), new Date().valueOf(), Date.parse(new Date().toISOString())].map((now) => Math.round((now - START) / 86_400_000))
  writeFileSync(words[words.indexOf('--out') + 1], JSON.stringify({
    locale, timeZone, umask: process.umask(), days, words, epoch: new Date(0).toISOString(), isDate: new Date() instanceof Date,
  }))`.replace('START', String(Date.now()))

describe('runBuild', () => {
  it('gives a build a plain environment, and a very different one', async () => {
    const first = await runIn(REPORT, 'first')
    const second = await runIn(REPORT, 'second')
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
    for (const { epoch, isDate } of [first, second]) {
      assert.deepEqual([epoch, isDate], ['1970-01-01T00:00:00.000Z', true])
    }
  })

  it('asks for a build without a cache, of all inputs', async () => {
    const { words } = await runIn(REPORT, 'second')
    assert.ok(Array.isArray(words))
    assert.deepEqual(
      words.filter((word) => !String(word).endsWith('out.json')),
      [...['build', '--input', 'one', 'two', '--out'], ...['--jobs', '3', '--no-cache', '--no-explorer']],
    )
  })

  it('reports the last line of a build that made no release', () =>
    assert.rejects(
      runIn(`process.stderr.write('Reading.\\nNothing to build.\\n'); process.exitCode = 3`, 'first'),
      (error) => {
        assert.ok(error instanceof CliError)
        assert.equal(error.message, 'A build ended without a release, with 3: Nothing to build.')
        return true
      },
    ))
})
