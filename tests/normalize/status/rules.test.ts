import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { decideStatus } from '../../../pipeline/normalize/status/index.ts'
import { STATUS_RULES } from '../../../pipeline/normalize/status/rules.ts'
import type { Status } from '../../../schemas/index.ts'
import { noteOf } from '../note-of.ts'

type Case = readonly [note: string, status: Status, section?: string]

/** Notes in words of our own, each decided by the rule that it stands under. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  no_text: [['', 'not_reported']],
  list_announced_as_planned: [
    ['The board plans to adopt these acts:\n- Bell Act\n- Horn Act', 'planned'],
    ['The following will be set up:\n- School of Bells', 'planned'],
  ],
  list_of_drafts: [
    ['Bells are covered by these instruments, which were enacted:\n- Bell Bill\n- Draft Horn Act', 'planned'],
    ['- Bell Bill', 'planned'],
  ],
  list_in_force: [
    ['Bells are covered by these instruments:\n- Bell Act\n- Horn Act', 'present'],
    ['Bells are covered by these instruments:\n- Bell Bill\n- Horn Act', 'present'],
    ['The tower has these rules:\n- Bell Act\nIt does not cover horns.', 'present'],
  ],
  not_counted: [
    ['The tower has numerous certified guards. However it has no exact statistic.', 'present'],
    ['Many guards of the tower are certified, but it does not have the exact number.', 'present'],
  ],
  number_unknown: [
    ['The tower does not have the exact number of its certified guards.', 'unknown'],
    ['The number of certified guards is not known.', 'unknown'],
  ],
  no_information: [
    ['There is no information about bells.', 'unknown'],
    ['No record of any certified guard is kept, as no data is available.', 'unknown'],
    ['Information on bells is not available.', 'unknown'],
    ['Information not available.', 'unknown'],
    ['Not available.', 'unknown'],
    ['N/A', 'unknown'],
  ],
  joined_treaty: [
    [
      'Wistrel has acceded, with no reservations or declarations to articles 3 and 4, to the Convention.',
      'present',
    ],
    ['Wistrel ratified the Convention in 1991. It has not signed the Protocol.', 'present'],
    ['Wistrel has signed the Convention.', 'present'],
  ],
  part_taken: [
    ['Wistrel is not in the League. It takes part in the drills of the guild.', 'present', '1.5.4'],
  ],
  team_that_does_not_inform: [
    ['The Wistrel CERT does not provide any information on the safety of children.', 'absent'],
    ['WisCIRT does not offer any information about minors who use the web.', 'absent'],
  ],
  team_that_does_not_help: [
    ['Wistrel has a team, WIS-CERT, but it does not provide a way to report such cases.', 'absent'],
  ],
  limited: [
    ['The Bell Act covers the theft of passwords. It does not speak of spam.', 'present'],
    ['The tower has an officially recognised bell plan. It does not name a guard.', 'present'],
  ],
  written_not_adopted: [
    ['The bell plan has been written but not yet adopted.', 'planned'],
    ['The bell plan is complete and will be submitted to the council.', 'planned'],
  ],
  denied_with_substitute: [
    [
      'The tower does not have an officially recognised body for this. However there is a helpline at all hours.',
      'partial',
    ],
    ['The tower does not have a national team; the bank runs a team of its own.', 'partial'],
    ['There is no bell policy, but the Horn Act covers part of it.', 'partial'],
    ['In the absence of a bell policy, the guards follow the Horn Act.', 'partial'],
    ['Apart from the Horn Act, there is no rule on bells.', 'partial'],
    ['There is no rule on bells other than the Horn Act.', 'partial'],
    ['The island has no national team and relies on the team of the bank.', 'partial'],
    ['Without any official plan, the guards ring bells all the same.', 'partial'],
    ['Although there is no bell policy, the Horn Act covers part of it.', 'partial'],
    ['While there is no bell policy, the Horn Act covers part of it.', 'partial'],
    ['The tower has no list of its own, but the following help:\n- Guild of Horns', 'partial'],
  ],
  denied_with_plan: [
    ['The tower does not have a team. However one is being set up.', 'planned'],
    ['There is no bell policy, but the board is drafting one.', 'planned'],
    ['The tower has no team yet; it will be opened next spring.', 'planned'],
  ],
  denied: [
    ['The tower does not have any officially recognised bell plan.', 'absent'],
    ['There is no bell plan.', 'absent'],
    ['None.', 'absent'],
    ['Bells are covered by the following instruments:\nNone.', 'absent'],
    ['Bells are covered by the following instruments:\n- None.', 'absent'],
    ['The tower never counted its bells.', 'absent'],
    ['The board has yet to adopt a bell plan.', 'absent'],
    ['So far the island is without a bell plan.', 'absent'],
  ],
  stated: [
    ['The tower has an officially recognised bell plan.', 'present'],
    ['WIS-CERT is the officially recognized team for this. A second team is planned.', 'present'],
  ],
  in_part: [
    ['The guards exchange lists informally.', 'partial'],
    ['Bells are rung only within the banking sector.', 'partial'],
  ],
  in_force_beside_plan: [['The Bell Act is in force. A new Bell Act is being written.', 'present']],
  plan: [
    ['The board is drafting a bell plan.', 'planned'],
    ['A bell plan was submitted to the council for approval.', 'planned'],
    ['A team is under formation.', 'planned'],
    ['The bell plan has yet to be adopted.', 'planned'],
    ['The board aims to adopt a bell plan.', 'planned'],
    ['A bell plan would be adopted in 2015.', 'planned'],
    ['A committee was formed to write a bell plan.', 'planned'],
  ],
  prose_with_open_words: [
    ['Merely the eldest guard rings the bell.', 'present'],
    ['The guards ring a bell. It hangs in a vacant tower.', 'present'],
  ],
  plain_prose: [
    ['The guards teach children about passwords in every school.', 'present'],
    ['Reports go to the Guild of Lanterns.', 'present'],
    ['The Bell Act forbids access to towers without permission.', 'present'],
    ['The guards teach children. The guild reportedly does so too.', 'present'],
  ],
  assessment_only: [['Visitors carried out a readiness assessment of the tower in 2011.', 'absent']],
  unaccounted_words: [
    ['Perhaps the guards teach children about passwords.', 'unclassified'],
    ['The tower works without a bell.', 'unclassified'],
  ],
}

describe('the status rules', () => {
  for (const { name } of STATUS_RULES) {
    const cases = CASES[name] ?? []

    it(`have sentences that ${name} decides`, () => {
      assert.ok(cases.length > 0)
    })

    for (const [text, status, section = null] of cases) {
      it(`give ${status} by ${name} for “${text.replaceAll('\n', ' ')}”`, () => {
        const decision = decideStatus(noteOf(text), section)
        assert.deepEqual([decision.status, decision.rule], [status, name])
      })
    }
  }

  it('have a name and an explanation each', () => {
    assert.equal(new Set(STATUS_RULES.map(({ name }) => name)).size, STATUS_RULES.length)
    for (const { explanation } of STATUS_RULES) assert.match(explanation, /^[A-Z].*\.$/)
  })

  it('send every row to review that they leave unclassified', () => {
    assert.ok(STATUS_RULES.every(({ status, weak }) => status !== 'unclassified' || weak))
  })
})
