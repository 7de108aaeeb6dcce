import { describe, expect, it } from 'vitest'
import { ALL_RULES, ruleMeaning } from '../../../pipeline/normalize/index.ts'
import { decideStatus } from '../../../pipeline/normalize/status/index.ts'
import { CORRECTION_RULE } from '../../../schemas/index.ts'
import { readGroups } from '../../case-file.ts'
import { decide, findSection } from './decide.ts'

describe('decideStatus', () => {
  it('gives every rule a name of its own and a meaning, corrections too', () => {
    const names = [...ALL_RULES.map(({ name }) => name), CORRECTION_RULE]
    expect(names).toHaveLength(new Set(names).size)
    for (const name of names) expect(ruleMeaning(name)).toMatch(/^[A-Z].*\.$/)
    expect(ruleMeaning('no_such_rule')).toBeNull()
  })

  it('reports nothing where there is no text', () => {
    expect(decideStatus({ text: '', entries: [] }, findSection('1.1.1'))).toEqual({
      status: 'not_reported',
      rule: 'no_text',
      weak: false,
      evidence: null,
    })
  })

  it('gives the words that decided, verbatim', () => {
    const denial = 'Maravia does not have an officially recognized national CIRT.'
    const { evidence } = decide('1.2.1', `The regulator hosts it. ${denial}`)
    expect(evidence).toBe('The regulator hosts it.')
    expect(decide('1.2.1', denial).evidence).toBe(denial)
  })

  for (const [behaviour, rows] of readGroups(import.meta.url))
    it.each(rows)(`${behaviour}: %s %s %s`, (code, expected, note) => {
      const { status, rule, weak } = decide(code, note)
      expect([status, rule, weak ? 'low' : 'high']).toEqual(expect.arrayContaining(expected.split(' ')))
    })
})
