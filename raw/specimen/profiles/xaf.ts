import { columns, list, type Specimen } from '../specimen.ts'

/** Ñuvalé: accents throughout, denials beside things that do part of the job, bullets with a hanging indent. */
export const xaf: Specimen = {
  code: 'XAF',
  title: ['REPUBLIC OF ÑUVALÉ'],
  look: { size: 10, justified: true, accent: '#8a4b08', flag: ['#e76f51', '#2a9d8f'] },
  population: { printed: '2 045 310', value: 2045310 },
  internetUsers: { printed: '31.07%', value: 31.07 },
  updated: { day: '19', ordinal: 'th', monthAndYear: 'January 2015', iso: '2015-01-19' },
  sections: {
    '1.1.1': {
      status: 'partial',
      note: [
        'Ñuvalé has no law on crime in networks. Some offences fall under article 214 of the Código Penal, others under the Ley de Correos of 1979.',
      ],
    },
    '1.1.2': {
      status: 'partial',
      note: [
        'No rule obliges firms to report a breach. Banks, however, must follow Circular Nº 9 on the care of the data of their customers.',
      ],
    },
    '1.2.1': {
      status: 'partial',
      note: [
        'Ñuvalé does not have a national team of its own. It is a member of CIRT-Archipiélago, the regional team, which serves seven islands from Puerto Ánfora.',
      ],
    },
    '1.2.2': {
      status: 'partial',
      note: [
        'A framework for the whole country does not exist, although the Banco de Ñuvalé makes every bank apply ISO/IEC 27001.',
      ],
    },
    '1.2.3': { status: 'absent', note: ['Ñuvalé does not certify agencies or professionals.'] },
    '1.3.1': {
      status: 'partial',
      note: [
        'There is no strategy for this field alone. The Plan Digital 2012–2016, which the Congress adopted, has a chapter on it.',
      ],
    },
    '1.3.2': { status: 'planned', note: ['A roadmap is to be presented in the second half of 2015.'] },
    '1.3.3': {
      status: 'present',
      note: [
        'Three bodies share the task:',
        list(
          '•\t',
          'Ministerio de Gobierno, Dirección de Informática, which writes the rules for public offices and has kept the register of incidents since the reform of the administration',
          'Policía Nacional, Unidad de Delitos en Línea',
          'Autoridad de Telecomunicaciones de Ñuvalé',
        ),
      ],
    },
    '1.3.4': { status: 'absent', note: ['The country has not compared itself with others.'] },
    '1.4.1': { status: 'absent', note: ['None.'] },
    '1.4.2': {
      status: 'present',
      note: [
        'Training and awareness work consist of:',
        columns(
          '•\t',
          ['Semana Segura, a week of talks in schools', 'a diploma course at the Universidad Técnica'],
          ['spots on Radio Ánfora', 'leaflets in three languages for fishermen and market women'],
        ),
        'The Ministerio de Educación pays for all of them out of a levy on the sale of mobile telephones.',
      ],
    },
    '1.4.3': {
      status: 'unknown',
      note: ['There are no statistics on certified staff.'],
    },
    '1.4.4': {
      status: 'present',
      note: ['One agency, the Dirección de Aduanas, was certified under ISO/IEC 27001 in 2013.'],
    },
    '1.5.1': {
      status: 'present',
      note: [
        'Warnings are exchanged with the national teams of Brazil and Spain and, since 2014, with São Tomé and Príncipe.',
      ],
      partners: ['BRA', 'ESP', 'STP'],
    },
    '1.5.2': {
      status: 'partial',
      note: [
        'A programme for all agencies does not exist. Only the customs and the police exchange data, under a memorandum of 2010.',
      ],
    },
    '1.5.3': {
      status: 'planned',
      note: ['Talks with the operators on a joint centre have begun; it should open in 2017.'],
    },
    '1.5.4': {
      status: 'present',
      note: ['Ñuvalé takes part in the forums and drills of ITU-IMPACT.'],
    },
    '2.1': {
      status: 'partial',
      note: [
        'There is no law that speaks of children online. The Código de la Niñez protects minors from abuse in general.',
      ],
    },
    '2.2': {
      status: 'present',
      note: ['The Congress approved accession to the Convention on the Rights of the Child in 1990.'],
    },
    '2.3': {
      status: 'partial',
      note: [
        'No official body exists. The association Niñas y Niños Primero advises families free of charge.',
      ],
    },
    '2.4': {
      status: 'present',
      note: ['The Unidad de Delitos en Línea receives reports day and night.'],
    },
  },
}
