import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { requiredWords } from '../../../pipeline/normalize/screen/required-words.ts'

const required = (source: string, wholeWords = true): string[] =>
  requiredWords(source, { unicode: true, wholeWords })
    .map((words) => words.join('|'))
    .toSorted()

describe('the words that a pattern requires', () => {
  it('are its literal words, whole where no letter can follow', () => {
    assert.deepEqual(required('bell\\s+rings'), ['bell ', 'rings '])
    assert.deepEqual(required('bell\\w*\\s+rings?'), ['bell', 'ring'])
    assert.deepEqual(required('Bell\\b', false), [])
    assert.deepEqual(required('\\bBell\\b', false), ['bell '])
  })

  it('are one of each of its alternatives', () => {
    assert.deepEqual(required('(?:bells?|horn) rings'), ['bell|horn ', 'rings '])
  })

  it('are those of the rarest part of an alternative', () => {
    assert.deepEqual(required('in harbours|lamp'), ['harbours |lamp '])
  })

  it('leave out what may be missing, what is denied, and what may stand within a word', () => {
    assert.deepEqual(required('(?:the )?bell(?! tower)'), ['bell'])
    assert.deepEqual(required('\\w*bell'), [])
    assert.deepEqual(required('(?:|lamp)'), [])
    assert.deepEqual(required('(?:\\w+ ){0,3}bell'), ['bell '])
    assert.deepEqual(required('(?:\\w+){0,3}bell'), [])
  })

  it('take visible characters as they are, and hold what stands around to be looked for, too', () => {
    assert.deepEqual(required(',\\s+with\\s+(?=the\\b)', false), [',', 'the ', 'with '])
    assert.deepEqual(required('(?<=\\bno\\b[^.]*),', false), [',', 'no '])
  })

  it('are those of what a character stands for', () => {
    const standIns = new Map([
      [' ', '\\s+'],
      ['~', '(?:now\\s+|soon\\s+)?'],
    ])
    assert.deepEqual(
      requiredWords('bell ~rings', { unicode: true, wholeWords: true, standIns })
        .map((words) => words.join('|'))
        .toSorted(),
      ['bell ', 'rings '],
    )
  })

  it('forget words that begin with another', () => {
    assert.deepEqual(required('establish\\w*|established|set'), ['establish|set '])
  })
})
