import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { readNote, type Signal } from '../../../pipeline/normalize/status/reading.ts'
import { noteOf } from '../note-of.ts'

const signals = (text: string): Signal[] => readNote(noteOf(text)).map(({ signal }) => signal)

describe('a clause', () => {
  it('affirms where it is plain prose', () => {
    assert.deepEqual(signals('The guards teach children about passwords.'), ['affirmation'])
  })

  it('is unaccounted where it doubts in words that are not known', () => {
    assert.deepEqual(signals('Perhaps the guards teach children.'), ['unaccounted'])
  })

  it('denies nothing in the name of a thing, in an address, or in a side remark', () => {
    for (const text of [
      'The film “No Way Out” is shown in every school.',
      'Reports are taken at www.no-harm.example by the guards.',
      'Mail goes to nothing@tower.example each day.',
      'The guards have a bell which is not heard abroad.',
      'The Bell Act, which does not speak of horns, is in force.',
      'The guards keep a list of horns that do not sound.',
    ]) {
      assert.deepEqual(signals(text), ['affirmation'], text)
    }
  })

  const harmless = [
    'The rule covers not only bells but horns as well.',
    'No later than in 2010 the guards took it up.',
    'The guards ask whether or not a bell is rung.',
    'The guards work under Decree No. 12 of 2010.',
    'The guards work under Decree No. XII of 2010.',
    'The guards signed it without any reservation.',
    'The guild of the guards is a not-for-profit body.',
    'The Bell Act says that bells must not be rung at night.',
  ]
  for (const text of harmless) {
    it(`denies nothing in “${text}”`, () => {
      const found = signals(text)
      assert.ok(!found.includes('denial') && !found.includes('unaccounted'), found.join(' '))
    })
  }

  it('is background where it only leads up to a denial or a doubt', () => {
    for (const [text, ...expected] of [
      ['Because guards are dear, there is no guard.', 'neutral', 'denial'],
      ['Despite the wish of all guards, no bell is rung.', 'neutral', 'denial'],
      ['Since no list is kept, it is not known who rings the bell.', 'neutral', 'no_information'],
      ['There is no guild, as guards cannot agree.', 'denial', 'neutral'],
      ['As there is no guild, the ministry teaches guards.', 'denial', 'affirmation'],
    ] as const) {
      assert.deepEqual(signals(text), expected, text)
    }
  })

  it('tells a plan in passing beside its denial', () => {
    assert.deepEqual(signals('The bell plan, which the guild is drafting, is not complete.'), [
      'denial',
      'plan',
    ])
  })

  it('plans a thing that a later clause still has to bring into being', () => {
    assert.deepEqual(signals('A pact was initialled and will enter into force in May.'), ['plan', 'plan'])
    assert.deepEqual(signals('The guild teaches guards. It will open a second school.'), [
      'affirmation',
      'plan',
    ])
  })

  it('plans nothing where it tells an aim or a task', () => {
    for (const text of [
      'The aim of the guild is to teach children.',
      'The main task of the guards is to ring bells.',
      'The purpose is to share lists of horns.',
    ]) {
      assert.deepEqual(signals(text), ['affirmation'], text)
    }
  })

  it('plans nothing where it tells the duty of a body in a section that asks for one', () => {
    const signalsIn = (section: string): Signal[] =>
      readNote(noteOf('The guild is mandated to develop a bell plan.'), section).map(({ signal }) => signal)
    assert.deepEqual(signalsIn('1.3.3'), ['affirmation'])
    assert.deepEqual(signalsIn('1.3.1'), ['plan'])
  })

  it('plans where a relative clause says that the thing is still to be adopted', () => {
    assert.deepEqual(signals('The guild has a bell plan, which is awaiting adoption.'), ['plan'])
    assert.deepEqual(signals('The guild has a bell plan, which is known to all.'), ['affirmation'])
  })

  it('of a list affirms what it names, whatever words are in the name', () => {
    assert.deepEqual(signals('- Act on things that are not bells\n- Plan to build a tower'), [
      'affirmation',
      'affirmation',
    ])
  })

  it('of a list is a plan where it names a bill or a draft', () => {
    assert.deepEqual(
      signals('- Bell Bill\n- Draft rules on horns\n- Proposal for a tower\n- Billboard Act'),
      ['plan', 'plan', 'plan', 'affirmation'],
    )
  })

  it('of a list is a denial where it names nothing, or what is gone', () => {
    assert.deepEqual(signals('- None.\n- Bell Act (repealed in 2010)'), ['denial', 'denial'])
  })

  it('that only goes on about a plan is part of the plan', () => {
    assert.deepEqual(signals('A tower will be built. It has three floors. The project is led by a guild.'), [
      'plan',
      'plan',
      'plan',
    ])
  })

  it('that only goes on about an assessment is part of it', () => {
    assert.deepEqual(signals('Visitors held a readiness assessment. It took a week.'), ['neutral', 'neutral'])
  })

  it('that says on what a plan waits is part of the plan', () => {
    assert.deepEqual(signals('Once the guild gives the nod, a tower will be built.'), ['plan', 'plan'])
    assert.deepEqual(signals('Once a year, the guards ring the bell.'), ['affirmation'])
  })

  it('on the end of what was there before decides nothing', () => {
    assert.deepEqual(signals('Since the dissolution of the guild, nobody rings the bell.'), [
      'neutral',
      'denial',
    ])
    assert.deepEqual(signals('Since the dissolution of the guild, the tower rings the bell.'), [
      'neutral',
      'affirmation',
    ])
  })

  it('that tells of a successor, or of what never ended, denies nothing', () => {
    assert.deepEqual(signals('The Bell Act was repealed and replaced by the Horn Act.'), ['affirmation'])
    assert.deepEqual(signals('The Bell Act never lapsed.'), ['affirmation'])
  })

  it('that speaks of something else after a plan affirms by itself', () => {
    assert.deepEqual(signals('A tower will be built. The guards keep a list of bells.'), [
      'plan',
      'affirmation',
    ])
  })
})
