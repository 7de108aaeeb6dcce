import { describe, expect, it } from 'vitest'
import { ALL_RULES, ruleMeaning } from '../../../pipeline/normalize/index.ts'
import { decideStatus } from '../../../pipeline/normalize/status/index.ts'
import { CORRECTION_RULE } from '../../../schemas/index.ts'
import { decide, findSection, makeNote } from './decide.ts'

const DENIAL = 'Maravia does not have an officially recognized national CIRT.'

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
    const { evidence } = decide('1.2.1', `The regulator hosts it. ${DENIAL}`)
    expect(evidence).toBe('The regulator hosts it.')
    expect(decide('1.2.1', DENIAL).evidence).toBe(DENIAL)
  })

  it('takes a list of laws for present and a list of bills for planned', () => {
    const list = 'Specific legislation on cybercrime has been enacted through the following instruments:'
    expect(decide('1.1.1', `${list} - Computer Misuse Act - Cybercrime Bill`)).toMatchObject({
      status: 'present',
      rule: 'list_in_force',
      weak: false,
    })
    expect(decide('1.1.1', `${list} - Cybercrime Bill - Draft Data Act`)).toMatchObject({
      status: 'planned',
      rule: 'list_of_drafts',
    })
    expect(decide('1.1.1', `${list} - None.`)).toMatchObject({ status: 'absent', rule: 'denied' })
    expect(decideStatus(makeNote(`${list} -Computer Misuse Act`), findSection('1.1.1')).status).toBe(
      'present',
    )
  })

  it('weighs what is in force over a plan, and both over a denial', () => {
    expect(decide('1.2.1', `${DENIAL} However it is in the process of creating one.`).status).toBe('planned')
    expect(decide('1.2.1', `${DENIAL} However it is a member of PacCERT.`).status).toBe('partial')
    expect(decide('1.3.1', 'The strategy of 2011 is in force; a new strategy is being drafted.').status).toBe(
      'present',
    )
    expect(
      decide('1.3.1', 'Maravia has finalized its strategy and it is currently under review.').status,
    ).toBe('planned')
  })

  it('takes the successor of what has ended for what there is', () => {
    const note = 'The team was dissolved, and its functions were transferred to the Cyber Agency.'
    expect(decide('1.2.1', note)).toMatchObject({ status: 'present', rule: 'succeeded', weak: true })
    expect(decide('1.2.1', 'The team was dissolved in 2012.')).toMatchObject({ status: 'absent', weak: true })
  })

  it('reads a duty of a body as no plan, and of a committee on a document as one', () => {
    expect(decide('1.3.3', 'The agency is mandated to develop a cybersecurity strategy.').status).toBe(
      'present',
    )
    expect(decide('1.3.1', 'A committee was tasked with developing a cybersecurity strategy.').status).toBe(
      'planned',
    )
  })
})

describe('the confidence of a decision', () => {
  const doubtful = [
    ['a word that no pattern knows', '1.2.1', 'There is no national CIRT that anybody noticed.'],
    ['a second negation', '1.2.2', 'There is no agency that does not apply the national standards.'],
    ['another country as the subject', '1.3.1', 'Thandia has adopted a national cybersecurity strategy.'],
    ['a body of another country', '1.3.3', 'An office of Thandia is responsible for cybersecurity.'],
    ['a ministry of another country', '1.3.3', 'The Ministry of Interior of Sweden is responsible for it.'],
    ['a union of countries as the subject', '1.3.1', 'The European Union adopted a cybersecurity strategy.'],
    ['an affirmation with a date to come', '1.3.1', 'The strategy is adopted once the cabinet agrees.'],
    ['a year from which it holds', '1.3.3', 'From early 2019 the regulator is in charge of cybersecurity.'],
    ['a year as of which it holds', '1.1.1', 'As of 2019 the Computer Misuse Act punishes phishing.'],
    ['a duty that is taken over later', '1.3.3', 'The regulator takes over responsibility for it in 2019.'],
    ['a year to come', '1.4.2', 'The academy offers courses on phishing to teachers in March 2019.'],
    ['a rule that becomes binding later', '1.1.2', 'The audit rules, passed in May, become binding in 2019.'],
    [
      'a denial beside an affirmation without a turn',
      '2.4',
      'Incidents can be reported to the police by e-mail, there is no hotline for children.',
    ],
    [
      'a relative clause that denies',
      '1.3.1',
      'The strategy that Maravia did not have in 2010 was adopted in 2012.',
    ],
    ['words in quotation marks', '1.3.1', 'A report named “National cybersecurity strategy” was published.'],
  ] as const
  for (const [reason, section, text] of doubtful) {
    it(`is low for ${reason}`, () => {
      expect(decide(section, text).weak).toBe(true)
    })
  }

  it('is high where the pattern and the words of the section account for all', () => {
    expect(decide('1.2.1', DENIAL).weak).toBe(false)
    expect(decide('1.3.1', 'Maravia has adopted a national cybersecurity strategy.').weak).toBe(false)
    expect(
      decide('1.3.1', 'Maravia is in the process of drafting a national cybersecurity strategy.').weak,
    ).toBe(false)
    expect(decide('1.3.1', 'There is no available information concerning a national strategy.').weak).toBe(
      false,
    )
  })
})
