import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'vitest'
import { createSandbox, fakeNode, type Sandbox } from './sandbox.ts'

let sandbox: Sandbox
beforeEach(() => {
  sandbox = createSandbox(['with-node'])
})
afterEach(() => sandbox.remove())

const PINNED = '.ci/node/node_modules/node-some-platform/bin/node'

test('a Node.js on the PATH that is new enough is used, though one is pinned', () => {
  sandbox.program('node', fakeNode('on the PATH', true))
  sandbox.program(PINNED, fakeNode('pinned', true))
  assert.equal(sandbox.run('with-node', 'node', 'a b', 'c').stdout, 'on the PATH a b c\n')
})

test('the pinned Node.js is used where the one on the PATH is too old', () => {
  sandbox.program('node', fakeNode('on the PATH', false))
  sandbox.program(PINNED, fakeNode('pinned', true))
  assert.equal(sandbox.run('with-node', 'node', 'x').stdout, 'pinned x\n')
})

test('the pinned Node.js is used where the PATH has none', () => {
  sandbox.program(PINNED, fakeNode('pinned', true))
  assert.equal(sandbox.run('with-node', 'node', 'x').stdout, 'pinned x\n')
})

test('a pinned Node.js that does not run on this machine is passed over', () => {
  sandbox.program(PINNED, 'exit 1')
  const { status, stderr } = sandbox.run('with-node', 'node', 'x')
  assert.equal(status, 1)
  assert.equal(stderr, 'Node.js 24 or newer is not installed; run `make install`.\n')
})

test('the exit status of the command is handed on', () => {
  sandbox.program('node', fakeNode('new', true))
  sandbox.program('fails', 'exit 7')
  assert.equal(sandbox.run('with-node', 'fails').status, 7)
})

test('warnings about stripped types are switched off, and other options of Node.js are kept', () => {
  sandbox.program('node', fakeNode('new', true))
  sandbox.program('options', 'echo "$NODE_OPTIONS"')
  assert.equal(
    sandbox.run('with-node', 'options').stdout,
    '--disable-warning=ExperimentalWarning --max-semi-space-size=16\n',
  )
  const withOption = ['env', 'NODE_OPTIONS=--stack-size=2000', '.ci/with-node', 'options']
  assert.equal(
    sandbox.run('with-node', ...withOption).stdout,
    '--stack-size=2000 --disable-warning=ExperimentalWarning --max-semi-space-size=16\n',
  )
})
