import { list, type Specimen, table } from '../specimen.ts'

/** Vuldrine: tables of three columns, entries with a space behind the dash, short text after a table. */
export const xai: Specimen = {
  code: 'XAI',
  title: ['VULDRINE'],
  look: { size: 9.5, justified: false, accent: '#9b2226', flag: ['#001219', '#94d2bd', '#ee9b00'] },
  population: { printed: '640 915', value: 640915 },
  internetUsers: { printed: '88.40%', value: 88.4 },
  updated: { day: '23', ordinal: 'rd', monthAndYear: 'February 2015', iso: '2015-02-23' },
  sections: {
    '1.1.1': {
      status: 'present',
      note: [
        'Offences are set out in:',
        table(
          '- ',
          ['Statute 77 on Computers', 'Statute 81 on Forgery of Electronic Documents and Seals'],
          ['Statute 79 on the Secrecy of Correspondence', 'Statute 90'],
          ['Criminal Code, part 6', 'Statute 102 on Games of Chance over Networks'],
        ),
      ],
    },
    '1.1.2': {
      status: 'present',
      note: [
        'Statute 85 on Personal Records has been in force since 2004; it obliges the holder of a register to report a breach within three days.',
      ],
    },
    '1.2.1': {
      status: 'partial',
      note: [
        'A national team does not exist. The operator Vultel maintains a desk for incidents, which helps its own customers.',
      ],
    },
    '1.2.2': {
      status: 'present',
      note: ['A ministerial order makes ISO/IEC 27001 binding upon public bodies.'],
    },
    '1.2.3': {
      status: 'planned',
      note: [
        'At present nothing is certified. A decree that would entrust the Chamber of Engineers with certification is awaiting signature.',
      ],
    },
    '1.3.1': { status: 'absent', note: ['Vuldrine lacks a strategy for cybersecurity.'] },
    '1.3.2': { status: 'absent', note: ['Vuldrine is without a roadmap.'] },
    '1.3.3': {
      status: 'planned',
      note: ['An agency is under formation within the Ministry of Works.'],
    },
    '1.3.4': {
      status: 'present',
      note: [
        'The Court of Accounts audits the security of public systems and published its last audit in 2014.',
      ],
    },
    '1.4.1': {
      status: 'planned',
      note: ['The Academy of Vuld has asked for funds and hopes to start its first project in 2016.'],
    },
    '1.4.2': {
      status: 'present',
      note: [
        'Courses are offered by:',
        table(
          '-',
          [
            'Academy of Vuld (bachelor of science, one year of practice included)',
            'Chamber of Engineers (short courses)',
          ],
          ['Police School', 'Harbour Workers’ Guild'],
          ['Open Channel, on television'],
        ),
        'All are free of charge for residents, whatever their age or trade, and are paid for by the lottery.',
      ],
    },
    '1.4.3': {
      status: 'present',
      note: ['Numerous officials are certified, but an exact figure does not exist.'],
    },
    '1.4.4': {
      status: 'present',
      note: ['Two agencies are certified:', list('- ', 'Court of Accounts', 'Postal Savings Bank')],
    },
    '1.5.1': {
      status: 'absent',
      note: ['Vuldrine has not concluded any agreement with other states.'],
    },
    '1.5.2': {
      status: 'planned',
      note: ['There is none today, but a mailing list of security officers will be set up.'],
    },
    '1.5.3': { status: 'unknown', note: ['No information is at hand.'] },
    '1.5.4': {
      status: 'absent',
      note: ['The country has joined no international group or drill.'],
    },
    '2.1': {
      status: 'present',
      note: [
        'Minors are protected by two statutes:',
        table(
          '- ',
          ['Statute 44 on the Family'],
          ['Statute 96 on Harmful Pictures and Writings Sent by Wire'],
        ),
      ],
    },
    '2.2': {
      status: 'absent',
      note: ['Vuldrine has neither signed nor ratified the Convention on the Rights of the Child.'],
    },
    '2.3': {
      status: 'present',
      note: ['The Children’s Desk at the Ministry of Works and its ten local branches counsel families.'],
    },
    '2.4': {
      status: 'partial',
      note: [
        'There is no special body to which incidents are reported, yet Vultel keeps a website where harmful pages can be named.',
      ],
    },
  },
}
