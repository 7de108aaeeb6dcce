import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { treaties } from '../../../pipeline/normalize/items/treaties.ts'
import { codedTexts, findingTexts } from './finding-texts.ts'

describe('treaties', () => {
  it('are conventions and protocols between states', () => {
    assert.deepEqual(
      findingTexts(
        treaties,
        'Brel signed the Lamp Convention in 1994 and its Optional Protocol to the Lamp Treaty.',
      ),
      ['Lamp Convention', 'Optional Protocol to the Lamp Treaty'],
    )
  })

  it('carry the articles named before them, whose numbers are the code', () => {
    assert.deepEqual(
      codedTexts(
        treaties,
        'With no remark to articles 6, 7(e) and 34 (c), to the Convention on Lamps it is in force.',
      ),
      [['articles 6, 7(e) and 34 (c), to the Convention on Lamps', '6, 7(e), 34(c)']],
    )
    assert.deepEqual(codedTexts(treaties, 'It joined the Convention on Lamps.'), [
      ['Convention on Lamps', null],
    ])
  })

  it('take the articles named behind them as well, but not those of the next treaty', () => {
    assert.deepEqual(
      codedTexts(
        treaties,
        'It joined the Convention on Lamps in 1991, without reservations to articles 6 and 7.',
      ),
      [['Convention on Lamps', '6, 7']],
    )
    assert.deepEqual(codedTexts(treaties, 'It signed the Convention on Lamps (article 12).'), [
      ['Convention on Lamps', '12'],
    ])
    assert.deepEqual(
      codedTexts(treaties, 'It joined the Convention on Lamps, and articles 2 and 3 of the Protocol on Oil.'),
      [
        ['Convention on Lamps', null],
        ['articles 2 and 3 of the Protocol on Oil', '2, 3'],
      ],
    )
  })

  it('go on over an enumeration in their title', () => {
    assert.deepEqual(
      findingTexts(treaties, 'the Protocol on the Sale of Lamps, Harbour Oil and Street Wicks.'),
      ['Protocol on the Sale of Lamps, Harbour Oil and Street Wicks'],
    )
  })

  it('are no protocols of machines, and no papers without a name', () => {
    for (const text of [
      'the Lamp Automation Protocol (LAP)',
      'a Memorandum of Understanding (MoU)',
      'the Convention',
    ]) {
      assert.deepEqual(findingTexts(treaties, text), [], text)
    }
  })

  it('stand apart where the second begins with its articles', () => {
    const text =
      'The islands ratified the Convention on the Bells of Towers and articles 2 and 3 of its Optional Protocol.'
    assert.deepEqual(codedTexts(treaties, text)[0], ['Convention on the Bells of Towers', null])
  })
})
