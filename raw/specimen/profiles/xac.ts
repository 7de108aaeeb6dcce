import type { Specimen } from '../specimen.ts'

/** Zwimmeria: one page, hardly anything in place, an empty section, a population that is not given. */
export const xac: Specimen = {
  code: 'XAC',
  title: ['ZWIMMERIA'],
  look: { size: 7.5, justified: false, accent: '#2f6b2f', flag: ['#264653'] },
  population: { printed: 'N/A', value: null },
  internetUsers: { printed: '12.5%', value: 12.5 },
  updated: { day: '8', ordinal: 'th', monthAndYear: 'JANUARY 2015', iso: '2015-01-08' },
  sections: {
    '1.1.1': { status: 'absent', note: ['None.'] },
    '1.1.2': {
      status: 'absent',
      note: ['Zwimmeria has neither rules on the protection of data nor a duty to report breaches.'],
    },
    '1.2.1': {
      status: 'absent',
      note: [
        'There is no response team. An assessment of how ready the island is to found one took place in 2012.',
      ],
    },
    '1.2.2': { status: 'absent', note: ['None.'] },
    '1.2.3': { status: 'absent', note: ['None at the moment.'] },
    '1.3.1': { status: 'absent', note: ['A strategy was never written.'] },
    '1.3.2': { status: 'absent', note: ['There is none.'] },
    '1.3.3': {
      status: 'partial',
      note: [
        'No agency is in charge of the whole field. The Harbour Office looks after the network of the government.',
      ],
    },
    '1.3.4': { status: 'absent', note: ['Nothing has been measured.'] },
    '1.4.1': { status: 'absent', note: ['None.'] },
    '1.4.2': { status: 'planned', note: ['Courses for clerks will begin in 2016.'] },
    '1.4.3': { status: 'unknown', note: ['The number is unknown.'] },
    '1.4.4': { status: 'not_reported', note: [] },
    '1.5.1': { status: 'absent', note: ['None.'] },
    '1.5.2': { status: 'absent', note: ['No such programme exists.'] },
    '1.5.3': { status: 'absent', note: ['Companies and offices share nothing so far.'] },
    '1.5.4': {
      status: 'present',
      note: ['Zwimmeria attended the regional drill of 2013 as an observer.'],
    },
    '2.1': { status: 'absent', note: ['None.'] },
    '2.2': {
      status: 'present',
      note: ['Party to the Convention on the Rights of the Child since 1990'],
    },
    '2.3': { status: 'absent', note: ['Nobody offers support of this kind.'] },
    '2.4': { status: 'absent', note: ['There is no way to report an incident.'] },
  },
}
