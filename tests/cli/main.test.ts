import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, test } from 'vitest'
import { run } from './run.ts'

const specimens = fileURLToPath(new URL('../../raw/specimen', import.meta.url))
const readme = fileURLToPath(new URL('../../raw/specimen/README.md', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cyberwellness-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const sentences = (text: string): string[] => text.trim().split('\n')

test('help of every command names its own options first; exit codes are in the general help alone', async () => {
  const top = await run('--help')
  assert.equal(top.code, 0)
  assert.match(top.out, /^ {2}3 {2}nothing could be built/m)
  for (const command of ['build', 'extract', 'show', 'accuracy', 'crosscheck', 'diff', 'worker']) {
    assert.match(top.out, new RegExp(`^  ${command}\\b`, 'm'))
    const help = await run(command, '--help')
    assert.equal(help.code, 0)
    assert.match(help.out, /Usage: cyberwellness/)
    assert.doesNotMatch(help.out, /Exit codes/)
    assert.doesNotMatch(help.out, /--max-time.*^Options:/ms)
  }
})

test('a misspelt command is answered with the right one', async () => {
  assert.match((await run('biuld')).err, /Did you mean build\?/)
})

test('the entry point needs nothing of a new Node.js to say that an old one is too old', async () => {
  const main = await readFile(new URL('../../pipeline/cli/main.js', import.meta.url), 'utf8')
  assert.doesNotMatch(main, /^import |await|\?\.|\?\?|import\.meta/m)
  assert.match(main, /needs Node\.js 24 or newer/)
})

test('no command, an unknown command and a missing option are wrong usage', async () => {
  for (const parameters of [
    [],
    ['bild'],
    ['build'],
    ['build', '--input', specimens, '--out', folder, '-j', 'x'],
  ]) {
    const { code, out, err } = await run(...parameters)
    assert.equal(code, 2, parameters.join(' '))
    assert.equal(out, '')
    assert.notEqual(err, '')
  }
})

test('the specimens build, and the summary says that they are samples', async () => {
  const out = join(folder, 'specimens')
  const { code, err } = await run('build', '--input', specimens, '--out', out, '--strict')
  assert.equal(code, 0, err)
  assert.match(err, /These are SAMPLES/)
  assert.match(err, /raw\/files/)
  assert.ok((await readdir(out)).includes('indicators.parquet'))
})

test('one broken document among good ones is rejected with its reason, and the rest is built', async () => {
  const input = join(folder, 'with-broken')
  await cp(specimens, input, { recursive: true })
  await writeFile(join(input, 'broken.pdf'), '%PDF-1.4\nnothing that follows is a PDF\n')
  const out = join(folder, 'with-broken-out')
  const { code, err } = await run('build', '--input', input, '--out', out)
  assert.equal(code, 1)
  assert.match(err, /Rejected: 1 document\.\n {2}broken\.pdf: The PDF is damaged/)
  const issues: { document: string; code: string; set_aside: boolean }[] = JSON.parse(
    await readFile(join(out, 'issues.json'), 'utf8'),
  )
  assert.deepEqual(
    issues.filter((issue) => issue.set_aside).map(({ document, code }) => [document, code]),
    [['broken.pdf', 'broken_pdf']],
  )
})

test('a file that is no profile ends with one sentence and 3, and writes nothing', async () => {
  const out = join(folder, 'never')
  const { code, err } = await run('build', '--input', readme, '--out', out)
  assert.equal(code, 3)
  assert.match(sentences(err).at(-1) ?? '', /^Nothing could be built: .*README\.md/)
  await assert.rejects(readdir(out))
})

test('an empty folder ends with one sentence and 3', async () => {
  const empty = join(folder, 'empty')
  await mkdir(empty)
  const { code, err } = await run('build', '--input', empty, '--out', join(folder, 'never'))
  assert.equal(code, 3)
  assert.equal(sentences(err).length, 1)
  assert.match(err, /holds no \.pdf or \.txt file/)
})

test('a path that does not exist ends with one sentence and 2', async () => {
  const { code, err } = await run('build', '--input', join(folder, 'nowhere'), '--out', join(folder, 'never'))
  assert.equal(code, 2)
  assert.equal(sentences(err).length, 1)
  assert.match(err, /nowhere: there is no such file or folder/)
})

test('an output folder that cannot be written ends with one sentence and 3 before anything is read', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, 'in the way')
  const { code, err } = await run('build', '--input', specimens, '--out', join(file, 'out'))
  assert.equal(code, 3)
  assert.equal(sentences(err).length, 1, err)
  assert.equal(await readFile(file, 'utf8'), 'in the way')
})

test('an output folder with files of somebody else is left alone', async () => {
  const foreign = join(folder, 'foreign')
  await mkdir(foreign)
  await writeFile(join(foreign, 'thesis.docx'), 'years of work')
  const { code, err } = await run('build', '--input', specimens, '--out', foreign)
  assert.equal(code, 2)
  assert.match(err, /thesis\.docx/)
  assert.deepEqual(await readdir(foreign), ['thesis.docx'])
})

test('extract prints runs and lines as JSON', async () => {
  const [name] = (await readdir(specimens)).filter((file) => file.endsWith('.pdf'))
  const { code, out } = await run('extract', join(specimens, name ?? ''))
  assert.equal(code, 0)
  const view: { pages: { runs: object[] }[]; lines: { text: string }[] } = JSON.parse(out)
  assert.ok((view.pages[0]?.runs.length ?? 0) > 20)
  assert.ok(view.lines.some((line) => line.text.startsWith('1.1.1')))
})

test('show prints every section with its status and rule', async () => {
  const [name] = (await readdir(specimens)).filter((file) => file.endsWith('.pdf'))
  const { code, out } = await run('show', join(specimens, name ?? ''))
  assert.equal(code, 0)
  assert.equal(out.match(/^(?:0\.\d|\d\.\d(?:\.\d)?) /gm)?.length, 23)
  assert.match(out, /^1\.2\.1 CIRT: \w+ \(\w+\)/m)
})

test('extract and show of a folder or of a missing file are wrong usage', async () => {
  for (const command of ['extract', 'show']) {
    assert.equal((await run(command, specimens)).code, 2)
    assert.equal((await run(command, join(folder, 'nowhere.pdf'))).code, 2)
  }
})
