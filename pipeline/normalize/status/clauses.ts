import type { Note } from '../note.ts'
import { possibleAmong } from '../screen/index.ts'
import { subordinateEnds } from './subordinate.ts'

/** A stretch of a note that says one thing: its words by their offsets in the note. */
export interface Clause {
  readonly start: number
  readonly end: number
  readonly text: string
  /** An entry of a list, rather than prose. */
  readonly listed: boolean
  /** Prose that announces a list (`... the following instruments:`) and says nothing by itself. */
  readonly introduces: boolean
  /** Place of its sentence, or list entry, in the note. */
  readonly sentence: number
}

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:\b(?:No|Nos|Art|Arts|St|Dr|Mr|Mrs|Ms|Sec|Vol|Ltd|Inc|Co|Corp|Dept|e\.g|i\.e|etc|vs|cf|approx|n|art|no|[A-Z])|\b[A-Z](?:\.[A-Z])+)\.$/

const SENTENCE_BREAK = /[.!?]["”’)]?\s+(?=["“‘(]?[\p{Lu}\d])/gu

const NEGATED =
  /\b(?:no|not|never|none|neither|nor|nothing|nobody|lacks?|lacking|missing|absent|without|yet\s+to|non-?existent)\b|n['’]t\b/giu

/** A place at which a sentence turns: what follows may take back what stands before. */
interface Turn {
  readonly at: RegExp
  /** Only behind a word of denial. */
  readonly afterDenial?: boolean
  /** Only where no relative clause or purpose is open. */
  readonly inMainClause?: boolean
}

const TURNS: readonly Turn[] = [
  {
    at: /(?<!\b(?:has|have|had|is|are|was|were|been|will|can|does|do|did),?\s*)(?:;\s*|,\s*)?\b(?:and\s+)?(?:however(?!,\s+(?:that|to|of|by|for|with|on|at|been|being|is|are|was|were|has|have|had|will|would|may|can)\b)|(?<!^\W*(?:evidence|information|data|figures|details|documents?|documentation|records?)\b[^.;]{0,80})(?<!\b(?:nobody|no\s+one|none|nothing)\s+)but|nevertheless|nonetheless|although|though|whereas|even\s+though|albeit|notwithstanding)\b|,\s+even\s+if\b/giu,
  },
  { at: /,\s+(?:yet|while|whilst|instead|still|only(?=\s+(?:an?|the|some|one)\b))\b/giu },
  { at: /\byet(?=\s+(?:it|there)\b)/giu },
  { at: /;\s+/gu },
  // A denial, and behind it what there is all the same.
  {
    at: /,?\s+(?:save\s+for|apart\s+from|aside\s+from|except(?:\s+for)?|other\s+than|beyond)\b/giu,
    afterDenial: true,
  },
  // A second sentence behind a mere comma, of a law that holds.
  {
    at: /,\s+(?=(?:(?:the|an?|some|certain|its)\s+existing\b|the\s+[^,.;]{0,80}\b(?:act|law|code)\b(?:(?!\b(?:that|which|or)\b)[^,.;]){0,40}\b(?:punish|cover|contain|appl|deal|govern|regulat|address|criminali[sz]|penali[sz]|protect|forbid|prohibit)\w*\b))/giu,
    afterDenial: true,
    inMainClause: true,
  },
  // The same, of those who turn to somebody else.
  {
    at: /,\s+(?=(?:citizens|victims|children|parents|users|people|persons|everybody|everyone|anyone|complaints|incidents|cases|reports|the\s+(?:public|population|police))\s+(?:may|can|must|should|could|are|is|turn|address|apply|appeal|report|call)\b(?!\s+(?:not|no|only)\b))/giu,
    afterDenial: true,
    inMainClause: true,
  },
  { at: /,\s+so\s+(?=(?!that\b|as\b|far\b|called\b))/giu, afterDenial: true },
  { at: /,\s+with\s+(?=(?:the|an?|each|some|only)\b)/giu, afterDenial: true },
  { at: /,\s+(?=(?:being|relying|depending|using)\b)/giu, afterDenial: true },
  // A remainder without a verb of its own, by which the thing itself is wanting.
  {
    at: /,\s+(?=(?:there\s+being\s+)?(?:no|none|neither|nothing)\b[^,.;]*\b(?:existing|having|being)\b|there\s+being\s+no\b|with\s+no\s+(?:national|official|formal|dedicated)\b)/giu,
  },
  // A remainder that gives the reason.
  {
    at: /,?\s+(?:as|because|since|for|given\s+that)\s+(?=(?:there|no|none|neither|nobody|nothing)\b)/giu,
  },
  {
    at: /,\s+(?:as|because|since|for|given\s+that)\s+(?=[^,.;]{0,60}\b(?:is|are|was|were|has|have|had|do|does|did|can|cannot|could)\b)/giu,
    afterDenial: true,
  },
  {
    at: /,\s+(?=(?:one|it|there|they)\s+(?:is|are|has|have)\b)(?<=\b(?:is|are|was|were|has|have|had|do|does|did|not|no|will)\b[^.;]{0,400})/giu,
  },
  {
    at: /,\s+and\s+(?=(?:an?|the|one|it|there|they|this|its|no|none|nothing)\s+[^,.;]{0,40}?\b(?:is|are|has|have|will|was|were)\b)/giu,
  },
  // A second verb of one subject: behind a denial, or one that tells of a plan.
  {
    at: /\s+and\s+(?=(?:therefore\s+|instead\s+|thus\s+|so\s+)?(?:is|are|has|have|was|were|will|plans|intends|relies|rely|uses|depends|works|follows|belongs|participates|takes|counts|leans|draws|falls\s+back|makes\s+do|borrows|turns|applies|refers|looks|resorts|shares|benefits|operates|runs|offers|provides|sends|hires|rents|calls)\b(?!\s+(?:not|no|never)\b))/giu,
    afterDenial: true,
    inMainClause: true,
  },
  {
    at: /\s+and\s+(?=(?:is|are)\s+(?:currently\s+|now\s+|presently\s+)?(?:being|drafting|developing|preparing|planning|planned|expected|to\s+be|awaiting|pending|going)\b)/giu,
  },
  {
    at: /,?\s+and\s+(?=(?:will|plans\s+to|intends\s+to|hopes\s+to|expects\s+to|aims\s+to|is\s+to|are\s+to)\b)/giu,
    inMainClause: true,
  },
  {
    at: /\s+(?=without\s+(?:an?\s+|any\s+)?(?:official|formal|formally|national|recogni[sz]ed|legal|dedicated|approved)\b(?!\s+(?:status|character|standing|recognition|mandate|basis|backing|force|coverage)\b))(?<!\b(?:is|are|was|were|be|been|remains?|remained|country|nation|state|sector)\s+)/giu,
  },
  {
    at: /,?\s+(?=(?:rather\s+than|instead\s+of|in\s+lieu\s+of|in\s+the\s+absence\s+of|for\s+(?:want|lack)\s+of)\b)/giu,
  },
  // A second subject, of which a plan is told.
  {
    at: /\s+and\s+(?=(?:an?|the|its|new|several|two)\s+(?:[\p{L}-]+\s+){1,4}(?:is|are)\s+(?:(?:currently|now|presently|also)\s+)?(?:being|under\s+(?:preparation|development|discussion|review|way)|underway|in\s+(?:preparation|draft|progress|the\s+(?:process|course)))\b)/giu,
  },
  { at: /,\s+and\s+(?=(?:work|drafting|efforts|plans|preparations|negotiations|consultations)\b)/giu },
  { at: /,\s+(?=(?:nor|neither)\b)/giu },
  { at: /:\s+(?=\p{Ll})/gu, afterDenial: true },
  { at: /\s+[–—]\s+(?=(?:just|but|yet|no|not|none|nothing|there|it|they)\b)/giu },
  // A second verb that tells of a step taken.
  {
    at: /\s+and\s+(?=(?:has|have)\s+(?:\w+ly\s+)?(?:commissioned|ordered|begun|started|launched|drafted|prepared|submitted|tabled|requested|appointed|engaged|hired|initiated|applied|asked|allocated|contracted)\b)/giu,
  },
]

const possibleTurns = possibleAmong(TURNS, ({ at }) => at)

/** A relative clause or a purpose that is still open at the end of a text. */
const OPEN_CLAUSE = /\b(?:that|which|who|whose|whereby|where|to)\b[^,;]*$/iu

interface Span {
  readonly start: number
  readonly end: number
}

const splitAt = (text: string, span: Span, points: readonly number[]): Span[] => {
  const cuts = [span.start, ...points.filter((point) => point > span.start && point < span.end), span.end]
  return cuts
    .slice(1)
    .map((end, index) => ({ start: cuts[index] ?? span.start, end }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

const sentencesOf = (text: string, span: Span): Span[] => {
  const body = text.slice(span.start, span.end)
  const points = [...body.matchAll(SENTENCE_BREAK)]
    .filter((match) => !ABBREVIATION.test(body.slice(Math.max(0, match.index - 20), match.index + 1)))
    .map((match) => span.start + match.index + match[0].length)
  return splitAt(text, span, points)
}

/** Whether a word of denial stands before a place, in the same half of a sentence. */
const denialsIn = (body: string): ((place: number) => boolean) => {
  const denials = [...body.matchAll(NEGATED)].map(({ index }) => index)
  return (place) => {
    const last = denials.findLast((denial) => denial < place)
    return last !== undefined && !/[.;]/.test(body.slice(last, place))
  }
}

/** What is no clause by itself. */
const CONJUNCTION = /^\W*(?:and|or|but|however|yet)?\W*$/i

const turnsOf = (text: string, span: Span): Span[] => {
  const body = text.slice(span.start, span.end)
  let denials: ((place: number) => boolean) | undefined
  const isDenied = (place: number): boolean => {
    denials ??= denialsIn(body)
    return denials(place)
  }
  const points = possibleTurns(body).flatMap(({ at, afterDenial, inMainClause }) =>
    [...body.matchAll(at)]
      .map(({ index }) => index)
      .filter(
        (place) =>
          (!afterDenial || isDenied(place)) &&
          (!inMainClause || !OPEN_CLAUSE.test(body.slice(Math.max(0, place - 400), place))),
      ),
  )
  if (body.includes(',')) points.push(...subordinateEnds(body))
  points.sort((one, other) => one - other)
  const whole = points.filter((point, index) => !CONJUNCTION.test(body.slice(points[index - 1] ?? 0, point)))
  return splitAt(
    text,
    span,
    whole.map((point) => span.start + point),
  )
}

/** A sentence that announces entries; they may run on behind its colon without line breaks. */
const FOLLOWING = /\bfollowing\b[^:]*:$/i
const ANNOUNCED = /\bfollowing\b[^:.]*:(?=\s+\S)|:(?=\s+[-•–]\s*\p{L})/iu
const RUN_IN_MARK = /(?<=[\s)])[-•–](?=\s?[\p{Lu}\d“])/gu

/** The entries of a list whose marks stand within a line. */
const runInEntries = (text: string, span: Span): Span[] => {
  const body = text.slice(span.start, span.end)
  return splitAt(
    text,
    span,
    [...body.matchAll(RUN_IN_MARK)].map((match) => span.start + match.index),
  )
}

const runInList = (text: string, span: Span): Span[] => {
  const announced = ANNOUNCED.exec(text.slice(span.start, span.end))
  if (!announced) return [span]
  const behind = span.start + announced.index + announced[0].length
  return [{ start: span.start, end: behind }, ...runInEntries(text, { start: behind, end: span.end })]
}

const trimmed = (text: string, { start, end }: Span): Span => {
  const body = text.slice(start, end)
  const lead = body.length - body.replace(/^[\s,;:–—-]+/, '').length
  return { start: start + lead, end: start + body.trimEnd().length }
}

/** The clauses of a note, in order: prose by sentence and turn, lists by entry. */
export const clausesOf = (note: Note): Clause[] => {
  const clauses: Clause[] = []
  let sentence = 0
  for (const [index, entry] of note.entries.entries()) {
    const alone = note.entries.length === 1
    const sentences = !entry.marked
      ? sentencesOf(note.text, entry)
      : alone
        ? runInEntries(note.text, entry)
        : [{ start: entry.start, end: entry.end }]
    const announces = !entry.marked && note.entries[index + 1]?.marked === true
    let listed = entry.marked
    const runsOn = false
    for (const whole of sentences) {
      sentence++
      for (const rough of listed
        ? runsOn
          ? runInEntries(note.text, whole)
          : [whole]
        : turnsOf(note.text, whole).flatMap((turn) => runInList(note.text, turn))) {
        const span = trimmed(note.text, rough)
        const text = note.text.slice(span.start, span.end)
        if (span.end <= span.start) continue
        const runsIn = !entry.marked && (FOLLOWING.test(text) || (text.endsWith(':') && span.end < whole.end))
        const introduces = runsIn || (announces && span.end === entry.end && text.endsWith(':'))
        clauses.push({ ...span, text, listed, introduces, sentence })
        listed ||= runsIn
      }
    }
  }
  return clauses
}
