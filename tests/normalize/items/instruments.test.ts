import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { instruments } from '../../../pipeline/normalize/items/instruments.ts'
import { findingTexts } from './finding-texts.ts'

const texts = (text: string): string[] => findingTexts(instruments, text)

describe('instruments', () => {
  it('are the laws that prose names', () => {
    assert.deepEqual(texts('Dealt with through the Lamp Code and the Law on the care of lamps.'), [
      'Lamp Code',
      'Law on the care of lamps',
    ])
    assert.deepEqual(texts('It uses the Lamp Ordinance, Decree No. 12/2008 and Oil Regulations.'), [
      'Lamp Ordinance',
      'Decree No. 12/2008',
      'Oil Regulations',
    ])
  })

  it('carry their articles, years and citations', () => {
    for (const name of [
      'Article 12 of the Lamp Code',
      'Sections 5A and 16A of the Lamp Act',
      'Lamp Act 2003',
      'Lamp Act of 2003',
      'Lamp Act, 2003',
      'Decree No. 166-A/2006',
      'Lamp Act (Chapter 12)',
      'Act on Lamps (LA)',
    ]) {
      assert.deepEqual(texts(`In force is the ${name}.`), [name])
    }
  })

  it('are drafts where the words beside them say so', () => {
    const stages = instruments('Brel drafts a Lamp Act. It enforces the Oil Act.').map(({ stage }) => stage)
    assert.deepEqual(stages, ['draft', 'in_force'])
  })

  it('are none where a law is not named', () => {
    for (const text of [
      'There is no law on lamps.',
      'The Act is old.',
      'Acts on lamps are in force.',
      'The National Law is silent.',
      'A Code of Conduct for schools exists.',
      'The Order is kept.',
    ]) {
      assert.deepEqual(texts(text), [], text)
    }
  })
})
