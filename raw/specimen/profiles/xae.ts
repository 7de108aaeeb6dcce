import { columns, list, type Specimen } from '../specimen.ts'

/** Quimbosa: nearly everything is under way; lists of bills alone, and one act in force among bills. */
export const xae: Specimen = {
  code: 'XAE',
  title: ['QUIMBOSA'],
  look: { size: 10, justified: false, accent: '#0b6e4f', flag: ['#08a045', '#fbc02d', '#08a045', '#21252b'] },
  population: { printed: '28 705 100', value: 28705100 },
  internetUsers: { printed: '8%', value: 8 },
  updated: { day: '2', ordinal: 'nd', monthAndYear: 'March 2015', iso: '2015-03-02' },
  sections: {
    '1.1.1': {
      status: 'planned',
      note: [
        'Parliament deals with cybercrime in these texts:',
        list(
          '-',
          'Draft Act on Offences by Computer',
          'Cybercrime Bill of 2014',
          'Bill on Evidence in Electronic Form',
        ),
      ],
    },
    '1.1.2': {
      status: 'present',
      note: [
        'The rules on data and networks are:',
        columns(
          '-',
          ['Data Protection Bill', 'Telecommunications Act of 2006'],
          ['Draft Order on Encryption'],
        ),
      ],
    },
    '1.2.1': {
      status: 'planned',
      note: ['Quimbosa is in the process of founding a team by the name of QuiCIRT.'],
    },
    '1.2.2': {
      status: 'planned',
      note: ['Standards for public offices will be issued as soon as the new agency has been created.'],
    },
    '1.2.3': { status: 'planned', note: ['A scheme for certifying specialists is under preparation.'] },
    '1.3.1': {
      status: 'planned',
      note: [
        'The draft strategy was forwarded to the Council of Ministers in June 2014 and has not been adopted yet.',
      ],
    },
    '1.3.2': {
      status: 'planned',
      note: ['A roadmap does not exist. It will form a chapter of the coming strategy.'],
    },
    '1.3.3': {
      status: 'partial',
      note: [
        'No agency has been named so far. A committee of three ministries deals with the security of networks for the time being.',
      ],
    },
    '1.3.4': { status: 'absent', note: ['Quimbosa has never held an exercise of this kind.'] },
    '1.4.1': { status: 'absent', note: ['There are no projects of research.'] },
    '1.4.2': {
      status: 'planned',
      note: [
        'The University of Tamba Reach intends to open a course on the security of networks in 2016. A campaign on the radio is being prepared.',
      ],
    },
    '1.4.3': {
      status: 'unknown',
      note: ['Quimbosa does not know the number of its certified specialists.'],
    },
    '1.4.4': { status: 'unknown', note: ['Information on this point is not available.'] },
    '1.5.1': {
      status: 'planned',
      note: [
        'No agreement is in force. One on the exchange of warnings is being negotiated with Peru and Mexico.',
      ],
      partners: ['PER', 'MEX'],
    },
    '1.5.2': { status: 'planned', note: ['A common portal for all ministries is under development.'] },
    '1.5.3': { status: 'absent', note: ['Quimbosa has no such programme.'] },
    '1.5.4': {
      status: 'planned',
      note: ['Quimbosa has applied for membership of FIRST and awaits the decision.'],
    },
    '2.1': {
      status: 'planned',
      note: [
        'Child online protection is treated in:',
        list('-', 'Children’s Internet Bill', 'Draft Decree on Cybercafés'),
      ],
    },
    '2.2': {
      status: 'present',
      note: [
        'Quimbosa acceded to the Convention on the Rights of the Child in 1991. It has not signed the Optional Protocol.',
      ],
    },
    '2.3': {
      status: 'planned',
      note: ['An office for the protection of minors will be opened within the Ministry of Families.'],
    },
    '2.4': { status: 'planned', note: ['The police are building a website for reports.'] },
  },
}
