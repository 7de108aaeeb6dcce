/** What an item is. */
export type ItemKind =
  | 'instrument'
  | 'organisation'
  | 'programme'
  | 'standard'
  | 'partner_country'
  | 'membership'
  | 'event'
  | 'treaty'
  | 'contact'

export const ITEM_KINDS = [
  'instrument',
  'organisation',
  'programme',
  'standard',
  'partner_country',
  'membership',
  'event',
  'treaty',
  'contact',
] as const satisfies readonly ItemKind[]

export const PILLARS = [
  'background',
  'legal',
  'technical',
  'organisational',
  'capacity',
  'cooperation',
  'child_protection',
] as const
export type Pillar = (typeof PILLARS)[number]

export const AREAS = ['background', 'cybersecurity', 'child_online_protection'] as const
export type Area = (typeof AREAS)[number]

/** What a catalogue entry asks for: a thing that exists or not, or a figure. */
export type SectionQuestion =
  /** A law, policy or other document: a committee at work on it is a plan. */
  | 'document'
  /** A team, agency or other body: a committee at work on it does part of its job. */
  | 'body'
  /** Programmes, training, exercises and other doings. */
  | 'activity'
  /** Certified people or agencies, which may be counted. */
  | 'count'
  /** Accession to, or membership of, something. */
  | 'accession'
  /** A number printed in the background block. */
  | 'figure'

/** One entry of the section catalogue: everything that the pipeline and the codebook know about a section. */
export interface Section {
  /** The printed number (`1.1.1`), or the code of a background figure (`0.1`). */
  readonly code: string
  /** The short name that heads its column in the matrix (`criminal_legislation`). */
  readonly indicator: string
  /** The English name used in the tables. */
  readonly name: string
  /** Headings seen in print, without their number, in capitals. */
  readonly printedNames: readonly string[]
  readonly area: Area
  readonly pillar: Pillar
  readonly question: SectionQuestion
  /** What `present` means here, in one sentence. */
  readonly definition: string
  /** The kind of a list entry whose own words tell none; null where lists are not read as items. */
  readonly listItems: ItemKind | null
  /** Whether countries that the note names are partners. */
  readonly partners?: true
  /** The unit of a background figure. */
  readonly unit: string | null
}

/** The sections in the order of the template: two background figures, then the 21 numbered sections. */
export const SECTIONS = [
  {
    code: '0.1',
    indicator: 'population',
    name: 'Total population',
    printedNames: ['TOTAL POPULATION'],
    area: 'background',
    pillar: 'background',
    question: 'figure',
    definition: 'The number of inhabitants that the profile prints.',
    listItems: null,
    unit: 'persons',
  },
  {
    code: '0.2',
    indicator: 'internet_users',
    name: 'Internet users',
    printedNames: ['INTERNET USERS, PERCENTAGE OF POPULATION'],
    area: 'background',
    pillar: 'background',
    question: 'figure',
    definition: 'The share of the population that uses the internet, as the profile prints it.',
    listItems: null,
    unit: 'percent',
  },
  {
    code: '1.1.1',
    indicator: 'criminal_legislation',
    name: 'Criminal legislation',
    printedNames: ['CRIMINAL LEGISLATION'],
    area: 'cybersecurity',
    pillar: 'legal',
    question: 'document',
    definition: 'A criminal law, or part of one, deals with cybercrime.',
    listItems: 'instrument',
    unit: null,
  },
  {
    code: '1.1.2',
    indicator: 'regulation_and_compliance',
    name: 'Regulation and compliance',
    printedNames: ['REGULATION AND COMPLIANCE', 'REGULATION'],
    area: 'cybersecurity',
    pillar: 'legal',
    question: 'document',
    definition:
      'A law or regulation deals with cybersecurity, data protection, breach notification or certification.',
    listItems: 'instrument',
    unit: null,
  },
  {
    code: '1.2.1',
    indicator: 'cirt',
    name: 'CIRT',
    printedNames: ['CIRT', 'CIRT & RCC'],
    area: 'cybersecurity',
    pillar: 'technical',
    question: 'body',
    definition: 'A national or sector incident response team (CIRT, CERT, CSIRT) works.',
    listItems: 'organisation',
    unit: null,
  },
  {
    code: '1.2.2',
    indicator: 'standards',
    name: 'Standards',
    printedNames: ['STANDARDS'],
    area: 'cybersecurity',
    pillar: 'technical',
    question: 'document',
    definition: 'A framework for applying international cybersecurity standards is in force.',
    listItems: 'instrument',
    unit: null,
  },
  {
    code: '1.2.3',
    indicator: 'certification',
    name: 'Certification',
    printedNames: ['CERTIFICATION'],
    area: 'cybersecurity',
    pillar: 'technical',
    question: 'document',
    definition: 'A framework for certifying and accrediting agencies and professionals is in force.',
    listItems: 'organisation',
    unit: null,
  },
  {
    code: '1.3.1',
    indicator: 'policy',
    name: 'Policy',
    printedNames: ['POLICY'],
    area: 'cybersecurity',
    pillar: 'organisational',
    question: 'document',
    definition:
      'A national cybersecurity strategy or policy, or an adopted plan that covers it, is in force.',
    listItems: 'instrument',
    unit: null,
  },
  {
    code: '1.3.2',
    indicator: 'governance_roadmap',
    name: 'Roadmap for governance',
    printedNames: ['ROADMAP FOR GOVERNANCE'],
    area: 'cybersecurity',
    pillar: 'organisational',
    question: 'document',
    definition: 'A roadmap for the governance of cybersecurity exists, or is named as serving as one.',
    listItems: 'instrument',
    unit: null,
  },
  {
    code: '1.3.3',
    indicator: 'responsible_agency',
    name: 'Responsible agency',
    printedNames: ['RESPONSIBLE AGENCY'],
    area: 'cybersecurity',
    pillar: 'organisational',
    question: 'body',
    definition: 'An agency is responsible for carrying out the cybersecurity strategy, policy or roadmap.',
    listItems: 'organisation',
    unit: null,
  },
  {
    code: '1.3.4',
    indicator: 'national_benchmarking',
    name: 'National benchmarking',
    printedNames: ['NATIONAL BENCHMARKING'],
    area: 'cybersecurity',
    pillar: 'organisational',
    question: 'activity',
    definition: 'Cybersecurity development is measured by exercises, audits or a referential.',
    listItems: 'organisation',
    unit: null,
  },
  {
    code: '1.4.1',
    indicator: 'standardisation_development',
    name: 'Standardisation development',
    printedNames: ['STANDARDISATION DEVELOPMENT', 'STANDARDIZATION DEVELOPMENT'],
    area: 'cybersecurity',
    pillar: 'capacity',
    question: 'activity',
    definition: 'Research and development for cybersecurity standards, practices or guidelines takes place.',
    listItems: 'organisation',
    unit: null,
  },
  {
    code: '1.4.2',
    indicator: 'manpower_development',
    name: 'Manpower development',
    printedNames: ['MANPOWER DEVELOPMENT'],
    area: 'cybersecurity',
    pillar: 'capacity',
    question: 'activity',
    definition: 'Training, courses or awareness work on cybersecurity takes place.',
    listItems: 'programme',
    unit: null,
  },
  {
    code: '1.4.3',
    indicator: 'professional_certification',
    name: 'Professional certification',
    printedNames: ['PROFESSIONAL CERTIFICATION'],
    area: 'cybersecurity',
    pillar: 'capacity',
    question: 'count',
    definition: 'Public sector professionals hold recognised cybersecurity certificates.',
    listItems: null,
    unit: null,
  },
  {
    code: '1.4.4',
    indicator: 'agency_certification',
    name: 'Agency certification',
    printedNames: ['AGENCY CERTIFICATION'],
    area: 'cybersecurity',
    pillar: 'capacity',
    question: 'count',
    definition: 'Public agencies are certified under recognised cybersecurity standards.',
    listItems: 'organisation',
    unit: null,
  },
  {
    code: '1.5.1',
    indicator: 'intra_state_cooperation',
    name: 'Intra-state cooperation',
    printedNames: ['INTRA-STATE COOPERATION'],
    area: 'cybersecurity',
    pillar: 'cooperation',
    question: 'activity',
    definition: 'Partnerships to share cybersecurity assets with other states or across borders exist.',
    listItems: 'organisation',
    partners: true,
    unit: null,
  },
  {
    code: '1.5.2',
    indicator: 'intra_agency_cooperation',
    name: 'Intra-agency cooperation',
    printedNames: ['INTRA-AGENCY COOPERATION'],
    area: 'cybersecurity',
    pillar: 'cooperation',
    question: 'activity',
    definition: 'Cybersecurity assets are shared within the public sector.',
    listItems: 'organisation',
    unit: null,
  },
  {
    code: '1.5.3',
    indicator: 'public_sector_partnership',
    name: 'Public sector partnership',
    printedNames: ['PUBLIC SECTOR PARTNERSHIP'],
    area: 'cybersecurity',
    pillar: 'cooperation',
    question: 'activity',
    definition: 'Cybersecurity assets are shared between the public and the private sector.',
    listItems: 'organisation',
    unit: null,
  },
  {
    code: '1.5.4',
    indicator: 'international_cooperation',
    name: 'International cooperation',
    printedNames: ['INTERNATIONAL COOPERATION'],
    area: 'cybersecurity',
    pillar: 'cooperation',
    question: 'accession',
    definition:
      'The country belongs to, or takes part in, international cybersecurity bodies, drills or forums.',
    listItems: 'membership',
    unit: null,
  },
  {
    code: '2.1',
    indicator: 'child_protection_legislation',
    name: 'National legislation',
    printedNames: ['NATIONAL LEGISLATION', 'NATIONAL LEGISLATION AND STRATEGY'],
    area: 'child_online_protection',
    pillar: 'child_protection',
    question: 'document',
    definition: 'A law, or part of one, deals with child online protection.',
    listItems: 'instrument',
    unit: null,
  },
  {
    code: '2.2',
    indicator: 'child_rights_convention',
    name: 'UN Convention and Protocol',
    printedNames: ['UN CONVENTION AND PROTOCOL'],
    area: 'child_online_protection',
    pillar: 'child_protection',
    question: 'accession',
    definition: 'The country acceded to, ratified or signed the Convention on the Rights of the Child.',
    listItems: 'treaty',
    unit: null,
  },
  {
    code: '2.3',
    indicator: 'child_protection_support',
    name: 'Institutional support',
    printedNames: ['INSTITUTIONAL SUPPORT'],
    area: 'child_online_protection',
    pillar: 'child_protection',
    question: 'body',
    definition: 'A body offers institutional support on child online protection.',
    listItems: 'organisation',
    unit: null,
  },
  {
    code: '2.4',
    indicator: 'child_protection_reporting',
    name: 'Reporting mechanism',
    printedNames: ['REPORTING MECHANISM'],
    area: 'child_online_protection',
    pillar: 'child_protection',
    question: 'body',
    definition: 'A body, team or website takes reports of incidents related to child online protection.',
    listItems: 'organisation',
    unit: null,
  },
] as const satisfies readonly Section[]

/** The code of a catalogue entry. */
export type SectionCode = (typeof SECTIONS)[number]['code']

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

const sectionsByCode: ReadonlyMap<string, Section> = new Map(
  SECTIONS.map((section) => [section.code, section]),
)

/** The catalogue entry of a section code, or undefined for a code outside the catalogue. */
export const sectionByCode = (code: string): Section | undefined => sectionsByCode.get(code)
