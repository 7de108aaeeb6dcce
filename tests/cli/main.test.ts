import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'vitest'
import { findSpecimen, SPECIMENS } from '../build/in-process.ts'
import { makeTestFolder } from '../test-folder.ts'
import { checkRun, runProcess } from './run.ts'

const folder = makeTestFolder()

test('help of every command names its own options first; exit codes are in the general help alone', async () => {
  const top = await checkRun(0, ['--help'], /^ {2}3 {2}nothing could be built/m)
  for (const command of ['build', 'extract', 'show', 'accuracy', 'crosscheck', 'diff', 'worker']) {
    assert.match(top.out, new RegExp(`^  ${command}\\b`, 'm'))
    const help = await checkRun(0, [command, '--help'], /Usage: cyberwellness/)
    assert.doesNotMatch(help.out, /Exit codes|--max-time.*^Options:/ms)
  }
})

test('the entry point needs nothing of a new Node.js to say that an old one is too old', async () => {
  const main = await readFile(new URL('../../pipeline/cli/main.js', import.meta.url), 'utf8')
  assert.doesNotMatch(main, /^import |await|\?\.|\?\?|import\.meta/m)
  assert.match(main, /needs Node\.js 24 or newer/)
  // npx takes the Node.js on the PATH, also after make has installed another
  assert.match(main, /\.ci\/with-node npx cyberwellness/)
})

test.each([
  [[], /./],
  [['biuld'], /Did you mean build\?/],
  [['build'], /./],
] as const)('no command, a misspelt one and a missing option are wrong usage: %j', async (words, says) => {
  assert.equal((await checkRun(2, words, says)).out, '')
})

test('in a process of its own it builds the samples, from processes that read each document', async () => {
  const words = ['build', '-i', findSpecimen('nuvale'), '-o', join(folder, 'out'), '--no-cache']
  const { code, err } = await runProcess(words)
  assert.equal(code, 0, err)
  assert.ok(existsSync(join(folder, 'out/explorer/index.html')))
  assert.equal((await runProcess(['build', '-i', join(folder, 'nowhere'), '-o', 'never'])).code, 2)
})

test('extract prints runs and lines as JSON, and show every section with its status and rule', async () => {
  const { out } = await checkRun(0, ['extract', findSpecimen('nuvale')])
  const view: { pages: { runs: object[] }[]; lines: { text: string }[] } = JSON.parse(out)
  assert.ok((view.pages[0]?.runs.length ?? 0) > 20)
  assert.ok(view.lines.some((line) => line.text.startsWith('1.1.1')))
  const shown = await checkRun(0, ['show', findSpecimen('nuvale')], /^1\.2\.1 CIRT: \w+ \(\w+\)/m)
  assert.equal(shown.out.match(/^(?:0\.\d|\d\.\d(?:\.\d)?) /gm)?.length, 23)
})

test.each([
  [SPECIMENS, /is a folder; give one file\.\n$/],
  ['nowhere.pdf', /^There is no file nowhere\.pdf; give the path of a PDF or text file\.\n$/],
  ['aze', /^There is no file aze; give the file of its profile.*: cyberwellness explain AZE cirt\.\n$/],
] as const)('extract and show of %s are wrong usage, with what to do', async (path, sentence) => {
  for (const command of ['extract', 'show']) await checkRun(2, [command, path], sentence)
})
