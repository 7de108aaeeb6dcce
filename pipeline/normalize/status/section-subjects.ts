import { PLAIN_LETTER, plainLetters } from '../screen/index.ts'

/** Words by which a clause speaks of the very thing that a section asks for, rather than of some detail of it. */
const SUBJECTS: Readonly<Record<string, string>> = {
  '1.1.1':
    'laws?|legislat|acts?|statutes?|codes?|crimes?|cyber-?crimes?|offences?|criminal|punish|prosecut|provisions?|instruments?',
  '1.1.2': 'regulat|laws?|legislat|rules?|complian|acts?|data\\s+protection|notif|instruments?|requirements?',
  '1.2.1': 'c[es]?irts?|\\S*certs?|\\S*csirts?|teams?|capability|centres?|centers?',
  '1.2.2': 'frameworks?|standards?',
  '1.2.3': 'frameworks?|schemes?|certif|accredit',
  '1.3.1': 'strateg|polic(?:y|ies)|plans?',
  '1.3.2': 'road\\s?maps?|plans?|strateg',
  '1.3.3': 'agenc|bod(?:y|ies)|authorit|ministr|mandate|responsib|institution|in\\s+charge|department',
  '1.3.4': 'benchmark|referential|measur|exercises?|audits?|indicators?|assess',
  '1.4.1': 'research|r&d|programmes?|programs?|projects?|develop|guidelines?',
  '1.4.2': 'train|programmes?|programs?|courses?|educat|awareness|campaigns?|curricul|degrees?|taught|teach',
  '1.4.3': 'certif|professionals?|officials?|civil\\s+servants?',
  '1.4.4': 'certif|agenc|bod(?:y|ies)|institution',
  '1.5.1': 'partner|agreements?|cooperat|shar|exchang|memorand|bilateral',
  '1.5.2': 'programmes?|programs?|shar|exchang|cooperat|partner|platforms?|mechanisms?|collaborat',
  '1.5.3': 'programmes?|programs?|shar|exchang|cooperat|partner|platforms?|mechanisms?|collaborat',
  '1.5.4': 'cooperat|international|memberships?',
  '2.1': 'laws?|legislat|acts?|statutes?|codes?|provisions?|instruments?|explicit',
  '2.2': 'convention|accede|ratif|sign',
  '2.3': 'agenc|bod(?:y|ies)|institution|support|organi[sz]ation|mandate|responsib|online|internet',
  '2.4': 'agenc|mechanism|channel|hotline|helpline|website|report|way|avenue|platform',
}

/** Words that speak of any such thing. */
const GENERIC =
  'official\\w*|formal\\w*|nation\\w*|countr\\w*|dedicated|such|specific\\w*|thing|mechanism|scheme|framework|programmes?|programs?|any|single|current|nothing|none|nobody|no\\s+one|exists?|existing|existen\\w*|one|own|place'

const patterns = new Map(
  Object.entries(SUBJECTS).map(([section, words]) => [
    section,
    new RegExp(`(?<![${PLAIN_LETTER}])(?:(?:${words})\\w*|${GENERIC})(?![${PLAIN_LETTER}])`, 'iu'),
  ]),
)

/** Whether a clause of a section’s note speaks of the thing itself; null where the section is not known. */
export const speaksOfSubject = (clause: string, section: string | null): boolean | null =>
  section === null ? null : (patterns.get(section)?.test(plainLetters(clause)) ?? null)
