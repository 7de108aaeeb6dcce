import { byStart, findLastBefore, findMatches, type Match } from './mentions.ts'

/** What a verb says about the bodies named behind it. */
export type Frame = 'membership' | 'cooperation'

const CUES: readonly (readonly [Frame, RegExp])[] = [
  [
    'membership',
    /\b(?:members?\s+(?:of|in|at|to)|memberships?\s+(?:of|in|with|to)|observer\s+(?:of|in|to|at)|belongs?\s+to|(?:is|are|was|as|being)\s+(?:also\s+)?(?:an?\s+)?(?:\w+\s+)?part\s+of|participat\w+|takes?\s+part|took\s+part|taking\s+part|affiliated\s+(?:to|with)|accredited\s+(?:by|with|to|at)|listed\s+(?:by|in|with)|joined|joining|signatory\s+(?:of|to)|engag\w+\s+in|involved\s+in|candidate\s+(?:for|to)|active\s+in|represented\s+(?:in|at|on)|registered\s+(?:with|at|by|in)|attend\w*)\b/gi,
  ],
  [
    'cooperation',
    /\b(?:co-?operat(?:es?|ed|ing)|(?:in|close|bilateral)\s+co-?operation|collaborat\w+|partner\w*|in\s+conjunction|works?\s+(?:closely\s+)?with|working\s+with|assist\w*|support\w*|provided\s+by|agreement\w*|funded|hosted\s+(?:by|in)|held\s+(?:by|in)|conducted\s+by|coordinated\s+by|established\s+by|organi[sz]ed\s+through|developed\s+by|run\s+by|led\s+by|beneficiar\w+|hosts?|signed|liaises?|relationships?)\b/gi,
  ],
]

/** Finds what the last verb before a place says about the thing named there; null if no verb does. */
export const framesIn = (words: string): ((offset: number) => Frame | null) => {
  let cues: (Match & { readonly frame: Frame })[] | undefined
  return (offset) => {
    cues ??= CUES.flatMap(([frame, pattern]) =>
      findMatches(words, pattern).map((match) => ({ ...match, frame })),
    ).toSorted(byStart)
    return findLastBefore(cues, offset)?.frame ?? null
  }
}
