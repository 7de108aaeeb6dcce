import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isEnglishWord } from '../../pipeline/parse/english-words.ts'

it('tells English words from other strings of letters', () => {
  assert.ok(['implementing', 'government', 'of'].every(isEnglishWord))
  assert.ok(!['implement-', 'erential', 'Government', ''].some(isEnglishWord))
})
