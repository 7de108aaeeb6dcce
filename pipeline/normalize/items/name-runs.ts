import { isCapitalised, isNumber, type NoteWord, wordsOf } from './words.ts'

const LINKS: ReadonlySet<string> = new Set(
  'of for on against to in with from by between concerning regarding relating and & de des du del la las los el y e et à sur der für und'.split(
    ' ',
  ),
)
/** Articles may stand behind a link (`of the`), never alone between two names. */
const ARTICLES: ReadonlySet<string> = new Set(['the', 'an', 'a', 'its'])
/** Links that two names as well as two parts of one may share. */
const JOINS: ReadonlySet<string> = new Set(['and', '&', 'y', 'e', 'et', 'und'])

/** Capitalised by the beginning of a sentence, not by a name. */
const OPENERS: ReadonlySet<string> = new Set(
  `The A An In On At By For From To With Through Under Within Via As And Or But If When While Where Although However
  Also Currently Since After Before Besides Moreover Furthermore Additionally There This That These Those It Its They
  Their He She Each Every Both All Any Some Several Many Most Various Other Another Such No Not None Specific According
  Based Due During Until Regarding Concerning Recently Presently Finally Further Likewise Similarly Only Yet Once Our We
  Is Are Has Have Was Were Will Between Among Beside Given Thus Hence So Officially Established Created Apart Pursuant
  Overall Complaints Incidents Illegal Cooperation Participation Development Implementation Establishment Membership
  Member Members Reference Information: Contact Call Visit`.split(/\s+/),
)

/** Words that follow one another as the words of a name do. */
export type NameRun = readonly NoteWord[]

export const isLink = (word: string): boolean => LINKS.has(word)
export const isArticle = (word: string): boolean => ARTICLES.has(word)
export const isJoin = (word: string): boolean => JOINS.has(word)

/** Whether only a space (or the full stop of an abbreviation) stands between two words. */
const isAdjacent = (text: string, left: NoteWord, right: NoteWord): boolean => {
  const gap = text.slice(left.end, right.start)
  return (
    /^\s+$/.test(gap) ||
    (/^\.\s?$/.test(gap) && /^(?:No|Nr|N|n|no|St|Art|art|Dr|U\.S|\p{Lu})$/u.test(left.text))
  )
}

const mayFollow = (before: NoteWord, word: NoteWord): boolean => {
  if (isCapitalised(word.text) || isLink(word.text)) return true
  if (isNumber(word.text)) return isCapitalised(before.text) || /^(?:of|no|n|n°|nº|nr)$/i.test(before.text)
  if (/^(?:no|n|n°|nº|nr|number)$/i.test(word.text)) return isCapitalised(before.text)
  return isArticle(word.text) && isLink(before.text) && !isJoin(before.text)
}

/** A run without the words that belong to the sentence around it. */
const trimmed = (run: readonly NoteWord[]): NameRun => {
  let first = 0
  let last = run.length
  const isOuter = (word: NoteWord | undefined): boolean =>
    word !== undefined && (isLink(word.text) || isArticle(word.text))
  while (first < last && (isOuter(run[first]) || OPENERS.has(run[first]?.text ?? ''))) first++
  while (
    last > first &&
    (isOuter(run[last - 1]) || /^(?:no|n|n°|nº|nr|number)$/i.test(run[last - 1]?.text ?? ''))
  )
    last--
  return run.slice(first, last)
}

/** The stretches of capitalised words and the small words that link them: names, and what may hold several. */
export const nameRuns = (text: string): NameRun[] => {
  const runs: NameRun[] = []
  let open: NoteWord[] = []
  const close = (): void => {
    const run = trimmed(open)
    if (run.length > 0) runs.push(run)
    open = []
  }
  for (const word of wordsOf(text)) {
    const before = open.at(-1)
    if (before && !(isAdjacent(text, before, word) && mayFollow(before, word))) close()
    if (open.length > 0 || isCapitalised(word.text)) open.push(word)
  }
  close()
  return runs
}
