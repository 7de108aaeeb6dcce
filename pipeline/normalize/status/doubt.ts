import { COUNTRIES } from '../../../schemas/countries.ts'
import type { Section } from '../../../schemas/index.ts'
import { eitherWord, toPlainText } from './pattern.ts'
import { isKnownWord } from './vocabulary.ts'

/**
 * Words that may take an affirmation back, by what they are about; `_` stands for a space.
 * A year from 2016 on is one to come: the profiles are of 2014 and 2015.
 */
const DOUBTS = {
  negation: String.raw`no not never none nothing nobody neither nor nowhere without hardly scarcely barely rarely seldom
    few little (?<!the_)only merely alone solely except other_than apart_from (?:all|every|each)_(?:\w+_){0,2}but leaves lack\w* missing(?!_child|_person|_and)
    non-\w+ un(?!der|i|t|less|authori[sz]|lawful|wanted|solicited)\w+ed`,
  doubt: String.raw`so-called supposed(?:ly)? alleged(?:ly)? claims? claimed den(?:y|ies|ied) rumou?r\w* myth perhaps
    possibly probably likely apparently seems? appears? doubts? guess mistaken false(?:ly)? untrue wrong(?:ly)? incorrect(?:ly)? unfair unfounded said
    says told entitled how anybody anyone everybody everyone idea calls_for appeals_for turned_out forged fake\w*`,
  condition: String.raw`might could would should will shall unless if whether until once when needs? needed in_case
    becomes? takes?_over onwards? starts begins opens as_(?:of|from) (?:from|starting|beginning|effective)_(?:\w+_){0,4}20\d\d(?!_(?:to|until|-))
    (?:in|of|from|by|after|per|come|year)_(?:\w+(?:_|-)){0,2}20(?:1[6-9]|[2-9]\d)`,
  end: String.raw`former(?:ly)? previous(?:ly)? used_to_(?:have|be|exist|run) fail(?:s|ed|ure) abandon\w* abolish\w*
    annul\w* cancel\w* ceas\w+ (?:been|is|was|were)_closed discontinu\w+ dissol\w+ dropped dormant defunct expir\w+
    lapsed? repeal\w* revok\w+ suspend\w* withdr\w+ ended stopped halted obsolete struck overturned reject\w* refus\w+
    declin\w+ vetoed void offline shelved ran_out forbidden ignored merged vacant set_aside`,
  plan: String.raw`being_(?:adopted|approved|enacted|established|created|launched|formed|introduced) to_be_(?!applied|used|implemented|considered)\w+ promis\w+ hop(?:es?|ed|ing) wish\w*
    want\w* intend\w* propos(?:al|als|es|ed) draft\w* bills? pending await\w* upcoming forthcoming next soon future later
    due expected plann?(?:ed|ing) consider(?:s|ed|ing)? contemplat\w+ debat\w+ negotiat\w+ envisag\w+ foresee\w* foreseen
    postpon\w+ delay\w* pilot trial tender for_comments? in_preparation to_follow bids? contract consultants? terms_of_reference feasibility funding recruit\w* wish_list agenda 
    (?:is|are)_(?:\w+_)?\w{3,}ing_(?:\w+_)?an?`,
  elsewhere: String.raw`neighbou?r\w* abroad elsewhere foreign unlike other_countries all_countries every_country`,
}
const compileDoubts = (...kinds: readonly (keyof typeof DOUBTS)[]): RegExp => {
  const words = kinds.map((kind) => DOUBTS[kind]).join(' ')
  return new RegExp(String.raw`\b${eitherWord(words)}\b|n't\b|"`.replaceAll('_', String.raw`\s+`))
}

const TAKEN_BACK = compileDoubts('negation', 'doubt', 'end', 'elsewhere')
const PUT_OFF = compileDoubts('condition', 'plan')

/** Whether a plan behind a `however` is free of any other kind of doubt. */
export const isPlainPlan = (clause: string): boolean => !TAKEN_BACK.test(clause)

/** Whether an affirmation holds no word that may take it back; words of names, in capitals, do not. */
export const isPlainAffirmation = (clause: string): boolean => {
  const words = toPlainText(clause).replace(/^\W*[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
  return !/^[\w -]{1,40}: /.test(clause) && isPlainPlan(words) && !PUT_OFF.test(words)
}

/** A relative clause with a negation before the main verb: `the strategy that the state did not have was adopted`. */
export const deniesInPassing = (clause: string): boolean =>
  /\b(?:that|which|who)\b[^,;]*(?:\b(?:no|not|never)\b|n't)[^,;]*\b(?:is|are|was|were|will|has|have)\b/i.test(
    clause,
  )

const NAME = String.raw`\p{Lu}\p{Ll}+(?:\s+(?:and\s+)?\p{Lu}\p{Ll}+){0,2}`
const VERB =
  '(?:is|are|was|has|have|had|does|do|did|will|(?:act|adopt|certifi|conduct|cooperat|coordinat|handl|enact|establish|hold|host|join|lead|maintain|offer|operat|organi[sz]|participat|protect|provid|publish|punish|ratifi|requir|run|serv|shar|sign|train|us)(?:s|es|ed))'
/** A clause that begins with a name as its subject or place, or has one as the subject of a relative clause. */
const SUBJECT = new RegExp(
  String.raw`^(?:In\s+(?<name>${NAME})\b|(?:The\s+)?(?<name>${NAME})(?:['’]s\s|,|(?:\s+(?:also|still|currently|now|already))?\s+${VERB}\b))|\b(?:that|which)\s+(?<name>\p{Lu}\p{Ll}+)\s+${VERB}\b|^(?:An?|The)\s+(?:[a-z-]+\s+){1,3}of\s+(?<name>${NAME})\s+${VERB}\b|^[^.;,]*?\sof\s+(?<state>${NAME})\s+${VERB}\b`,
  'u',
)
const UNION = /^(?:European|African|Arab|Gulf|Caribbean|Commonwealth)\b/
/** Words that open a sentence and name no country. */
const OPENING =
  /^(?:kingdom|none|nobody|nothing|no|however|moreover|furthermore|recently|since|although|two|three|several|many|some|most|every)$/i

const COUNTRY_NAMES: ReadonlySet<string> = new Set(
  COUNTRIES.flatMap(({ name, names }) => [name, ...names]).map((name) => name.toLowerCase()),
)

/** Whether a clause is about a country or union other than those of the given names. */
export const isAboutOthers = (clause: string, ownNames: readonly string[], section: Section): boolean => {
  if (ownNames.length === 0) return false
  const { name: subject, state } = SUBJECT.exec(clause)?.groups ?? {}
  const name = subject ?? state
  if (name === undefined) return false
  if (UNION.test(name)) return true
  const isOwn = (word: string): boolean =>
    ownNames
      .flatMap((names) => toPlainText(names.toLowerCase()).match(/[a-z]+/g) ?? [])
      .some((part) => part.startsWith(word.slice(0, 4).toLowerCase()))
  return name.split(/\s+and\s+/).some((part) => {
    const words = toPlainText(part).split(/\s+/)
    if ((words.length > 1 || state !== undefined) && !COUNTRY_NAMES.has(part.toLowerCase())) return false
    return !words.some((word) => OPENING.test(word) || isKnownWord(word, section) || isOwn(word))
  })
}
