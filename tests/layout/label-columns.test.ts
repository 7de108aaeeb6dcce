import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
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

  it('end above the name of a chapter, however it is spelt', () => {
    const figures = [...lines(LEFT, 72), ...lines(RIGHT, 217)]
    assert.deepEqual(
      read([...figures, run('1. Cybersecurity', 72, 658, { bold: true })]).at(-1),
      '1. Cybersecurity',
    )
  })

  it('are not seen where they run on as one paragraph', () => {
    const texts = [
      'Total Population: 31 400 (data source: Office) Internet users, percentage',
      'of population: 41.5% (data source: ITU Statistics of the year, 2013)',
    ]
    assert.deepEqual(read(texts.map((text, index) => run(text, 72, 700 - index * 14))), texts)
  })
})

describe('background figures in rows, labels on the left', () => {
  it('are read label by label, each with its value', () => {
    const rows = [
      [run('Total Population:', 72, 700), run('31 400 (data source: Wistrel', 260, 700)],
      [run('Office of Counting, 2012)', 260, 688)],
      [run('Internet users, percentage of', 72, 670), run('41.5% (data source: ITU,', 260, 670)],
      [run('population:', 72, 658), run('2013)', 260, 658)],
      [run('1. CYBERSECURITY', 72, 640)],
    ]
    assert.deepEqual(read(rows.flat()), [
      '0 Total Population:',
      '1 31 400 (data source: Wistrel',
      '1 Office of Counting, 2012)',
      '0 Internet users, percentage of',
      '0 population:',
      '1 41.5% (data source: ITU,',
      '1 2013)',
      '1. CYBERSECURITY',
    ])
  })
})
