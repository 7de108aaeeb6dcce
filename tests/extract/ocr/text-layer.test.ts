import assert from 'node:assert/strict'
import { describe, test } from 'vitest'
import { judgeTextLayer, type TextLayer } from '../../../pipeline/extract/ocr/text-layer.ts'

const PLACE = { x: 0, y: 0, width: 100, size: 10, font: null, bold: false }

const LAYERS: readonly { name: string; texts: readonly string[]; expected: TextLayer }[] = [
  { name: 'a page of prose', texts: ['The country has adopted a law. '.repeat(20)], expected: 'readable' },
  { name: 'a page number alone', texts: ['3'], expected: 'missing' },
  {
    name: 'a closing block under a rule of dashes',
    texts: [
      '-'.repeat(140),
      'DISCLAIMER: please refer to the pages of the publisher',
      'Last updated on 12 March',
    ],
    expected: 'sparse',
  },
  {
    name: 'a list of contents with leaders of dots',
    texts: [
      `First country${'.'.repeat(120)}7`,
      `Second country${'. '.repeat(60)}9`,
      'Third country of this part',
    ],
    expected: 'sparse',
  },
  { name: 'characters of private use', texts: ['\ue001\ue014\ue00b\ue032'.repeat(30)], expected: 'garbled' },
  { name: 'marks and digits in disorder', texts: ['#4%7&2$8!9(3)5*1'.repeat(10)], expected: 'garbled' },
]

describe('judging the text layer of a page', () => {
  for (const { name, texts, expected } of LAYERS) {
    test(`${name} is ${expected}`, () => {
      assert.equal(judgeTextLayer(texts.map((text) => ({ ...PLACE, text }))), expected)
    })
  }
})
