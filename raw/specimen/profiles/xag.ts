import { list, type Specimen } from '../specimen.ts'

/** Folio Islands: little is known; other wordings of headings, an empty section, two sections missing. */
export const xag: Specimen = {
  code: 'XAG',
  title: ['FOLIO ISLANDS (FEDERATION OF)'],
  look: { size: 10.5, justified: false, accent: '#005f73', flag: ['#0a9396', '#e9d8a6', '#0a9396'] },
  population: { printed: '18 250', value: 18250 },
  internetUsers: { printed: '23.00%', value: 23 },
  updated: { day: '30', ordinal: 'th', monthAndYear: 'September 2014', iso: '2014-09-30' },
  sections: {
    '1.1.1': {
      status: 'absent',
      note: ['Acts on cybercrime in force on the islands:', list('- ', 'None.')],
    },
    '1.1.2': {
      heading: ['REGULATION'],
      status: 'unknown',
      note: ['No information was supplied on rules for the protection of data.'],
    },
    '1.2.1': {
      heading: ['CIRT & RCC'],
      status: 'unknown',
      note: ['It is not known whether a response team exists.'],
    },
    '1.2.2': { status: 'unknown', note: ['Information on standards is not available.'] },
    '1.2.3': { status: 'unknown', note: ['No data are available.'] },
    '1.3.1': { status: 'absent', note: ['The islands have never had a policy of this kind.'] },
    '1.3.2': { status: 'absent', note: ['None exists.'] },
    '1.3.3': {
      status: 'present',
      note: ['Questions of cybersecurity fall to the Postmaster of the islands.'],
    },
    '1.3.4': { status: 'unknown', note: ['No record of any audit could be found.'] },
    '1.4.1': { heading: ['STANDARDIZATION DEVELOPMENT'], status: 'not_reported', note: [] },
    '1.4.2': {
      status: 'present',
      note: [
        'The Library of Quarto Island teaches the safe use of the internet each winter. Its courses reached 310 islanders in 2013.',
      ],
    },
    '1.4.3': {
      status: 'unknown',
      note: ['The exact number of certified officials is not available.'],
    },
    '1.4.4': {
      status: 'unknown',
      note: ['There is no information on the certification of public agencies.'],
    },
    '1.5.1': {
      status: 'unknown',
      note: ['The sources consulted contain no information on partnerships with other states.'],
    },
    '1.5.4': {
      status: 'absent',
      note: ['The federation is not a member of any international body in this field.'],
    },
    '2.1': {
      heading: ['NATIONAL LEGISLATION AND STRATEGY'],
      status: 'absent',
      note: ['No law on the protection of children online has been passed.'],
    },
    '2.2': {
      status: 'present',
      note: ['The federation signed the Convention on the Rights of the Child on 4 May 1995.'],
    },
    '2.3': { status: 'unknown', note: ['Information on such a body is lacking.'] },
    '2.4': {
      status: 'absent',
      note: ['The islands offer no means of reporting incidents.'],
    },
  },
}
