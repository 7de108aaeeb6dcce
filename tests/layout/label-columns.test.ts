import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { layout } from '../../pipeline/layout/index.ts'
import { pointPage, run } from './point-page.ts'

const read = (runs: readonly ReturnType<typeof run>[]): string[] =>
  layout([pointPage(runs)]).lines.map(({ text, cell }) => (cell ? `${cell.column} ${text}` : text))

const LEFT = ['Total Population: 31 400', '(data source: Wistrel Office', 'of Counting, 2012)']
const RIGHT = ['Internet users, percentage', 'of population: 41.5%', '(data source: ITU, 2013)']

const lines = (texts: readonly string[], x: number) =>
  texts.map((text, index) => run(text, x, 700 - index * 14, { size: index === 2 ? 8 : 10 }))

describe('background figures in two columns', () => {
  it('are read one after the other, though no more than a space parts them', () => {
    assert.deepEqual(read([...lines(LEFT, 72), ...lines(RIGHT, 217), run('1. CYBERSECURITY', 72, 630)]), [
      ...LEFT.map((text) => `0 ${text}`),
      ...RIGHT.map((text) => `1 ${text}`),
      '1. CYBERSECURITY',
    ])
  })

  it('are not seen where they run on as one paragraph', () => {
    const texts = [
      'Total Population: 31 400 (data source: Office) Internet users, percentage',
      'of population: 41.5% (data source: ITU Statistics of the year, 2013)',
    ]
    assert.deepEqual(read(texts.map((text, index) => run(text, 72, 700 - index * 14))), texts)
  })
})
