import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const makefile = readFileSync(new URL('../../Makefile', import.meta.url), 'utf8')

/** Runs make as if nobody had started it from make. */
const make = (...parameters: readonly string[]) => {
  const { MAKEFLAGS: _, MAKELEVEL: __, MFLAGS: ___, MAKEOVERRIDES: ____, ...env } = process.env
  return spawnSync('make', ['-C', root, '--no-print-directory', ...parameters], { encoding: 'utf8', env })
}

const targets = [...makefile.matchAll(/^([a-z-]+):(?!=)(.*)$/gm)].map(([, name = '', rest = '']) => ({
  name,
  line: rest.split('## ')[1],
}))

test('make alone lists every target with what it does, and none is taken for a file', () => {
  const { stdout, status } = make()
  assert.equal(status, 0)
  const listed = stdout.trimEnd().split('\n')
  assert.deepEqual(
    listed.map((line) => line.trim().replace(/ +/g, ' ')),
    targets.map(({ name, line }) => `make ${name} ${line ?? assert.fail(name)}`),
  )
  const phony = [...makefile.matchAll(/^\.PHONY: (.*)$/gm)].flatMap(([, names = '']) => names.split(' '))
  expect(phony).toStrictEqual(targets.map(({ name }) => name))
})

test('build without a folder says in a sentence how to give one', () => {
  const { stderr, status } = make('--assume-old=install', 'build')
  assert.notEqual(status, 0)
  assert.match(stderr, /^Say which folder to read: make build INPUT=folder OUT=folder\n/)
})

test('the folders reach the command line as they were typed', () => {
  const typed = { input: `it's "here", $HOME & $(x) 50%`, out: 'out of\there' }
  const escaped = (text: string) => text.replaceAll('$', '$$$$')
  const { stdout } = make(
    '--assume-old=install',
    'build',
    `INPUT=${typed.input}`,
    `OUT=${typed.out}`,
    `pipeline=${escaped('node -e "console.log(JSON.stringify(process.argv.slice(1)))"')} --`,
  )
  assert.deepEqual(JSON.parse(stdout), ['build', '--input', typed.input, '--out', typed.out])
})

test('a release is accepted by ACCEPT=1 and by nothing else', () => {
  const typed = (accept: string): string =>
    make('--assume-old=install', '--dry-run', 'all', `ACCEPT=${accept}`).stdout
  assert.match(typed('1'), / --accept$/m)
  for (const other of ['', '0', 'no', '$(shell echo 1)']) assert.doesNotMatch(typed(other), /--accept/)
})
