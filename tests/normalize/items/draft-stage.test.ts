import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { findStage, stageOfEntry } from '../../../pipeline/normalize/items/draft-stage.ts'

const NAME = 'Lamp Act'
const stage = (text: string): string => {
  const start = text.indexOf(NAME)
  return findStage(text, start, start + NAME.length)
}

describe('stageOfEntry', () => {
  it('is a draft by its own words, or by those that announce the list', () => {
    assert.equal(stageOfEntry('Lamp Bill', ''), 'draft')
    assert.equal(stageOfEntry('Lamp Act (Draft Stage)', ''), 'draft')
    assert.equal(stageOfEntry('Lamp Act', 'Brel has these draft laws:'), 'draft')
  })

  it('is in force otherwise', () => {
    assert.equal(stageOfEntry('Billing Act', 'The following instruments are in force:'), 'in_force')
    assert.equal(stageOfEntry('Lamp Act', 'A bill failed. In force is:'), 'in_force')
  })
})

describe('stageOf', () => {
  it('is a draft while the sentence says that it is being made', () => {
    for (const text of [
      'Brel is drafting the Oil Code and the Lamp Act.',
      'There is a proposed Lamp Act.',
      'The Lamp Act is currently being drafted.',
      'The Lamp Act is awaiting adoption.',
      'The Lamp Act has not yet been signed.',
    ]) {
      assert.equal(stage(text), 'draft', text)
    }
  })

  it('is in force where it is in force, or only another one is being made', () => {
    for (const text of [
      'Brel has enacted the Lamp Act.',
      'The Oil Code is being drafted. The Lamp Act is in force.',
      'Brel drafts an Oil Code under the Lamp Act.',
    ]) {
      assert.equal(stage(text), 'in_force', text)
    }
  })
})
