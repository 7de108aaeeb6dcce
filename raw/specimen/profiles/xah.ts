import { list, type Specimen } from '../specimen.ts'

/** Thrupmark: long notes that break over pages, lines that end in numbers, one sentence that is hard to judge. */
export const xah: Specimen = {
  code: 'XAH',
  title: ['GRAND DUCHY OF THRUPMARK'],
  look: { size: 10.5, justified: true, accent: '#4a2c6f', flag: ['#b5179e', '#f7b801', '#3f37c9'] },
  population: { printed: '8 310 400', value: 8310400 },
  internetUsers: { printed: '57.75%', value: 57.75 },
  updated: { day: '22', ordinal: 'nd', monthAndYear: 'December 2014', iso: '2014-12-22' },
  sections: {
    '1.1.1': {
      status: 'present',
      note: [
        'Chapter 9 of the Penal Code punishes unlawful access to computers, damage to data and fraud by computer. It was last amended in 2011.',
      ],
    },
    '1.1.2': {
      status: 'present',
      note: [
        'The following texts bind those who keep data:',
        list('-', 'Data Protection Act 2003', 'Electronic Communications Act 2007', 'Payments Order 41/2012'),
      ],
    },
    '1.2.1': {
      // Two negations that undo each other: a team there is.
      status: 'present',
      note: [
        'It would be wrong to say that Thrupmark lacks a response team, for the cable company runs one that serves every ministry.',
      ],
    },
    '1.2.2': {
      status: 'present',
      note: [
        'The Ducal Council ordered all departments in 2010 to work by ISO/IEC 27001. By the end of 2013 about 2.1 per cent of the budget of each department went into this work.',
      ],
    },
    '1.2.3': {
      status: 'planned',
      note: [
        'Thrupmark is developing a scheme of certification, which will be tried in two departments first.',
      ],
    },
    '1.3.1': {
      status: 'present',
      note: [
        'A strategy was adopted in 2011, and a new one is being written that will replace it in 2016. The present text rests on four pillars: good laws, able people, sound technology and trust between the state and its citizens. For each pillar it names what is to be done, by whom, by when and at what cost. The Ducal Council hears a report on it every quarter, and the report is made public after a month, with those parts left out that might help an attacker. Towns and parishes are invited, though not obliged, to write plans of their own along the same lines, and 61 of 94 have done so.',
      ],
    },
    '1.3.2': {
      status: 'present',
      note: ['An annex of the strategy lays down the roadmap, from the first steps to the review of 2016.'],
    },
    '1.3.3': {
      status: 'present',
      note: ['The Chamber for Security in Networks carries out the strategy.'],
    },
    '1.3.4': {
      status: 'partial',
      note: [
        'Thrupmark does not run any benchmarking of the whole duchy. The central bank tests the defences of the banks once a year.',
      ],
    },
    '1.4.1': {
      status: 'present',
      note: [
        'The Institute of Weights, Measures and Codes takes part in the drafting of standards and tries out new ones in its laboratory.',
      ],
    },
    '1.4.2': {
      status: 'present',
      note: [
        'Training reaches people at every age. Pupils learn in the fifth form how to choose a password and how to tell a true letter from a false one. Apprentices in commerce sit an examination on the care of data. The University of Upper Thrup grants a degree in the security of systems, and its students spend a term with the cable company or with the police. Officials must attend a course of two days before they are given an account, and another of one day every three years. For the old, volunteers hold open afternoons in the reading rooms of 140 villages, with tea and much patience. The Chamber for Security in Networks pays for the materials and prints them anew each year, in large type and in plain words, so that nobody is left behind. A travelling theatre plays the comedy of the stolen purse, in which a miller loses all that he owns to a voice on the telephone and wins it back by wit. Last year it was seen by 23 000.',
        'Companies send their staff to the same courses against a fee.',
      ],
    },
    '1.4.3': {
      status: 'present',
      note: ['At the end of 2013 the number of officials with a certificate stood at\n412'],
    },
    '1.4.4': {
      status: 'absent',
      note: ['Not one agency of the duchy holds a certificate.'],
    },
    '1.5.1': {
      status: 'present',
      note: [
        'Thrupmark has memoranda of understanding with the United States, South Africa and Viet Nam, under which experts are lent for up to six months.',
      ],
      partners: ['USA', 'ZAF', 'VNM'],
    },
    '1.5.2': {
      status: 'absent',
      note: ['Departments do not share such assets with each other.'],
    },
    '1.5.3': {
      status: 'present',
      note: [
        'Under a contract of 2012 the cable company lends its tools and its staff to the state. The contract runs for five years.',
      ],
    },
    '1.5.4': {
      status: 'present',
      note: ['Thrupmark is a member of FIRST and of ITU-IMPACT, and played in the drills of 2012 and 2014.'],
    },
    '2.1': {
      status: 'present',
      note: [
        'Child online protection rests on:',
        list(
          '- ',
          'Chapter 11 of the Penal Code, on offences against persons below the age of sixteen, with the additions made by the Act of 2008 on pictures and on the approach of children over networks',
          'Youth Media Act 2010',
        ),
      ],
    },
    '2.2': {
      status: 'planned',
      note: [
        'The act by which the duchy will accede to the Convention on the Rights of the Child is before the Estates.',
      ],
    },
    '2.3': {
      status: 'present',
      note: ['The Guardian of Children, an office created in 1998, supports schools, parents and courts.'],
    },
    '2.4': {
      status: 'present',
      note: ['Whoever meets with such an incident can turn to the Guardian of Children, room 7'],
    },
  },
}
