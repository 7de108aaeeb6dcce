import { columns, list, type Specimen } from '../specimen.ts'

/** Öxendrift: headings over two lines, a wrong ordinal in the date, answers of several sentences that pull both ways. */
export const xaj: Specimen = {
  code: 'XAJ',
  title: ['ÖXENDRIFT COMMONWEALTH'],
  look: { size: 10, justified: false, accent: '#3a5a40', flag: ['#dad7cd', '#588157', '#344e41'] },
  population: { printed: '4 001 200', value: 4001200 },
  internetUsers: { printed: '90.02%', value: 90.02 },
  updated: { day: '23', ordinal: 'th', monthAndYear: 'April 2015', iso: '2015-04-23' },
  sections: {
    '1.1.1': {
      status: 'present',
      note: [
        'Both the old and the new law apply:',
        columns(
          '•\t',
          ['Lagbók, book of offences', 'Act on Networks of 2012'],
          ['Bill on Computer Espionage'],
        ),
      ],
    },
    '1.1.2': {
      status: 'present',
      note: [
        'The Privacy Ordinance applies to every register. An amendment that adds a duty to report breaches is before the Assembly.',
      ],
    },
    '1.2.1': {
      status: 'present',
      note: ['ÖxCERT, founded in 2008, serves the state and the public alike.'],
    },
    '1.2.2': {
      status: 'partial',
      note: [
        'Öxendrift has adopted no framework of its own. The power stations apply ISO/IEC 27019 of their own accord.',
      ],
    },
    '1.2.3': {
      status: 'absent',
      note: ['Certification is not regulated, and no body offers it.'],
    },
    '1.3.1': {
      status: 'planned',
      note: ['There is no strategy yet. The Assembly will debate a first draft at its session of 2016.'],
    },
    '1.3.2': {
      heading: ['ROADMAP', 'FOR GOVERNANCE'],
      status: 'unknown',
      note: ['Nothing is known about a roadmap.'],
    },
    '1.3.3': { status: 'present', note: ['ÖxCERT is also the agency in charge.'] },
    '1.3.4': { status: 'absent', note: ['None to date.'] },
    '1.4.1': {
      heading: ['STANDARDISATION', 'DEVELOPMENT'],
      status: 'present',
      note: ['The Öxen Institute works on guides for the safety of ships’ computers.'],
    },
    '1.4.2': {
      status: 'present',
      note: [
        'There is something for everyone:',
        list(
          '•\t',
          'for pupils, lessons in the sixth and the ninth form that were written by ÖxCERT together with the union of teachers and the parents’ league of the northern parishes',
          'for officials, a course on paper',
          'for the public, the yearly Day of the Lock on 9 November',
        ),
      ],
    },
    '1.4.3': {
      status: 'present',
      note: ['ÖxCERT has nine certified members of staff, the tax office has two.'],
    },
    '1.4.4': { status: 'not_reported', note: [] },
    '1.5.1': {
      status: 'present',
      note: [
        'ÖxCERT works with its counterparts:',
        columns('- ', ['CERT of Finland', 'Japan', 'Malta'], ['Bolivia (in progress)', 'Germany']),
      ],
      partners: ['FIN', 'JPN', 'MLT', 'BOL', 'DEU'],
    },
    '1.5.2': {
      status: 'partial',
      note: [
        'A formal programme is missing. Even so, the heads of computing of all agencies meet once a month at ÖxCERT.',
      ],
    },
    '1.5.3': {
      status: 'present',
      note: ['Ship owners, insurers and ÖxCERT warn each other through the Foghorn service.'],
    },
    '1.5.4': {
      status: 'present',
      note: ['ÖxCERT was admitted to FIRST in 2011 and hosted one of its meetings.'],
    },
    '2.1': {
      status: 'absent',
      note: ['So far the Assembly has not passed a law on this subject.'],
    },
    '2.2': {
      status: 'present',
      note: [
        'The commonwealth is a party to the Convention on the Rights of the Child and to the Optional Protocol on the sale of children.',
      ],
    },
    '2.3': { status: 'absent', note: ['No institution supports families in this matter.'] },
    '2.4': {
      status: 'present',
      note: ['The form at oxcert.example takes reports, and so does every police post.'],
    },
  },
}
