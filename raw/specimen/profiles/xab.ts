import type { Specimen } from '../specimen.ts'

/** Brévaune and Toll: a title over two lines, justified text, accents, section 1.3.3 missing. */
export const xab: Specimen = {
  code: 'XAB',
  title: ['UNITED CANTONS OF BRÉVAUNE', 'AND TOLL'],
  look: { size: 10.5, justified: true, accent: '#7a1f3d', flag: ['#3d5a80', '#e0a458'] },
  population: { printed: '93, 400', value: 93400 },
  internetUsers: { printed: '41.9%', value: 41.9 },
  updated: { day: '07', ordinal: 'th', monthAndYear: 'November 2014', iso: '2014-11-07' },
  sections: {
    '1.1.1': {
      status: 'partial',
      note: [
        'The cantons do not have an act on cybercrime as such. Fraud by means of a computer is nevertheless punished under the general Penal Code, articles 140 to 143, and the theft of data under the Ordinance on the Post of 1987.',
      ],
    },
    '1.1.2': {
      status: 'planned',
      note: [
        'A bill on the protection of personal data was laid before the Assembly of Cantons in May and awaits its vote.',
      ],
    },
    '1.2.1': {
      status: 'planned',
      note: [
        'The Federal Chancery is setting up a response team. It will open in the autumn with a staff of five, two of them seconded by the police of Château-Brévaune.',
      ],
    },
    '1.2.2': {
      status: 'absent',
      note: ['There is no common framework by which the two cantons apply security standards.'],
    },
    '1.2.3': { status: 'absent', note: ['None.'] },
    '1.3.1': {
      status: 'planned',
      note: [
        'A strategy is being drafted by the Chancery together with both cantonal police forces; a first text is expected before the end of the year.',
      ],
    },
    '1.3.2': { status: 'absent', note: ['So far, no roadmap has been drawn up.'] },
    '1.3.4': {
      status: 'unknown',
      note: ['Whether an audit of the networks was ever carried out is not known.'],
    },
    '1.4.1': { status: 'absent', note: ['Research of this kind is not carried out in the cantons.'] },
    '1.4.2': {
      status: 'partial',
      note: [
        'There is no national programme of training. The Polytechnic of Saint-Ériau, however, offers an evening course on safe networks, which some forty clerks and technicians of the administration attend each year.',
      ],
    },
    '1.4.3': {
      status: 'unknown',
      note: ['No figures are available on how many officials hold a certificate.'],
    },
    '1.4.4': {
      status: 'unknown',
      note: ['No information could be obtained on certified agencies.'],
    },
    '1.5.1': {
      status: 'partial',
      note: [
        'There is no formal partnership with another state. The Chancery is however a member of the Forum of Small Networks, whose members warn each other of attacks.',
      ],
    },
    '1.5.2': {
      status: 'present',
      note: ['The chancelleries of both cantons keep a joint register of incidents.'],
    },
    '1.5.3': {
      status: 'absent',
      note: ['Nothing of the kind exists between the administration and private firms.'],
    },
    '1.5.4': { status: 'present', note: ['Brévaune and Toll is a member of ITU-IMPACT.'] },
    '2.1': {
      status: 'absent',
      note: ['The law of the cantons does not deal with the safety of children online.'],
    },
    '2.2': {
      status: 'present',
      note: [
        'The cantons acceded to the Convention on the Rights of the Child in 1994, without reservations.',
      ],
    },
    '2.3': {
      status: 'partial',
      note: [
        'No office has been given this task. A private foundation, Petit Phare, runs a helpline for families.',
      ],
    },
    '2.4': {
      status: 'absent',
      note: ['Children and parents have no place to report an incident.'],
    },
  },
}
