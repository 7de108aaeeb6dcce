import { phrases } from '../template.ts'
import type { Wording } from './wording.ts'

/** Wordings of things that work without being official; they are tried before denials, whose words they use. */
export const WITHOUT_STANDING: readonly Wording[] = [
  {
    name: 'without_standing',
    meaning: 'in_part',
    pattern: phrases(
      '(?:(?:has|have|with|enjoys?) no|lacks?(?: any| an)?|without(?: any| an)?|(?:do|does) not (?:have|enjoy|possess)(?: any| an)?) (?:official|formal|legal|national|statutory|nation-?wide) (?:status|character|standing|recognition|mandate|basis|backing|force|coverage)',
    ),
    examples: ['The guild of the guards has no official status.', 'A team works without legal basis.'],
    counterExamples: ['No team has any official status.'],
  },
]

/** Wordings of things that are there in part. */
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
