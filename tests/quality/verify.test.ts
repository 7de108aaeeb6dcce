import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, test } from 'vitest'
import { verificationText } from '../../pipeline/cli/quality-commands.ts'
import { CliError } from '../../pipeline/io/errors.ts'
import {
  type BuildRun,
  compareFolders,
  ENVIRONMENTS,
  runBuild,
  verifyBuild,
} from '../../pipeline/quality/verify.ts'
import { findSpecimen, SPECIMENS } from '../build/in-process.ts'
import { run } from '../cli/run.ts'
import { withFolder } from '../publish/read-back.ts'

type Files = Readonly<Record<string, Uint8Array | string>>

const writeFiles = async (folder: string, files: Files): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

const compare = (first: Files, second: Files) =>
  withFolder(async (folder) => {
    await writeFiles(join(folder, 'first'), first)
    await writeFiles(join(folder, 'second'), second)
    await symlink('nowhere', join(folder, 'second', 'link'))
    for (const side of ['first', 'second']) await symlink(side, join(folder, side, 'links'))
    return compareFolders(join(folder, 'first'), join(folder, 'second'))
  })

test.each<[string, Files, Files, readonly [name: string, only: 'first' | 'second' | null][]]>([
  ['files of the same bytes, below folders too', { a: 'a', 'b/c/d': '' }, { a: 'a', 'b/c/d': '' }, []],
  ['a file of other bytes and of the same size', { a: 'one', b: '' }, { a: 'two', b: '' }, [['a', null]]],
  [
    'files that only one has',
    { 'x/b': '' },
    { c: '', 'x/d': '' },
    [
      ['c', 'second'],
      ['x/b', 'first'],
      ['x/d', 'second'],
    ],
  ],
])('two folders are compared with %s', async (_, first, second, expected) => {
  const { differences } = await compare(first, second)
  const listed = differences
    .filter(({ name }) => !name.startsWith('link'))
    .map(({ name, only }) => [name, only])
  assert.deepEqual(listed, expected)
  const link = differences.find(({ name }) => name === 'link')
  assert.equal(link?.only, 'second', 'what is neither file nor folder is compared too')
  const links = differences.find(({ name }) => name === 'links')
  assert.equal(links?.only, null, 'its bytes are not known to be the same')
})

describe('verifyBuild', () => {
  /** Verifies by builds that write two files; returns the builds that ran too. */
  const verify = async (content: (build: BuildRun) => string) => {
    const runs: BuildRun[] = []
    const verification = await verifyBuild([SPECIMENS], [], async (build) => {
      runs.push(build)
      await writeFiles(build.out, { same: 'same', file: content(build) })
    })
    return { ...verification, runs }
  }

  test('builds the same inputs by other paths, from other code and into other folders, and leaves nothing', async () => {
    const { runs, ...verification } = await verify(({ project, inputs }) => {
      const needed = ['pipeline/cli/main.js', 'node_modules/zod/package.json'].map((file) =>
        join(project, file),
      )
      for (const path of [...needed, `${inputs[0]}/qelvara.pdf`]) assert.ok(existsSync(path), path)
      return 'same'
    })
    assert.deepEqual(verification, { files: 2, bytes: 8, differences: [], kept: null })
    for (const part of ['project', 'inputs', 'out', 'temporary', 'environment'] as const) {
      assert.notDeepEqual(runs[0]?.[part], runs[1]?.[part], part)
    }
    for (const { out } of runs) assert.ok(!existsSync(out))
  })

  test('says what differs, and keeps both releases', async () => {
    const { differences, kept, runs } = await verify(({ environment }) => `jobs: ${environment.jobs}`)
    assert.deepEqual(differences, [{ name: 'file', only: null }])
    assert.ok(kept !== null && runs.every(({ out }) => out.startsWith(kept) && existsSync(out)))
    await rm(kept, { recursive: true })
  })

  test('leaves nothing where a build fails', async () => {
    let temporary = ''
    const verification = verify((build) => {
      temporary = build.temporary
      throw new CliError(3, 'no')
    })
    await assert.rejects(verification, { name: 'CliError', message: 'no' })
    assert.ok(temporary !== '' && !existsSync(temporary))
  })
})

const clock = fileURLToPath(new URL('../../pipeline/quality/shifted-clock.ts', import.meta.url))

/** Runs a command line that is not ours in the environment of a build. */
const runIn = (environment: keyof typeof ENVIRONMENTS, script: string): Promise<Record<string, unknown>> =>
  withFolder(async (folder) => {
    const project = join(folder, 'a project')
    await writeFiles(project, { 'package.json': '{"type":"module"}', 'pipeline/cli/main.js': script })
    await cp(clock, join(project, 'pipeline/quality/shifted-clock.ts'))
    const out = join(folder, 'out.json')
    const ownUmask = process.umask()
    await runBuild({
      ...{ project, inputs: ['one', 'two'], out, temporary: folder, options: ['--no-explorer'] },
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

describe('a build', () => {
  test('runs in a plain environment, and in a very different one, without a cache and with all inputs', async () => {
    const [first, second] = [await runIn('first', REPORT), await runIn('second', REPORT)]
    const dates = { epoch: '1970-01-01T00:00:00.000Z', isDate: true }
    const { locale: _, words: __, ...plain } = first
    assert.deepEqual(plain, { timeZone: 'UTC', umask: 0o022, days: [0, 0, 0], ...dates })
    const { words, ...other } = second
    const place = { locale: 'tr-TR', timeZone: 'Pacific/Kiritimati' }
    assert.deepEqual(other, { ...place, umask: 0o077, days: [400, 400, 400], ...dates })
    assert.match(
      String(words),
      /^build,--input,one,two,--out,\/.*out\.json,--jobs,3,--no-cache,--no-explorer$/,
    )
  })

  test('that made no release is reported by its last line', () =>
    assert.rejects(
      runIn('first', `process.stderr.write('Reading.\\nNothing to build.\\n'); process.exitCode = 3`),
      { name: 'CliError', message: 'A build ended without a release, with 3: Nothing to build.' },
    ))
})

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
