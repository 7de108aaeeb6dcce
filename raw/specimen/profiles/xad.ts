import { columns, list, type Specimen, table } from '../specimen.ts'

/** Ixolund: three pages, columns of three with wrapped entries and a last row that is not full. */
export const xad: Specimen = {
  code: 'XAD',
  title: ['KINGDOM OF IXOLUND'],
  look: { size: 11, justified: false, accent: '#31527b', flag: ['#6a4c93', '#ffffff', '#6a4c93'] },
  population: { printed: '12 431 870', value: 12431870 },
  internetUsers: { printed: '64.10%', value: 64.1 },
  updated: { day: '1', ordinal: 'st', monthAndYear: 'October 2014', iso: '2014-10-01' },
  sections: {
    '1.1.1': {
      status: 'present',
      note: [
        'Crime by and against computers falls under:',
        columns(
          '-',
          ['Penal Code', 'Act on the Misuse of Computers and of Payment Cards'],
          ['Act on Electronic Evidence and its Preservation', 'Ordinance 14 of 2008'],
          ['Extradition Act'],
        ),
        'The acts apply to offences begun abroad whenever the harm is done in the kingdom, and a court may order the seizure of data that are held by third parties.',
      ],
    },
    '1.1.2': {
      status: 'present',
      note: [
        'The care of data and of networks is ruled by:',
        columns(
          '-',
          ['Privacy Act', 'Network Integrity Act', 'Rules on Cloud Services'],
          ['Electronic Trade Act', 'Code for Registrars', 'Rules on Trust Services'],
          ['Critical Works Act'],
        ),
      ],
    },
    '1.2.1': {
      status: 'present',
      note: [
        'Four teams work in the kingdom:',
        table(
          '-',
          [
            'IxCERT, the national team, under the Ministry of the Interior',
            'SeaCERT, for the harbours and the fleet',
          ],
          ['BankCERT, which is run by the association of banks and answers to the central bank'],
          ['UniCERT, for universities and the research network'],
        ),
        'IxCERT publishes a bulletin every week and keeps an open telephone line for citizens. The other teams pass on to it what they see, within one hour in grave cases.',
      ],
    },
    '1.2.2': {
      status: 'present',
      note: [
        'Since 2009 the Royal Standards Board has turned the ISO/IEC 27000 series into national standards. Ministries, hospitals and the operators of power and water apply them, and an inspector visits each of them every two years to see how they are kept.',
      ],
    },
    '1.2.3': {
      status: 'present',
      note: [
        'The Accreditation Chamber certifies laboratories and auditors under its scheme of 2010. A certificate is valid for three years.',
      ],
    },
    '1.3.1': {
      status: 'present',
      note: [
        'The Shield Plan, the strategy of the kingdom for secure networks, came into force by Royal Decree in 2012. It names five goals, gives each a minister and a budget, and is reviewed by a parliamentary committee every autumn.',
      ],
    },
    '1.3.2': {
      status: 'present',
      note: ['The Shield Plan holds a roadmap of 32 steps, with the year in which each falls due.'],
    },
    '1.3.3': {
      status: 'present',
      note: [
        'The work is shared between:',
        list(
          '- ',
          'the Council for Secure Networks, which the Prime Minister chairs and which meets four times a year at the palace or, in an emergency, within two hours at a place that is kept secret',
          'the Agency for Information Security',
          'the Regulator of Post and Telecommunications',
        ),
      ],
    },
    '1.3.4': {
      status: 'present',
      note: [
        'Exercises named Storm Glass were held in 2012 and 2013, with 41 bodies of the state and 19 companies. Their results are set against an index of readiness, which the Agency publishes.',
      ],
    },
    '1.4.1': {
      status: 'present',
      note: [
        'The Agency for Information Security funds research at three universities. Its guides on passwords, on the buying of software and on the disposal of old disks are used by both the public and the private sector.',
      ],
    },
    '1.4.2': {
      status: 'present',
      note: [
        'The programmes are many:',
        columns(
          '- ',
          ['a degree in network defence at the Naval Academy', 'Safe Click Week, every February'],
          ['evening classes for judges and prosecutors', 'a travelling exhibition for schools'],
        ),
        'More than 11 000 persons took part in one or the other during the year 2013.',
      ],
    },
    '1.4.3': {
      status: 'present',
      note: [
        'The kingdom has some 1 900 certified specialists in its service. About one third of them work in the tax administration.',
      ],
    },
    '1.4.4': {
      status: 'present',
      note: [
        'These bodies were certified under ISO/IEC 27001:',
        columns('-', ['Central Bank', 'Land Registry'], ['Customs'], ['Royal Mint', 'Weather Service']),
      ],
    },
    '1.5.1': {
      status: 'present',
      note: [
        'Agreements on the exchange of warnings are in force with:',
        columns('-', ['Estonia', 'Republic of Korea'], ['Uruguay', 'Côte d’Ivoire']),
      ],
      partners: ['EST', 'KOR', 'URY', 'CIV'],
    },
    '1.5.2': {
      status: 'present',
      note: [
        'All ministries use the platform Beacon, where they keep samples of malicious code, the traces of attacks and the addresses of experts on duty.',
      ],
    },
    '1.5.3': {
      status: 'present',
      note: [
        'Companies that run power stations, water works and railways sit with the Agency at the Round Table on Critical Works. What is said there is bound to secrecy by law.',
      ],
    },
    '1.5.4': {
      status: 'present',
      note: [
        'The kingdom takes part in:',
        list('- ', 'FIRST', 'ITU-IMPACT', 'the yearly drill of the Northern Lights group'),
      ],
    },
    '2.1': {
      status: 'present',
      note: [
        'Children online are protected by:',
        columns(
          '-',
          ['Penal Code (chapter 19)', 'Act on the Welfare of Minors'],
          ['Broadcasting and Games Act of the year 2005'],
        ),
      ],
    },
    '2.2': {
      status: 'present',
      note: [
        'Ixolund signed and ratified the Convention on the Rights of the Child. It ratified the Optional Protocol on the sale of children with a reservation to article 3.',
      ],
    },
    '2.3': {
      status: 'present',
      note: [
        'The Children’s House in the capital trains teachers and social workers, and has a branch in every county.',
      ],
    },
    '2.4': {
      status: 'present',
      note: ['Reports are taken by IxCERT and by the page report.ixolund.example of the police.'],
    },
  },
}
