import assert from 'node:assert/strict'
import { test } from 'vitest'
import { writeBehind } from '../../pipeline/fetch/write-behind.ts'

/** A write that can be held up, and what it wrote. */
const slowWrites = () => {
  const written: number[] = []
  let value = 0
  let release = (): void => undefined
  const behind = writeBehind(async () => {
    const now = value
    await new Promise<void>((resolve) => {
      release = resolve
    })
    written.push(now)
  })
  return {
    written,
    settle: behind.settle,
    change: (then?: () => Promise<void>) => {
      value++
      behind.changed(then)
    },
    release: () => release(),
  }
}

test('changes that come while one is written are written together, the last at the latest when it settles', async () => {
  const { written, change, settle, release } = slowWrites()
  for (let index = 0; index < 5; index++) change()
  const settling = settle()
  const releasing = setInterval(release, 1)
  await settling
  change()
  await settle()
  clearInterval(releasing)
  assert.deepEqual(written, [1, 5, 6])
})

test('what is to follow a change follows when it is written, and not before', async () => {
  const { change, settle, release } = slowWrites()
  const followed: string[] = []
  change(async () => void followed.push('first'))
  await new Promise(setImmediate)
  assert.equal(followed.length, 0)
  change(async () => void followed.push('second'))
  const releasing = setInterval(release, 1)
  await settle()
  clearInterval(releasing)
  assert.deepEqual(followed, ['first', 'second'])
})

test('a write that fails is told to whoever settles, and to the next change', async () => {
  const full = new Error('full')
  const { changed, settle } = writeBehind(() => Promise.reject(full))
  changed()
  await assert.rejects(settle(), full)
  assert.throws(() => changed(), full)
})

test('without a change nothing is written', async () => {
  await writeBehind(() => assert.fail('it was written')).settle()
})
