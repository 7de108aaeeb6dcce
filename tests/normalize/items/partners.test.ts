import assert from 'node:assert/strict'
import { it } from 'vitest'
import { partners } from '../../../pipeline/normalize/items/partners.ts'

it('partners are countries with their codes, at the places of their names', () => {
  const text = 'Norway has partnerships with Sweden and Norway.'
  assert.deepEqual(
    partners(text, 'NOR').map(({ kind, start, end, code }) => [kind, text.slice(start, end), code]),
    [['partner_country', 'Sweden', 'SWE']],
  )
})
