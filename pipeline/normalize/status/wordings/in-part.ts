import { phrases } from '../template.ts'
import type { Wording } from './wording.ts'

/** Wordings of things that are there in part, or without being official. */
export const PARTS: readonly Wording[] = [
  {
    name: 'in_part',
    meaning: 'in_part',
    pattern: phrases(
      '(?<!formal and |formal or )informal(?:ly)?(?! education)',
      'unofficial(?:ly)?',
      '(?:on an )?ad hoc(?: basis)?',
      '(?:only|merely|solely|just|limited|confined|restricted) (?:in|within|to|at|by|among|for) (?:the|some|a few|certain|one|an?)…(?:sectors?|ministry|ministries|banks?|industry|agency|agencies|province|institutions?|level|operators)',
      '(?:only|solely) (?:sector(?:al|-specific)|partial|regional|local)',
      '(?:sector(?:al|-specific)|partial) only',
      '(?:in part|partly|partially|piecemeal|fragmentary|patchy|sporadic(?:ally)?|in isolated cases)',
      'to (?:a|some) (?:limited |certain |small |lesser )?(?:extent|degree)',
    ),
    examples: ['The agencies share lists informally.', 'Lists are shared only within the banking sector.'],
    counterExamples: ['The agencies share lists formally.', 'The agency works only by day.'],
  },
]
