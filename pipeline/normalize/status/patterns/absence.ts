import type { PatternEntry } from '../pattern.ts'

/** Nothing is known, or nothing is there. */
export const ABSENCE_PATTERNS = [
  {
    name: 'denies_denial',
    signal: 'affirmed',
    pattern:
      '(?:wrong|incorrect|untrue|false|not ~(?:true|correct|right)) (?:to (?:say|claim|think) )?that… (?:{not}|no|lacks?|without)',
    examples: ['It is not true that the state has no CIRT.'],
    counterExamples: ['It is not true that the state has a CIRT.'],
  },
  {
    name: 'no_information_on_number',
    signal: 'no_number',
    pattern: '{info}… (?:exact )?number (?:of|is|was)|number… {be} (?:not ~(?:known|available|kept)|unknown)',
    sections: ['count'],
    examples: ['There is no information on the number of certified officials.'],
    counterExamples: ['The number of certified officials is high.'],
  },
  {
    name: 'no_exact_number',
    signal: 'no_number',
    pattern:
      '(?:{not} ~(?:have|know)|{have} no|there (?:is|are) no) (?:any |the |an? |their |its |available )*(?:exact |precise |official |known )*(?:numbers?|figures?|statistics?)|(?:exact|precise) (?:numbers?|figures?)… (?:do|does) not ~exist|{not} ~(?:conduct|conducted|carry out|carried out) (?:an? |any )?survey',
    sections: ['count'],
    examples: ['The state does not have the exact number of experts.', 'It has not conducted a survey.'],
    counterExamples: ['The state has ten certified experts.', 'The agency conducted a survey.'],
  },
  {
    name: 'no_information',
    signal: 'no_information',
    pattern:
      '(?:no|not any|not ~(?:have|hold|possess) (?:any |an |the )?) ?(?:(?:further|official|exact|reliable|available|specific|detailed) )*{info}',
    examples: ['There is no available information concerning a national CIRT.'],
    counterExamples: ['There is no information security policy.'],
  },
  {
    name: 'information_missing',
    signal: 'no_information',
    pattern:
      '(?:^|\\w+: )(?:the )?{info}(?: [^.;]{0,120}?)? (?:{not} ~(?:been )?(?:made )?(?:available|known|provided|obtained|found|published|received)|unavailable|missing|lacking)',
    examples: ['Information on the cybersecurity policy was not available.', 'Data missing.'],
    counterExamples: ['The data protection act is not in force.', 'Information is shared by the CIRT.'],
  },
  {
    name: 'not_known',
    signal: 'no_information',
    pattern:
      '(?:could|can|was|were|is|are|unable|been) ~(?:not|to) ~(?:be )?(?:checked|verified|confirmed|determined|ascertained|obtained|documented|established whether|verify|confirm|determine)|^not (?:documented|specified|provided)|{be} ~(?:unknown|not ~known|unclear)|nothing is known|^n\\/a|{not} ~know (?:whether|if)|^whether [^.;]{0,100} {not}',
    examples: ['Whether a hotline exists could not be checked.', 'It is not known whether one exists.'],
    counterExamples: ['The strategy has been confirmed by the cabinet.', 'The CIRT is well known.'],
  },
  {
    name: 'gives_no_help',
    signal: 'refusal',
    pattern:
      '{not} ~(?:provide|offer|give|accept|receive|handle|take|deal|cover|process|support)… (?:child\\w*|minors?|such|this|these)',
    sections: ['help'],
    examples: ['The CIRT does not provide specific information on child online protection.'],
    counterExamples: ['There is no agency for child online protection.'],
  },
  {
    name: 'not_finished',
    signal: 'unfinished',
    pattern:
      '(?:^(?:(?:it|they|this|which|and|(?:the|this|its) (?:[\\w-]+ ){0,4}?(?:{text}|centre|center|agency|instrument)) )?|, which )(?:has|have|is|are) (?:(?:still )?not (?:yet )?|yet to be )(?:been )?~(?:{pass}|{found}|in force|finali[sz]ed|operational|published)|yet to {make}… (?:bills?|drafts?)',
    examples: ['It has not yet been adopted.'],
    counterExamples: ['A cybersecurity strategy has not yet been adopted.'],
  },
  {
    name: 'ended',
    signal: 'ended',
    pattern:
      '{be} ~(?:repealed|revoked|abolished|dissolved|disbanded|closed(?: down)?|discontinued|abandoned|dropped|cancelled|withdrawn|suspended|defunct)|now defunct|expired|lapsed|ceased|no longer|not any ?more',
    examples: ['The CIRT was dissolved in 2012.', 'The cybersecurity strategy expired in 2010.'],
    counterExamples: ['The CIRT closes 400 incidents a year.', 'The strategy runs until 2020.'],
  },
  {
    name: 'there_is_none',
    signal: 'denial',
    pattern: 'there ~(?:is|are|was|were|exists?) ~(?:no|not|none|neither|nothing|nowhere)(?! doubt)',
    examples: ['There is no national CIRT.', 'There is still no cybersecurity strategy in the state.'],
    counterExamples: ['There is a national CIRT.', 'There is no doubt that the CIRT works.'],
  },
  {
    name: 'does_not',
    signal: 'denial',
    pattern:
      "(?:do|does|did|has|have|had|is|are|was|were|can|could|will)(?:n't| ~not)|cannot|never|(?:has|have|is|are) ~yet to ~(?:be )?\\w+",
    examples: ['The state has never had a national CIRT.', 'A cybersecurity policy has yet to be developed.'],
    counterExamples: ['The state does have a governance roadmap.', 'The CIRT has to report each year.'],
  },
  {
    name: 'has_none',
    signal: 'denial',
    pattern:
      '(?:has|have|had|with|offers?|provides?|contains?|shares?|belongs? to|(?!(?:reported|received|recorded|detected|registered) )\\w+ed(?: to| in)?) ~(?:no|none|nothing|neither)(?! (?:doubt|shortage|lack))',
    examples: ['The state has no cybersecurity strategy.', 'The state has adopted no strategy.'],
    counterExamples: ['The state has a strategy.', 'The CIRT has no shortage of staff.'],
  },
  {
    name: 'none',
    signal: 'denial',
    pattern:
      '^(?:(?:to date|so far|at present|currently|in [\\w ]{1,30}),? )?(?:no(?! doubt)|zero(?!-)|none|nil|nothing|nobody|neither|not (?:one|a|any|at|established|available|applicable))|[\\w&]+: ?(?:none|no|nil|0|not)(?: (?:to date|so far|yet|at present))?\\W*$|lacks?|lacking|{be} ~(?:missing|absent|non-?existent)||without (?:an?|any|its) (?:[\\w-]+ )?{thing}',
    examples: [
      'No cybercrime law has been enacted.',
      'Certified staff: 0',
      'Zero agencies are certified.',
      'The state lacks a strategy.',
    ],
    counterExamples: ['No doubt the CIRT works.', 'The CIRT searches for missing children.'],
  },
] as const satisfies readonly PatternEntry[]
