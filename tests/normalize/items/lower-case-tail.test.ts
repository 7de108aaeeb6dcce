import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { lowerCaseTail } from '../../../pipeline/normalize/items/lower-case-tail.ts'

const title = (text: string, beginning: string, begun = false): string =>
  text.slice(0, lowerCaseTail(text, beginning.length, begun))

describe('lowerCaseTail', () => {
  it('goes on to the end of what a title is about', () => {
    assert.equal(title('Law on the care of lamps, 2004', 'Law'), 'Law on the care of lamps')
    assert.equal(title('Law on Oil and lamp care. It', 'Law on Oil', true), 'Law on Oil and lamp care')
  })

  it('ends where the sentence goes on', () => {
    for (const rest of [
      'is old',
      'which the court reads',
      'and the court',
      'in 1994',
      'on 4 May',
      'with a remark',
    ]) {
      assert.equal(title(`Law on lamps ${rest}`, 'Law'), 'Law on lamps')
    }
  })

  it('does not begin without a word that leads to a topic', () => {
    assert.equal(title('Lamp Act covers oil', 'Lamp Act'), 'Lamp Act')
  })

  it('ends with no small word', () => {
    assert.equal(title('Law on lamps of, and', 'Law'), 'Law on lamps')
  })
})
