import type { Area, Pillar, Section } from './section.ts'

export * from './section.ts'

type Defaults = Pick<Section, 'printedNames' | 'nouns' | 'terms' | 'listItems' | 'unit'>
type Entry = Omit<Section, keyof Defaults | 'area' | 'pillar'> & Partial<Defaults>

/** The parts of the template, by how the codes of their sections begin. */
const PARTS: readonly { begins: string; area: Area; pillar: Pillar }[] = [
  { begins: '0', area: 'background', pillar: 'background' },
  { begins: '1.1', area: 'cybersecurity', pillar: 'legal' },
  { begins: '1.2', area: 'cybersecurity', pillar: 'technical' },
  { begins: '1.3', area: 'cybersecurity', pillar: 'organisational' },
  { begins: '1.4', area: 'cybersecurity', pillar: 'capacity' },
  { begins: '1.5', area: 'cybersecurity', pillar: 'cooperation' },
  { begins: '2', area: 'child_online_protection', pillar: 'child_protection' },
]

const ENTRIES = [
  {
    code: '0.1',
    indicator: 'population',
    name: 'Total population',
    question: 'figure',
    definition: 'The number of inhabitants that the profile prints.',
    unit: 'persons',
  },
  {
    code: '0.2',
    indicator: 'internet_users',
    name: 'Internet users',
    printedNames: ['INTERNET USERS, PERCENTAGE OF POPULATION'],
    question: 'figure',
    definition: 'The share of the population that uses the internet, as the profile prints it.',
    unit: 'percent',
  },
  {
    code: '1.1.1',
    indicator: 'criminal_legislation',
    name: 'Criminal legislation',
    question: 'document',
    nouns:
      'laws? legislations? acts? statutes? codes? provisions? instruments? articles? cybercrimes? crimes? offences?',
    terms: 'criminal penal cyber computer misuse electronic following through',
    definition: 'A criminal law, or part of one, deals with cybercrime.',
    listItems: 'instrument',
  },
  {
    code: '1.1.2',
    indicator: 'regulation_and_compliance',
    name: 'Regulation and compliance',
    printedNames: ['REGULATION AND COMPLIANCE', 'REGULATION'],
    question: 'document',
    nouns: 'regulations? laws? legislations? rules? acts? instruments? requirements?',
    terms:
      'compliance data protection privacy personal breach breaches notification certification electronic following through',
    definition:
      'A law or regulation deals with cybersecurity, data protection, breach notification or certification.',
    listItems: 'instrument',
  },
  {
    code: '1.2.1',
    indicator: 'cirt',
    name: 'CIRT',
    printedNames: ['CIRT', 'CIRT & RCC'],
    question: 'body',
    nouns: 'cirts? certs? csirts? teams? capability cent(?:re|er)s?',
    terms: 'computer cyber incident emergency response readiness assessment',
    definition: 'A national or sector incident response team (CIRT, CERT, CSIRT) works.',
    listItems: 'organisation',
  },
  {
    code: '1.2.2',
    indicator: 'standards',
    name: 'Standards',
    question: 'document',
    nouns: 'frameworks? standards?',
    terms: 'implementing implementation applying application implement cyber',
    definition: 'A framework for applying international cybersecurity standards is in force.',
    listItems: 'instrument',
  },
  {
    code: '1.2.3',
    indicator: 'certification',
    name: 'Certification',
    question: 'document',
    nouns: 'frameworks? schemes? certifications? accreditations? programs? programmes?',
    terms: 'certifying agency agencies professionals bod(?:y|ies)',
    definition: 'A framework for certifying and accrediting agencies and professionals is in force.',
    listItems: 'organisation',
  },
  {
    code: '1.3.1',
    indicator: 'policy',
    name: 'Policy',
    question: 'document',
    nouns: 'strateg(?:y|ies) polic(?:y|ies) plans?',
    terms: 'cyber ict action master',
    definition:
      'A national cybersecurity strategy or policy, or an adopted plan that covers it, is in force.',
    listItems: 'instrument',
  },
  {
    code: '1.3.2',
    indicator: 'governance_roadmap',
    name: 'Roadmap for governance',
    question: 'document',
    nouns: 'roadmaps? strateg(?:y|ies) plans?',
    terms: 'governance road map cyber',
    definition: 'A roadmap for the governance of cybersecurity exists, or is named as serving as one.',
    listItems: 'instrument',
  },
  {
    code: '1.3.3',
    indicator: 'responsible_agency',
    name: 'Responsible agency',
    question: 'body',
    nouns: 'agenc(?:y|ies) bod(?:y|ies) authorit(?:y|ies) institutions? organi[sz]ations?',
    terms: 'responsible implementing implementation charge strategy policy roadmap cyber',
    definition: 'An agency is responsible for carrying out the cybersecurity strategy, policy or roadmap.',
    listItems: 'organisation',
  },
  {
    code: '1.3.4',
    indicator: 'national_benchmarking',
    name: 'National benchmarking',
    question: 'activity',
    nouns: 'benchmark(?:s|ing)? referentials? exercises? audits? surveys? index(?:es)?',
    terms: 'measure measuring measurement development used level maturity cyber',
    definition: 'Cybersecurity development is measured by exercises, audits or a referential.',
    listItems: 'organisation',
  },
  {
    code: '1.4.1',
    indicator: 'standardisation_development',
    name: 'Standardisation development',
    printedNames: ['STANDARDISATION DEVELOPMENT', 'STANDARDIZATION DEVELOPMENT'],
    question: 'activity',
    nouns: 'programs? programmes? projects? research',
    terms: 'development r&d r best practice practices guidelines standards applied either cyber',
    definition: 'Research and development for cybersecurity standards, practices or guidelines takes place.',
    listItems: 'organisation',
  },
  {
    code: '1.4.2',
    indicator: 'manpower_development',
    name: 'Manpower development',
    question: 'activity',
    nouns: 'programs? programmes? courses? trainings? campaigns? education workshops?',
    terms:
      'educational professional professionals raising awareness general higher promoting promote certification cyber online schools',
    definition: 'Training, courses or awareness work on cybersecurity takes place.',
    listItems: 'programme',
  },
  {
    code: '1.4.3',
    indicator: 'professional_certification',
    name: 'Professional certification',
    question: 'count',
    nouns: 'professionals? officials? officers? experts? staff employees',
    terms: 'certified certification certifications certificates? certifying programs under number exact',
    definition: 'Public sector professionals hold recognised cybersecurity certificates.',
  },
  {
    code: '1.4.4',
    indicator: 'agency_certification',
    name: 'Agency certification',
    question: 'count',
    nouns: 'agenc(?:y|ies) bod(?:y|ies) institutions? organi[sz]ations?',
    terms: 'certified certification certificates? certifying standards under',
    definition: 'Public agencies are certified under recognised cybersecurity standards.',
    listItems: 'organisation',
  },
  {
    code: '1.5.1',
    indicator: 'intra_state_cooperation',
    name: 'Intra-state cooperation',
    question: 'activity',
    nouns: 'partnerships? frameworks? agreements? cooperation memorand(?:um|a)',
    terms: 'facilitate sharing share assets across borders other nation nations states state countries',
    definition: 'Partnerships to share cybersecurity assets with other states or across borders exist.',
    listItems: 'organisation',
    partners: true,
  },
  {
    code: '1.5.2',
    indicator: 'intra_agency_cooperation',
    name: 'Intra-agency cooperation',
    question: 'activity',
    nouns: 'programs? programmes? frameworks? platforms? mechanisms? cooperation',
    terms: 'sharing share assets within agency agencies',
    definition: 'Cybersecurity assets are shared within the public sector.',
    listItems: 'organisation',
  },
  {
    code: '1.5.3',
    indicator: 'public_sector_partnership',
    name: 'Public sector partnership',
    question: 'activity',
    nouns: 'programs? programmes? frameworks? platforms? mechanisms? partnerships? cooperation',
    terms: 'sharing share assets within between sectors',
    definition: 'Cybersecurity assets are shared between the public and the private sector.',
    listItems: 'organisation',
  },
  {
    code: '1.5.4',
    indicator: 'international_cooperation',
    name: 'International cooperation',
    question: 'membership',
    nouns: 'initiatives? cooperation memberships?',
    terms: 'participation drill forum access relevant services other cyber',
    definition:
      'The country belongs to, or takes part in, international cybersecurity bodies, drills or forums.',
    listItems: 'membership',
  },
  {
    code: '2.1',
    indicator: 'child_protection_legislation',
    name: 'National legislation',
    printedNames: ['NATIONAL LEGISLATION', 'NATIONAL LEGISLATION AND STRATEGY'],
    question: 'document',
    nouns: 'laws? legislations? acts? statutes? codes? provisions? instruments? articles?',
    terms: 'child children online protection internet following through strategy',
    definition: 'A law, or part of one, deals with child online protection.',
    listItems: 'instrument',
  },
  {
    code: '2.2',
    indicator: 'child_rights_convention',
    name: 'UN Convention and Protocol',
    question: 'treaty',
    nouns: 'conventions? protocols?',
    terms: 'rights child children online protection optional sale prostitution pornography articles',
    definition: 'The country acceded to, ratified or signed the Convention on the Rights of the Child.',
    listItems: 'treaty',
  },
  {
    code: '2.3',
    indicator: 'child_protection_support',
    name: 'Institutional support',
    question: 'help',
    nouns: 'agenc(?:y|ies) bod(?:y|ies) institutions? organi[sz]ations? offices? units?',
    terms:
      'responsible offers? offering provides? providing institutional intuitional support supporting supports child children online protection internet',
    definition: 'A body offers institutional support on child online protection.',
    listItems: 'organisation',
  },
  {
    code: '2.4',
    indicator: 'child_protection_reporting',
    name: 'Reporting mechanism',
    question: 'help',
    nouns: 'websites? hotlines? helplines? agenc(?:y|ies) mechanisms? channels? avenues?',
    terms:
      'offers? responsible report reported reports reporting receiving receive incidents? complaints? related relating child children online protection internet where line',
    definition: 'A body, team or website takes reports of incidents related to child online protection.',
    listItems: 'organisation',
    hasContacts: true,
  },
] as const satisfies readonly Entry[]

/** The code of a catalogue entry. */
export type SectionCode = (typeof ENTRIES)[number]['code']

/** The sections in the order of the template: two background figures, then the 21 numbered sections. */
export const SECTIONS: readonly (Section & { readonly code: SectionCode })[] = PARTS.flatMap(
  ({ begins, area, pillar }) =>
    ENTRIES.filter(({ code }) => code.startsWith(begins)).map((entry) => ({
      ...{ printedNames: [entry.name.toUpperCase()], nouns: '', terms: '', listItems: null, unit: null },
      ...entry,
      area,
      pillar,
    })),
)

export const SECTION_CODES: readonly SectionCode[] = SECTIONS.map((section) => section.code)

/** The parent headings of the template, which hold no text of their own. */
export const PARENT_HEADINGS: Readonly<Record<string, string>> = {
  '1': 'CYBERSECURITY',
  '1.1': 'LEGAL MEASURES',
  '1.2': 'TECHNICAL MEASURES',
  '1.3': 'ORGANIZATION MEASURES',
  '1.4': 'CAPACITY BUILDING',
  '1.5': 'COOPERATION',
  '2': 'CHILD ONLINE PROTECTION',
}

/** The title of a profile as the pattern of what documents print. */
export const TITLE_PATTERN = 'CYBER\\s*-?\\s*WELL?NESS\\s+(?:COUNTRY\\s+)?PROFILE'

/** The catalogue entry of a section code, or undefined for a code outside the catalogue. */
export const sectionByCode = (code: string): Section | undefined =>
  SECTIONS.find((section) => section.code === code)
