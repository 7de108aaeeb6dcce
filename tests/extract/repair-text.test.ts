import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import {
  inferLigatures,
  isDamaged,
  type LigatureMap,
  repairText,
} from '../../pipeline/extract/repair-text.ts'

describe('the text of a font', () => {
  it('has letters for ligatures that came out as other letters, or as swapped bytes', () => {
    const words = { InformaƟon: 'Information', commiƩee: 'committee', soŌware: 'software', beneĮt: 'benefit' }
    for (const [printed, word] of Object.entries({ ...words, na琀椀onal: 'national', oĸce: 'office' })) {
      assert.equal(repairText(printed), word)
    }
  })

  it('keeps letters of other languages', () => {
    for (const word of ['Ōsaka', 'Rīga', 'Kyōto', 'Įstatymas', '琉球', 'Ňuchta'])
      assert.equal(repairText(word), word)
  })

  it('has letters for the ligatures of TeX, and a mark for other codes', () => {
    assert.equal(repairText('o\u000ece', 'CMR10'), 'office')
    assert.equal(repairText('\u001cnal', null), 'final')
    assert.equal(repairText('\u0005ere', 'Helvetica'), '\ufffdere')
  })

  it('has letters for codes that most words of their font show to be a ligature', () => {
    const ligatures: LigatureMap = new Map()
    inferLigatures([{ text: '\u0005e \u0005ere \u0005is team', font: 'Serif' }], ligatures)
    assert.equal(repairText('\u0005ere', 'Serif', ligatures), 'There')
    assert.equal(repairText('\u0005ere', 'Sans', ligatures), '\ufffdere')
    inferLigatures([{ text: '\u0006e \u0006ere', font: 'Serif' }], ligatures)
    assert.equal(repairText('\u0006e', 'Serif', ligatures), 'The')
  })

  it('has letters for unknown characters, word by word, where ligatures make most words of their font English', () => {
    const ligatures: LigatureMap = new Map()
    inferLigatures(
      [{ text: '\ufffdere na\ufffdonal o\ufffdce (\ufffde) le\ufffder', font: 'Serif' }],
      ligatures,
    )
    inferLigatures([{ text: 'a \ufffdnal', font: 'Serif' }], ligatures)
    const read = (text: string, font = 'Serif') => repairText(text, font, ligatures)
    assert.equal(
      read('\ufffdere na\ufffdonal o\ufffdce (\ufffde) \ufffdnal'),
      'There national office (The) final',
    )
    assert.equal(read('le\ufffder'), 'le\ufffder') // letter or leffer
    assert.equal(read('o\ufffdce', 'Sans'), 'o\ufffdce')
    inferLigatures([{ text: 's\ufffdll t\ufffdn r\ufffdd l\ufffdtter', font: 'Bold' }], ligatures)
    assert.equal(read('s\ufffdll', 'Bold'), 's\ufffdll') // a lost letter, not a ligature: sell, not still
  })

  it('keeps a code unread where two ligatures make words of all that it stands in', () => {
    const ligatures: LigatureMap = new Map()
    inferLigatures([{ text: '\u0005n \u0005ne', font: 'Serif' }], ligatures)
    assert.equal(repairText('\u0005ne', 'Serif', ligatures), '\ufffdne')
  })

  it('is damaged where a word has unreadable characters, or letters of two scripts', () => {
    for (const word of ['off\ufffdce', 'na\ue0a1onal', 'pоlice']) assert.equal(isDamaged(word), true, word)
    for (const word of ['office', '\uf0b7', 'полиция', 'naïve']) assert.equal(isDamaged(word), false, word)
  })
})
