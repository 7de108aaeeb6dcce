import type { Section, SectionQuestion } from '../../../schemas/index.ts'

/** What a pattern makes of the clause that it is found in, for the codebook. */
export const SIGNALS = {
  no_information: 'nothing is known about the thing itself',
  no_number: 'the thing is not counted',
  denial: 'the thing does not exist',
  ended: 'it existed, and it has ended',
  refusal: 'a body is named, and it does not help',
  in_force: 'it has been adopted or founded, or works',
  affirmed: 'there is one',
  joined: 'the country has joined',
  in_part: 'there is some of it, not official or not for the whole country',
  plan: 'it is foreseen',
  unfinished: 'it is being made, and not finished',
  change: 'what exists is being changed',
  neutral: 'no substance either way, such as an assessment by others',
} as const

export type Signal = keyof typeof SIGNALS

/** A pattern of the table: see `docs/adding.md`. */
export interface PatternEntry {
  readonly name: string
  readonly signal: Signal
  /**
   * A regular expression for whole words in small letters, with the shorthands of `compilePattern`; `||` is `|` for the
   * rare part with `{thing}` of a long pattern, or all of it would be compiled for each section.
   */
  readonly pattern: string
  /** Applies only where the section asks for one of these. */
  readonly sections?: readonly SectionQuestion[]
  /** Sentences that it decides. */
  readonly examples: readonly string[]
  /** Sentences that look alike and that it must leave alone. */
  readonly counterExamples: readonly string[]
}

const MACROS: Readonly<Record<string, string>> = {
  be: '(?:is|are|was|were|be|been|being|remains?|remained)',
  have: '(?:has|have|had)',
  not: `(?:not|never|n't)`,
  info: '(?:information|info|data|details?|records?|evidence|indications?|documentation|statistics?|figures?)(?! (?:security|safety|society|protection|privacy|sharing|exchange|technolog|cent|systems?|networks?|act|law|bill|commission))',
  pass: '(?:adopted|approved|endorsed|enacted|passed|ratified|promulgated|signed)',
  found:
    '(?:established|created|founded|formed|set up|launched|opened|introduced|implemented|inaugurated|put in place|put into (?:force|operation)|appointed|designated)',
  draft:
    '(?:draft(?:ed|ing)?|develop(?:ed|ing)?|prepar(?:ed|ing)|elaborat(?:ed|ing)|formulat(?:ed|ing)|finali[sz](?:ed|ing)|draw(?:n|ing) up|writ(?:ten|ing)|negotiat(?:ed|ing)|discuss(?:ed|ing)|consider(?:ed|ing)|plann(?:ed|ing)|studied|studying|examin(?:ed|ing)|review(?:ed|ing)|debated)',
  making:
    '(?:adopting|approving|building|creating|deploying|designing|developing|drafting|drawing up|elaborating|enacting|establishing|finali[sz]ing|formali[sz]ing|forming|formulating|implementing|introducing|joining|launching|negotiating|obtaining|organi[sz]ing|planning|preparing|ratifying|recogni[sz]ing|setting up|signing|working|writing)',
  make: '(?:accede|adopt|appoint|approve|become|begin|build|carry out|certify|conduct|create|define|deploy|develop|draft|draw up|elaborate|enact|establish|form|formulate|implement|introduce|issue|join|launch|open|organi[sz]e|pass|prepare|provide|publish|put|ratify|roll out|set up|sign|start|submit|train|write)',
  state:
    '(?:adoption|approval|consideration|construction|consultation|creation|debate|deliberation|development|discussion|drafting|elaboration|enactment|establishment|examination|finali[sz]ation|formation|formulation|negotiation|preparation|ratification|review|revision|scrutiny|signature|study|validation)',
  text: '(?:act|agreement|bill|code|decree|document|framework|law|legislation|plan|policy|regulation|roadmap|road map|rules|statute|strategy|text)',
  lawmaker:
    '(?:parliament|cabinet|council|assembly|senate|house|government|president|ministers?|lawmakers|congress)',
}

const ADVERBS =
  '(?:(?:now|still|already|also|yet|so far|to date|at present|at the moment|ever|soon|just|both|(?!only|family|assembly)[a-z]+ly) ){0,3}'

/** Text in ASCII letters and quotes, of the same length, so that patterns need know no others. */
export const toPlainText = (text: string): string =>
  /^\p{ASCII}*$/u.test(text)
    ? text
    : text
        .replace(/[’‘]/g, "'")
        .replace(/[“”]/g, '"')
        .replace(/[–—]/g, '-')
        .replace(/[^\p{ASCII}]/gu, (letter) => {
          const base = letter.normalize('NFD').charAt(0)
          const plain = /[a-z]/i.test(base) ? base : /\p{L}/u.test(letter) ? 'x' : ' '
          return plain.padEnd(letter.length, plain)
        })

/** A regular expression for words (such as a catalogue's nouns) separated by spaces. */
export const eitherWord = (words: string): string => `(?:${words.trim().replaceAll(/\s+/g, '|')})`

/**
 * Compiles a pattern, for texts in small letters, for a section, or one without `{thing}` for all. A space stands for white space (` ?` for some or none), `~` for up to three adverbs, `…` for up to 60
 * characters of one clause, `{thing}` for the section's nouns, and other words in braces for those of `MACROS`.
 * @throws RangeError for braces with an unknown word
 */
export const compilePattern = (pattern: string, section: Section | null): RegExp => {
  const spelled = pattern
    .replaceAll(/\{([a-z]+)\}/g, (_, name: string) => {
      if (name === 'thing' && section) return eitherWord(section.nouns)
      const macro = MACROS[name]
      if (macro === undefined) throw new RangeError(`Unknown word {${name}} in the pattern ${pattern}`)
      return macro
    })
    .replaceAll('~', ADVERBS)
    .replaceAll(' ?', '\\s*')
    .replaceAll(/ ?… ?/g, '(?: [^.;:]{0,60}?)? ')
    .replaceAll(/(?<!\[\^?)(?<!\\) /g, '\\s+')
  // the quicker test is the same where each alternative begins with a letter
  const start = /(?:^|[|(])(?:\?:)?\^?(?:[,[]|\\\()/.test(pattern) ? '(?<!\\w)' : '\\b'
  return new RegExp(`${start}(?:${spelled})(?!\\w)`)
}
