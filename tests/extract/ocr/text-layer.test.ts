import assert from 'node:assert/strict'
import { describe, test } from 'vitest'
import { judgeTextLayer, type TextLayer } from '../../../pipeline/extract/ocr/text-layer.ts'
import { tallyWords } from '../../../pipeline/extract/repair-text.ts'
import { run } from '../../layout/point-page.ts'

const drawing = { pictures: [{ x0: 0, y0: 0, x1: 10, y1: 10 }], shapes: [], pictureBytes: 0, suspects: [] }
const SCAN = { width: 10, height: 10, drawing }

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
  { name: 'marks in disorder', texts: ['#%7&$!(3)*'.repeat(12)], expected: 'garbled' },
  {
    name: 'a table of figures',
    texts: ['Ports 2012 1 204 3 410 12 000 95.2 88.1 '.repeat(70)],
    expected: 'readable',
  },
  {
    name: 'prose with unreadable characters',
    texts: ['The country has an off\ufffdc\ufffdal team for \ufffdnc\ufffddents. '.repeat(9)],
    expected: 'damaged',
  },
  {
    name: 'prose in shifted letters',
    texts: ['Uif dpvousz ibt bo pggjdjbm ufbn gps jodjefout. '.repeat(9)],
    expected: 'foreign',
  },
]

describe('judging the text layer of a page', () => {
  for (const { name, texts, expected } of LAYERS) {
    test(`${name} is ${expected}`, () => {
      const runs = texts.map((text) => run(text, 0, 0))
      assert.equal(judgeTextLayer(runs, tallyWords(runs), SCAN), expected)
    })
  }
})
