/** A word or phrase that the project does not use, and what to write in its place. */
interface OddWords {
  readonly pattern: RegExp
  readonly plain: string
}

const ODD_WORDS: readonly OddWords[] = [
  { pattern: /\bso many\b/i, plain: 'at most N, or the number itself' },
  { pattern: /\bhang(s|ing)? (up)?on\b/i, plain: 'depends on' },
  { pattern: /\b(there|it|that|which|this) (is|are) none\b/i, plain: 'there is no …, or is missing' },
  { pattern: /\banew\b/i, plain: 'again' },
  {
    pattern: /\b(is|are|be|was|were) told\b|\btold (by|apart|from)\b/i,
    plain: 'reported, recognised by, distinguished',
  },
  { pattern: /\btells? (of|how|whether|that|the|which|what)\b/i, plain: 'says, prints, reports' },
  { pattern: /\bfor want of\b/i, plain: 'without, or because … is missing' },
  { pattern: /\bthe papers?\b|\bon paper\b/i, plain: 'the source document, or in the PDF' },
  { pattern: /\b(goes|go|going|went) on (with|by|from|over|behind)\b/i, plain: 'continues' },
  { pattern: /\bin the light of\b/i, plain: 'by, given' },
  { pattern: /\baskew\b/i, plain: 'rotated, tilted' },
  { pattern: /\bstands? (askew|in for)\b|\bstand-?ins?\b/i, plain: 'replaces; macro' },
  { pattern: /\bgives? way\b|\bgivesWay\b/i, plain: 'is superseded' },
  { pattern: /\bno word (about|is)\b|\bwithout a word\b/i, plain: 'silently, does not mention' },
  { pattern: /\bof old\b|\bof today\b/i, plain: 'former; current' },
  { pattern: /\blikewise\b/i, plain: 'also' },
  { pattern: /\bbound volumes?\b/i, plain: 'multi-profile PDF' },
  { pattern: /\b(by|what|for|two|other|which) persons\b/i, plain: 'people' },
  { pattern: /\b\w*animals?\b/i, plain: 'hostile file' },
  { pattern: /\bglued?\b/i, plain: 'joined' },
  { pattern: /\bwon from\b/i, plain: 'extracted from' },
  { pattern: /\bformer (release|edition|one|build|version|run|output)s?\b/i, plain: 'previous' },
  {
    pattern: /\b(good|bad) for nothing\b|\bworn out\b|\bnaught\b|\bwherein\b|\bthereof\b/i,
    plain: 'plain words',
  },
  { pattern: /\bas (good|bad) as (none|nothing)\b/i, plain: 'almost no' },
  {
    pattern: /\b(MANY|SOME|MOST|FEWEST|LEAST|PATIENCE|GRACE|WORN_OUT|PLENTY)_?[A-Z_]*\b(?= =)/,
    plain: 'MAX_…, MIN_… with a unit',
  },
  { pattern: /\b(const|function) [a-z][A-Za-z]*Of\b/, plain: 'verb + noun, such as findColumns' },
]

/**
 * The odd words of a text, as `path:line: "words": write …`.
 *
 * @example findOddWords('a.md', 'It is made anew.') // ['a.md:1: "anew": write again']
 */
export const findOddWords = (path: string, text: string): string[] =>
  text.split('\n').flatMap((line, index) =>
    ODD_WORDS.flatMap(({ pattern, plain }) => {
      const found = pattern.exec(line)
      return found ? [`${path}:${index + 1}: "${found[0]}": write ${plain}`] : []
    }),
  )
