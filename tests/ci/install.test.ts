import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'vitest'
import { createSandbox, fakeNode, type Sandbox } from './sandbox.ts'

let sandbox: Sandbox
beforeEach(() => {
  sandbox = createSandbox(['with-node', 'install'])
  sandbox.write('package-lock.json', '{"version": 1}')
  sandbox.write('.ci/node/package-lock.json', '{}')
})
afterEach(() => sandbox.remove())

/** A stand-in for npm that makes node_modules and notes the folder that it ran in and the Node.js that it ran on. */
const NPM = `if [ "$1" = config ]; then echo "/settings of $(node)"; exit; fi
mkdir -p node_modules
echo "$(basename "$PWD"): $(node) $npm_config_globalconfig" >>"$HOME/npm.log"
echo noise`
/** The same, but a Node.js comes with it. */
const NPM_WITH_NODE = `${NPM}
mkdir -p node_modules/node-some-platform/bin
cp "$HOME/new-node" node_modules/node-some-platform/bin/node`

const npmCalls = (): string[] => sandbox.read('../home/npm.log').trimEnd().split('\n')

test('the packages are installed once, in one line', () => {
  sandbox.program('node', fakeNode('new', true))
  sandbox.program('npm', NPM)
  const first = sandbox.run('install')
  assert.equal(first.stdout, 'Installing the packages of package-lock.json.\n')
  assert.equal(first.stderr, '')
  assert.equal(first.status, 0)
  assert.deepEqual(sandbox.run('install'), { status: 0, stdout: '', stderr: '' })
  assert.deepEqual(npmCalls(), ['project: new /settings of new'])
})

test('a changed lock file is installed again', () => {
  sandbox.program('node', fakeNode('new', true))
  sandbox.program('npm', NPM)
  sandbox.run('install')
  sandbox.write('package-lock.json', '{"version": 2}')
  assert.equal(sandbox.run('install').stdout, 'Installing the packages of package-lock.json.\n')
  assert.equal(npmCalls().length, 2)
})

test('packages that npm itself has installed are left alone', () => {
  sandbox.program('node', fakeNode('new', true))
  sandbox.write('node_modules/.package-lock.json', '{}')
  sandbox.makeOlder('package-lock.json')
  assert.deepEqual(sandbox.run('install'), { status: 0, stdout: '', stderr: '' })
})

test('where the Node.js on the PATH is too old a new one is installed, and installs the packages', () => {
  sandbox.program('node', fakeNode('old', false))
  sandbox.program('../home/new-node', fakeNode('new', true))
  sandbox.program('npm', NPM_WITH_NODE)
  const { status, stdout } = sandbox.run('install')
  assert.equal(status, 0)
  assert.deepEqual(stdout.trimEnd().split('\n'), [
    'Installing Node.js 24 into .ci/node, for want of a new enough one on the PATH.',
    'Installing the packages of package-lock.json.',
  ])
  assert.deepEqual(npmCalls(), ['node: old ', 'project: new /settings of old'])
})

test('without npm one sentence says what to install', () => {
  sandbox.program('node', fakeNode('new', true))
  const { status, stderr } = sandbox.run('install')
  assert.equal(status, 1)
  assert.equal(
    stderr,
    'npm is not on the PATH; install Node.js (any version that brings npm 7 or newer) and run make again.\n',
  )
})

test('a network that is down is named as such, after the errors of npm and without its chatter', () => {
  sandbox.program('node', fakeNode('new', true))
  sandbox.program('npm', 'echo "npm info ok"; echo "npm error code ENOTFOUND" >&2; exit 1')
  const { status, stderr } = sandbox.run('install')
  assert.equal(status, 1)
  assert.deepEqual(stderr.trimEnd().split('\n'), [
    'npm error code ENOTFOUND',
    'The npm registry cannot be reached; connect to the network (or set the proxy of npm) and run make again.',
  ])
})

test('a package that npm gave up without an error is a failure, and is tried again', () => {
  sandbox.program('node', fakeNode('new', true))
  sandbox.program(
    'npm',
    `${NPM}\necho 'npm http fetch attempt 3 failed with ETIMEDOUT'\necho 'npm verbose reify failed optional dependency x'`,
  )
  assert.equal(sandbox.run('install').status, 1)
  assert.equal(sandbox.run('install').status, 1)
})

test('any other failure of npm shows its errors and names the lock file', () => {
  sandbox.program('node', fakeNode('new', true))
  sandbox.program('npm', 'echo "npm error code EUSAGE" >&2; exit 1')
  const { status, stderr } = sandbox.run('install')
  assert.equal(status, 1)
  assert.equal(stderr, 'npm error code EUSAGE\nnpm could not install the packages of ./package-lock.json.\n')
})

test('a machine without a pinned Node.js is told to bring one', () => {
  sandbox.program('node', fakeNode('old', false))
  sandbox.program('npm', NPM)
  const { status, stderr } = sandbox.run('install')
  assert.equal(status, 1)
  assert.match(stderr, /^No Node\.js 24 is pinned that runs on this machine; .*\n$/)
})
