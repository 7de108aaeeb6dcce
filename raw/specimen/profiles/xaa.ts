import { columns, list, type Specimen } from '../specimen.ts'

/** Qelvara: well equipped; two columns, wrapped entries, a note that ends in a number. */
export const xaa: Specimen = {
  code: 'XAA',
  title: ['REPUBLIC OF QELVARA'],
  look: { size: 10, justified: false, accent: '#1f497d', flag: ['#1b7f79', '#f4f1de', '#c8553d'] },
  population: { printed: '1 204 000', value: 1204000 },
  internetUsers: { printed: '75.2344%', value: 75.2344 },
  updated: { day: '12', ordinal: 'th', monthAndYear: 'August 2014', iso: '2014-08-12' },
  sections: {
    '1.1.1': {
      status: 'present',
      note: [
        'These acts deal with crime committed by computer:',
        columns(
          '-',
          ['Computer Misuse Act', 'Electronic Evidence Act of 2009', 'Payment Cards Act'],
          [
            'Penal Code (chapter on data, devices and the secrecy of messages)',
            'Interception of Messages Act of 1999',
          ],
        ),
      ],
    },
    '1.1.2': {
      status: 'present',
      note: [
        'Operators and banks follow these rules on the security of data:',
        list(
          '-',
          'Data Care Act',
          'Order of the Telecom Office on the reporting of breaches by the operators of public networks and by the firms that run data centres for the state',
          'Electronic Signature Act',
        ),
      ],
    },
    '1.2.1': {
      status: 'present',
      note: [
        'The national team is called QelCIRT. The Telecom Office hosts it, and it has worked round the clock since 2011.',
      ],
    },
    '1.2.2': {
      status: 'present',
      note: [
        'The Standards Bureau adopted ISO/IEC 27001 and ISO/IEC 27002 as national standards, and every ministry applies them.',
      ],
    },
    '1.2.3': {
      status: 'absent',
      note: ['No scheme exists in Qelvara for certifying agencies or specialists.'],
    },
    '1.3.1': {
      status: 'present',
      note: ['The government adopted the Safe Networks Strategy in 2013. It covers the years up to 2018.'],
    },
    '1.3.2': {
      status: 'present',
      note: ['Part four of the Safe Networks Strategy serves as the roadmap for governance.'],
    },
    '1.3.3': {
      status: 'present',
      note: ['The Office for Digital Safety answers for carrying out the strategy.'],
    },
    '1.3.4': {
      status: 'planned',
      note: ['A first audit of the ministries is planned for next year.'],
    },
    '1.4.1': {
      status: 'present',
      note: [
        'The Technical College at Lower Quay studies secure protocols and publishes guides for small firms.',
      ],
    },
    '1.4.2': {
      status: 'present',
      note: [
        'Two universities teach network security. The Office for Digital Safety holds courses for teachers every spring, and a bus with a classroom on board tours the villages.',
      ],
    },
    '1.4.3': {
      status: 'present',
      note: ['The public service employs 214 specialists who hold an international certificate.'],
    },
    '1.4.4': { status: 'absent', note: ['To date no public agency has been certified.'] },
    '1.5.1': {
      status: 'present',
      note: ['QelCIRT exchanges warnings with the teams of Portugal, Japan and New Zealand.'],
      partners: ['PRT', 'JPN', 'NZL'],
    },
    '1.5.2': {
      status: 'present',
      note: ['Ministries share data on incidents over a closed network named Lantern.'],
    },
    '1.5.3': {
      status: 'partial',
      note: [
        'There is no programme for sharing with companies. The banks and QelCIRT meet every month, however, to compare attacks.',
      ],
    },
    '1.5.4': {
      status: 'present',
      note: ['Qelvara joined ITU-IMPACT in 2010 and takes part in its drills. QelCIRT is a member of FIRST.'],
    },
    '2.1': {
      status: 'present',
      note: [
        'Two acts protect children on the internet:',
        list('-', 'Protection of Minors Act (section on networks)', 'Penal Code (section 88)'),
      ],
    },
    '2.2': {
      status: 'present',
      note: [
        'Qelvara ratified the Convention on the Rights of the Child in 1992. It signed the Optional Protocol on the sale of children in 2003.',
      ],
    },
    '2.3': {
      status: 'present',
      note: ['The Ombudsman for Children gives advice to schools and parents.'],
    },
    '2.4': {
      status: 'present',
      note: ['Incidents can be reported at the website childline.example or by telephone: 1717'],
    },
  },
}
