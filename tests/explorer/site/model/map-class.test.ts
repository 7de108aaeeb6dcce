import assert from 'node:assert/strict'
import { test } from 'vitest'
import { MEASURES } from '../../../../pipeline/explorer/site/model/catalogue.ts'
import { COUNT_STEPS, mapClass } from '../../../../pipeline/explorer/site/model/map-class.ts'
import { entry } from './entries.ts'

test('every number of measures has a step whose label holds it', () => {
  for (let present = 0; present <= MEASURES.length; present++) {
    const statuses = Object.fromEntries(
      MEASURES.slice(0, present).map(({ code }) => [code, 'present'] as const),
    )
    const { label } = mapClass(entry('Aba', { statuses }), '')
    const [from = -1, to = from] = label.split(' to ').map(Number)
    assert.ok(from <= present && present <= to, `${present} is not in ${label}`)
  }
})

test('the steps follow on each other from 0 to all measures', () => {
  assert.deepEqual(
    COUNT_STEPS.map(({ label }) => label),
    ['0', '1 to 4', '5 to 8', '9 to 12', '13 to 16', '17 to 21'],
  )
})

test('a country has the class of its status in a section', () => {
  assert.equal(mapClass(entry('Aba', { statuses: { '1.2.1': 'partial' } }), '1.2.1').name, 'partial')
})
