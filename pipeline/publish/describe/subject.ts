/** Who made the coding, as every descriptor names them. */
export const CODED_BY = 'Cyberwellness Open Data contributors'

/** Who wrote the profiles. */
export const PROFILES_BY = 'International Telecommunication Union'

/** What a release is about, for catalogues. */
export const KEYWORDS = [
  'cybersecurity',
  'national cybersecurity strategies',
  'cybercrime legislation',
  'computer incident response teams',
  'child online protection',
  'ITU',
  'cyberwellness',
] as const
