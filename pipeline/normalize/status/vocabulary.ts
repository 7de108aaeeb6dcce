import { COUNTRIES } from '../../../schemas/countries.ts'
import type { Section } from '../../../schemas/index.ts'
import { eitherWord, type Signal, toPlainText } from './pattern.ts'

/** Words that any section's description may hold. */
const COMMON = `
  an? the of for in on at to by with within and or nor from as about into under between across through per via
  pertaining regarding concerning relat(?:ed|ing) relevant dedicated specific(?:ally)? particular own other such
  either both same framework bod(?:y|ies) responsible coordinated institutions? sharing agenc(?:y|ies) programs? programmes? projects? standards?
  numbers? it its they their there this these that which who whose any all some one each own where whether
  is are was were be been being has have had do does did can could may
  current(?:ly)? present(?:ly)? now still yet also so far date time moment this already ever
  official(?:ly)? formal(?:ly)? legal(?:ly)? national(?:ly)? nation international(?:ly)? regional local public private
  recogni[sz]ed approved mandated certified sector(?:s|al)? governments? governmental state country countries republic
  cybersecurity cyber-?security cyber security information ict internet network networks cirts? certs? csirts? itu
  development mechanisms? measures? exists? existing available area field level number
`

/** Words that may stand beside these signals. */
const BESIDE: Readonly<Partial<Record<Signal, string>>> = {
  denial: `adopted enacted passed established created set up implemented conducted undertaken introduced designated
    organi[sz]ed acceded accede ratified ratify signed joined join participates? member party missing absent lacks?
    lacking supports? facilitate currently known`,
  no_information: `known data details? records? statistics? indications? obtained provided found published showing`,
  no_number: `know known exact(?:ly)? precise statistics? figures? survey gather conduct(?:ed)? kept many how`,
  refusal:
    'provide offer give accept receive handle specific reports? cases? matters? child\\w* online internet',
  plan: '',
  unfinished: '',
}

const PLANNING = `
  draft(?:s|ed|ing)? bills? proposed proposals? plans? planned planning project process course progress stage phase way underway
  establish(?:ed|ing|ment)? creat(?:e|ed|ing|ion) develop(?:ed|ing)? prepar(?:e|ed|ing|ation) form(?:ed|ing|ation)?
  formulat(?:e|ed|ing|ion) elaborat(?:e|ed|ing|ion) adopt(?:ed|ing|ion)? approv(?:al|ed|e|ing) enact(?:ed|ing|ment)?
  finali[sz](?:ed|ing|ation) complet(?:ed|ion) implement(?:ed|ing|ation)? launch(?:ed|ing)? introduc(?:e|ed|ing|tion)
  set setting up working work join(?:ed|ing)? sign(?:ed|ing|ature)? ratif(?:y|ied|ication) acced(?:e|ing) accession
  submitted presented tabled lodged forwarded initialled review(?:ed|ing)? consideration discussion negotiat(?:e|ed|ing|ions?)
  consultations? validation examination awaiting awaits? pending before parliament cabinet council ministers? ministry
  assembly senate president government office agency authority committee commission national unit centers? centres?
  expected scheduled foreseen envisaged intends? will shall soon next coming end year years month months
  january february march april may june july august september october november december early late mid first second
  assistance support help collaboration cooperation pipeline finalization new obtain(?:ed|ing)? once
`

const patternOfWords = (words: string): RegExp => new RegExp(`^${eitherWord(words)}$`, 'i')

const common = patternOfWords(COMMON)
const planning = patternOfWords(PLANNING)
const beside = new Map(
  Object.entries(BESIDE).map(([signal, words]) => [signal, words === '' ? planning : patternOfWords(words)]),
)
const own = new Map<string, RegExp>()

const ownWords = (section: Section): RegExp => {
  const known = own.get(section.code)
  if (known) return known
  const made = patternOfWords(`${section.nouns} ${section.terms}`)
  own.set(section.code, made)
  return made
}

/** Whether a clause holds a word of the section's own. */
export const speaksOfThing = (clause: string, section: Section): boolean => {
  const mine = ownWords(section)
  return clause.split(/[^\w]+/).some((word) => mine.test(word))
}

const NEGATION =
  /\b(?:no|not|never|none|nothing|nobody|neither|nor|without|lacks?|lacking|missing|absent|un(?!der|i|t)\w+ed|except)\b|n't\b/gi

/** Whether the words of a clause are all known: those of a signal's own frame, of the section, and names. */
export const isFullyUnderstood = (clause: string, signal: Signal, section: Section): boolean => {
  const text = toPlainText(clause).replace(/"[^"]*"/g, '')
  const negations = text.match(NEGATION)?.length ?? 0
  if (negations > (signal === 'plan' ? 0 : 1)) return false
  const words = text.match(/(?<![\w@.])[a-z][a-z'&-]*(?![\w@])/g) ?? []
  const besides = beside.get(signal)
  const mine = ownWords(section)
  return words.every((word) =>
    word
      .replace(/'s?$|'t$/, '')
      .split(/[-']/)
      .every(
        (part) =>
          part === '' ||
          NEGATION_WORD.test(part) ||
          common.test(part) ||
          mine.test(part) ||
          besides?.test(part) === true,
      ),
  )
}
const NEGATION_WORD = /^(?:no|not|never|none|nothing|nobody|neither|nor|yet|doesn|don|isn|hasn|t|s|r|d)$/

/** Words that may take an affirmation back, by what they are about; `_` stands for a space. */
const DOUBTS = {
  negation: String.raw`no not never none nothing nobody neither nor nowhere without hardly scarcely barely rarely seldom few little
    (?<!the_)only merely alone solely except other_than apart_from lack\w* missing(?!_child|_person|_and) non-\w+
    un(?!der|i|t|less|authori[sz]|lawful|wanted|solicited)\w+ed`,
  doubt: String.raw`so-called supposed(?:ly)? alleged(?:ly)? claims? claimed rumou?r\w* myth perhaps possibly probably likely apparently
    seems? appears? doubts? guess mistaken false untrue wrong incorrect unfounded said says told entitled titled how
    anybody anyone idea`,
  condition: String.raw`might could would should will shall unless if whether until once when needs? needed in_case`,
  end: String.raw`former(?:ly)? previous(?:ly)? used_to_(?:have|be|exist|run) fail(?:s|ed|ure) abandon\w* abolish\w* annul\w* cancel\w* ceas\w+
    (?:been|is|was|were)_closed discontinu\w+ dissol\w+ dropped dormant defunct expir\w+ lapsed? repeal\w* revok\w+
    suspend\w* withdr\w+ ended stopped halted obsolete struck overturned reject\w* refus\w+ declin\w+ vetoed void
    ran_out forbidden ignored`,
  plan: String.raw`to_be_(?:run|held|set|launched|adopted|established|opened|created) promis\w+ hop(?:es?|ed|ing) wish\w* want\w* intend\w* propos(?:al|als|es|ed) draft\w* bills? pending await\w*
    upcoming forthcoming next soon future later due expected plann?(?:ed|ing) consider(?:s|ed|ing)? contemplat\w+ debat\w+
    negotiat\w+ envisag\w+ foresee\w* foreseen postpon\w+ delay\w* pilot trial tender for_comments? in_preparation`,
  elsewhere: String.raw`neighbou?r\w* abroad elsewhere foreign unlike other_countries all_countries every_country`,
}
const DOUBTFUL = new RegExp(
  String.raw`\b${eitherWord(Object.values(DOUBTS).join(' '))}\b|n't\b|"`.replaceAll('_', String.raw`\s+`),
)

/** Whether an affirmation holds no word that may take it back; words of names, in capitals, do not. */
export const isPlainAffirmation = (clause: string): boolean =>
  !DOUBTFUL.test(toPlainText(clause).replace(/^\W*[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()))

/** A relative clause with a negation before the main verb: `the strategy that the state did not have was adopted`. */
export const deniesInPassing = (clause: string): boolean =>
  /\b(?:that|which|who)\b[^,;]*(?:\b(?:no|not|never)\b|n't)[^,;]*\b(?:is|are|was|were|will|has|have)\b/i.test(
    toPlainText(clause),
  )

const SUBJECT =
  /^(?:The\s+)?(?<name>\p{Lu}\p{Ll}+(?:\s+(?:and\s+)?\p{Lu}\p{Ll}+){0,2})(?:['’]s\s|,|(?:\s+(?:also|still|currently|now|already))?\s+(?:is|are|was|has|have|had|does|do|did|will|(?:adopt|enact|ratifi|sign|join|establish|operat)\p{Ll}+)\b)/u
const UNION = /^(?:European|African|Arab|Gulf|Caribbean|Commonwealth)\b/
const NO_NAME =
  /^(?:country|state|government|republic|kingdom|it|there|this|they|none|nobody|nothing|no|however|moreover|furthermore|recently|since|although|two|several|many|some|most|each|every)$/i

const COUNTRY_NAMES: ReadonlySet<string> = new Set(
  COUNTRIES.flatMap(({ name, names }) => [name, ...names]).map((name) => name.toLowerCase()),
)

/** Whether the subject of a clause is a name which is not one of the country's own. */
export const hasForeignSubject = (clause: string, ownNames: readonly string[], section: Section): boolean => {
  if (ownNames.length === 0) return false
  const name = SUBJECT.exec(clause)?.groups?.['name']
  if (name === undefined) return false
  if (UNION.test(name)) return true
  const words = toPlainText(name).split(/\s+/)
  if (words.length > 1 && !COUNTRY_NAMES.has(name.toLowerCase())) return false
  if (words.some((word) => NO_NAME.test(word) || common.test(word) || planning.test(word))) return false
  if (words.some((word) => ownWords(section).test(word))) return false
  const own = ownNames.flatMap((names) =>
    toPlainText(names)
      .toLowerCase()
      .split(/[^a-z]+/),
  )
  return !words.some((word) =>
    own.some((part) => part !== '' && part.startsWith(word.slice(0, 4).toLowerCase())),
  )
}
