import type { Section } from '../../../schemas/index.ts'
import { remember } from '../../io/remember.ts'
import { eitherWord, type Signal } from './pattern.ts'

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

/** Words that may be beside these signals. */
const BESIDE: Readonly<Partial<Record<Signal, string>>> = {
  denial: `adopted enacted passed established created set up implemented conducted undertaken introduced designated
    organi[sz]ed acceded accede ratified ratify signed joined join participates? member party missing absent lacks?
    lacking supports? facilitate currently known`,
  no_information: `known data details? records? statistics? indications? obtained provided found published showing participat(?:es|ing) involved`,
  no_number: `know known exact(?:ly)? precise statistics? figures? survey gather conduct(?:ed)? kept many how showing`,
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

const patternOfWords = (words: string): RegExp => new RegExp(`^${eitherWord(words)}$`)

const common = patternOfWords(COMMON)
const planning = patternOfWords(PLANNING)
const beside = new Map(
  Object.entries(BESIDE).map(([signal, words]) => [signal, words === '' ? planning : patternOfWords(words)]),
)

/** The words by which a section describes what it asks for. */
const ownWords = remember(({ nouns, terms }: Section) => patternOfWords(`${nouns} ${terms}`))

/** Whether a clause, in small letters, holds a word of the section's own. */
export const mentionsThing = (clause: string, section: Section): boolean => {
  const mine = ownWords(section)
  return clause.split(/[^\w]+/).some((word) => mine.test(word))
}

const NEGATION =
  /\b(?:no|not|never|none|nothing|nobody|neither|nor|without|lacks?|lacking|missing|absent|un(?!der|i|t)\w+ed|except)\b|n't\b/gi

const NEGATION_WORD = /^(?:no|not|never|none|nothing|nobody|neither|nor|yet|doesn|don|isn|hasn|t|s|r|d)$/

/** Whether the words of a clause are all known: those of a signal's own frame, of the section, and names. */
export const isFullyUnderstood = (clause: string, signal: Signal, section: Section): boolean => {
  const text = clause.replace(/"[^"]*"/g, '')
  const negations = text.match(NEGATION)?.length ?? 0
  if (negations > (signal === 'plan' ? 0 : 1)) return false
  const words = text.match(/(?<![\w@.(])[a-z][a-z'&-]*(?![\w@])/g) ?? []
  const known = [common, ownWords(section), NEGATION_WORD, beside.get(signal)]
  const isKnown = (part: string): boolean => part === '' || known.some((pattern) => pattern?.test(part))
  return words.every((word) =>
    word
      .replace(/'s?$|'t$/, '')
      .split(/[-']/)
      .every(isKnown),
  )
}

/** Whether a word is one of those that a profile uses of any country. */
export const isKnownWord = (word: string, section: Section): boolean =>
  [common, planning, ownWords(section)].some((words) => words.test(word.toLowerCase()))
