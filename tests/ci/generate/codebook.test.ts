import assert from 'node:assert/strict'
import { expect, test } from 'vitest'
import { codebook } from '../../../.ci/generate/codebook.ts'
import { ISSUE_CODES, listColumns, SECTIONS, STATUSES, TABLES, VIEWS } from '../../../schemas/index.ts'

const NOTHING = { rules: [], patterns: [], measured: {}, items: {} }
const page = codebook(NOTHING)

/** The lines between a heading and the next one. */
const under = (heading: string, text = page): string[] => {
  const lines = text.split('\n')
  const start = lines.indexOf(heading)
  assert.notEqual(start, -1, `no heading ${heading}`)
  const end = lines.findIndex((line, index) => index > start && line.startsWith('#'))
  return lines.slice(start + 1, end === -1 ? undefined : end)
}

/** The first cells of the rows of the tables below a heading, without the head. */
const firstCells = (heading: string, text = page): string[] =>
  under(heading, text)
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) => line.split(' | ')[0]?.replace(/^\| /, '').replaceAll(/[`*]/g, '') ?? '')
    .slice(1)

for (const table of [...Object.values(TABLES), ...Object.values(VIEWS)]) {
  test(`every column of ${table.name} has a row, in published order, and the key is bold`, () => {
    const heading = `### Table \`${table.name}\``
    expect(firstCells(heading)).toStrictEqual(listColumns(table).map(({ name }) => name))
    const bold = under(heading).flatMap((line) => /^\| \*\*`(.+?)`\*\*/.exec(line)?.[1] ?? [])
    assert.deepEqual(new Set(bold), new Set(table.primaryKey))
  })
}

test('every status, section and issue has a row', () => {
  assert.deepEqual(firstCells('### Statuses'), STATUSES)
  expect(firstCells('## Section catalogue')).toStrictEqual(SECTIONS.map(({ code }) => code))
  assert.deepEqual(firstCells('## Issues'), ISSUE_CODES)
})

test('the status rules have a section of their own, in the order in which they are tried', () => {
  const rules = [
    { name: 'second_by_name', status: 'absent', weak: false, explanation: 'There is a denial.' },
    { name: 'another', status: 'unclassified', weak: true, explanation: 'Nothing else applies.' },
  ] as const
  const names = firstCells('### Status rules', codebook({ ...NOTHING, rules }))
  assert.deepEqual(names, ['second_by_name', 'another'])
  assert.ok(!page.includes('### Status rules'))
})

test('every row of every table has as many cells as its head', () => {
  const cells = (line: string) => line.split(/(?<!\\)\|/).length
  const lines = page.split('\n')
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    if (line.startsWith('|') && above?.startsWith('|')) assert.equal(cells(line), cells(above), line)
  }
})
