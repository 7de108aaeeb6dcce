import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { backgroundFigures } from '../../pipeline/normalize/background.ts'
import { placedLines } from '../lines.ts'

const CENSUS = '(data source: Census of the Towers, 2012)'
const ITU = '(data source: ITU Statistics, 2013)'
const POPULATION = 'Total Population: 12 300'
const USERS = 'Internet users, percentage of population: 45.6%'

const read = (text: string) => {
  const { population, internetUsers } = backgroundFigures(placedLines(text))
  return [
    population?.printed ?? null,
    population?.note ?? null,
    internetUsers?.printed ?? null,
    internetUsers?.note ?? null,
  ]
}

const BOTH = ['12 300', `${POPULATION} ${CENSUS}`, '45.6%', `${USERS} ${ITU}`]

const twoColumns = (...rows: readonly (readonly [string, string])[]): string =>
  rows.map(([left, right]) => `${left.padEnd(60)}${right}`).join('\n')

describe('the background figures', () => {
  it('are read from one line, their sources behind them', () => {
    assert.deepEqual(read(`BACKGROUND\n${POPULATION} ${USERS}\n${CENSUS} ${ITU}`), BOTH)
  })

  it('are read from two columns', () => {
    assert.deepEqual(read(twoColumns([POPULATION, USERS], [CENSUS, ITU])), BOTH)
  })

  it('are read from four lines, the sources under both figures or each under its own', () => {
    assert.deepEqual(read([POPULATION, USERS, CENSUS, ITU].join('\n')), BOTH)
    assert.deepEqual(read([POPULATION, CENSUS, USERS, ITU].join('\n\n')), BOTH)
  })

  it('keep their own sources where these are swapped', () => {
    assert.deepEqual(read([POPULATION, USERS, ITU, CENSUS].join('\n')), BOTH)
  })

  it('keep the one source that is printed to the figure that it speaks of', () => {
    assert.deepEqual(read([POPULATION, USERS, ITU].join('\n')), [
      '12 300',
      POPULATION,
      '45.6%',
      `${USERS} ${ITU}`,
    ])
    assert.deepEqual(read([POPULATION, USERS, CENSUS].join('\n')), [
      '12 300',
      `${POPULATION} ${CENSUS}`,
      '45.6%',
      USERS,
    ])
  })

  it('may stand in either order', () => {
    assert.deepEqual(read([USERS, POPULATION].join('\n')), ['12 300', POPULATION, '45.6%', USERS])
  })

  it('are read behind labels that are broken over lines, doubled in their colon or cased otherwise', () => {
    assert.deepEqual(read('Total Population: : 33 397 000')[0], '33 397 000')
    assert.deepEqual(read('TOTAL POPULATION 12 300')[0], '12 300')
    assert.deepEqual(read('Internet users, percentage of\nthe population : 8%')[2], '8%')
  })

  it('are as printed where they are no numbers', () => {
    assert.deepEqual(read('Total Population: N/A\nInternet users, percentage of population: Unknown%'), [
      'N/A',
      'Total Population: N/A',
      'Unknown%',
      'Internet users, percentage of population: Unknown%',
    ])
  })

  it('are empty where only their labels are printed', () => {
    assert.deepEqual(
      read(`Total Population:\nInternet users, percentage of population:\n${CENSUS}`).filter(
        (_, index) => index % 2 === 0,
      ),
      ['', ''],
    )
  })

  it('are null where they are not printed', () => {
    assert.deepEqual(backgroundFigures(placedLines('BACKGROUND\nnothing')), {
      population: null,
      internetUsers: null,
    })
    assert.deepEqual(backgroundFigures([]), { population: null, internetUsers: null })
  })

  const linesOf = (text: string): (string[] | undefined)[] =>
    Object.values(backgroundFigures(placedLines(text))).map((figure) =>
      figure?.lines.map((line) => line.text),
    )

  it('know the lines of their label and of their source', () => {
    assert.deepEqual(linesOf(twoColumns([POPULATION, USERS], [CENSUS, ITU])), [
      [POPULATION, CENSUS],
      [USERS, ITU],
    ])
  })

  it('know the line of the figure where the label stands on the line above', () => {
    assert.deepEqual(linesOf('Total Population:\n12 300\nInternet users, percentage of\npopulation: 45.6%'), [
      ['Total Population:', '12 300'],
      ['Internet users, percentage of', 'population: 45.6%'],
    ])
  })
})
