import type { PatternEntry } from '../pattern.ts'

/** Not in force yet. */
export const PLAN_PATTERNS = [
  {
    name: 'revision',
    signal: 'change',
    pattern:
      '(?=(?:an? |the |its )?(?:revis|update|amend|new|second|success)|{be} )(?<!\\b(?:draft|bill)\\b[^.;]{0,60})(?:(?:an? |the |its )?(?:revision|update|amendments?|new version|second edition|successor)(?: (?:of|to) [^.;]{0,60}?)? (?:is|are|will) ~(?:be )?(?:being|under|planned|underway|in|expected|foreseen|drafted|prepared)|{be} ~being (?:revised|updated|amended|reviewed))',
    examples: ['A revision of the law is being drafted.', 'The cybersecurity strategy is being updated.'],
    counterExamples: ['A cybersecurity strategy is being drafted.'],
  },
  {
    name: 'at_work',
    signal: 'plan',
    pattern:
      '{be} ~(?:working (?:on|to|towards|with)|embarking|cooperating with… to|assisting… (?:in|to)|(?:helping|supporting)… to {make}|discussing|undergoing|committed to|formali[sz]ing|about to)|{be} ~(?:in|at) (?:(?:the|an?) )?(?:(?:early|final|last|advanced) )?(?:process|course|progress|stage|phase) (?:of|for|in)|(?:among|one of) (?:the|its) priorities|made some effort',
    examples: ['The ministry is working on it.', 'The state is in the process of establishing a CIRT.'],
    counterExamples: ['The CIRT works with the police.', 'The state has established a CIRT.'],
  },
  {
    name: 'has_begun',
    signal: 'plan',
    pattern:
      '(?:has|have) ~(?:begun|started|embarked on|applied|sought|requested|asked for|presented a (?:plan|proposal))|(?:began|started) (?:to|the|work)|(?:negotiations?|talks|discussions|consultations?|work|drafting|preparations?)(?: [^.;]{0,60}?)? (?:(?:is|are) ~(?:being )?(?:ongoing|underway|under way|in progress|taken)|started|began)|organi[sz]ing discussions',
    examples: ['The state has begun to build a CIRT.', 'Talks on a cybersecurity agreement are ongoing.'],
    counterExamples: ['The state has built a CIRT.', 'The CIRT holds talks in schools.'],
  },
  {
    name: 'tasked_with',
    signal: 'plan',
    pattern:
      '(?:tasked|charged|entrusted|mandated|commissioned) (?:with|to) (?:the )?(?:{making}|{make}|{state})|(?:committees?|commissions?|groups?|task force|council)… {found} (?:[^.;]{0,30} )?to {make}',
    sections: ['document'],
    examples: ['A working group has been tasked with drafting a cybersecurity strategy.'],
    counterExamples: ['The agency is tasked with the defence of networks.'],
  },
  {
    name: 'is_making',
    signal: 'plan',
    pattern: '(?:is|are) ~(?:also )?{making}',
    examples: ['The ministry is currently drafting a cybersecurity policy.'],
    counterExamples: ['The ministry drafted the policy of 2010.'],
  },
  {
    name: 'will',
    signal: 'plan',
    pattern:
      'will|shall|(?:is|are|was|were|be|been) ~(?:expected|planned|scheduled|foreseen|envisaged|proposed|intended|due|to be|to (?:{make}|receive|take))|studies planned',
    examples: ['A national CIRT will be established in 2016.', 'The first audit is scheduled for 2016.'],
    counterExamples: ['A national CIRT was established in 2010.', 'The hotline is open.'],
  },
  {
    name: 'plans_to',
    signal: 'plan',
    pattern:
      '(?:plans?|intends?|aims?|hopes?|expects?|proposes?|seeks?|decided|agreed|project) to ~(?:{make}|obtain|share|offer)|(?:approved|authori[sz]ed|decided on|plans?|planned) the (?:creation|establishment|setting up|opening|launch|introduction) of|(?:is|are) ~(?:planning|intending|aiming|hoping|seeking|considering)|(?:goes|comes|enters|takes|opens|starts|begins)(?: (?:live|online|public|into (?:force|operation|effect|service)|effect|up its work|its doors|work))?(?: (?:in|on|from|by|next|this|early|late|mid))+ (?:year|month|january|february|march|april|may|june|july|august|september|october|november|december|20(?:1[5-9]|2\\d))',
    examples: ['The ministry plans to develop a cybersecurity strategy.', 'The CIRT goes live in 2016.'],
    counterExamples: ['The agency carries out the plan of 2012.', 'The CIRT opens a case for each report.'],
  },
  {
    name: 'under_way',
    signal: 'unfinished',
    pattern:
      '(?:(?:is|are|currently|still|yet|now|presently|was) ~|^|, |\\()(?:under ~(?:public |parliamentary )?{state}|in ~(?:preparation|development|progress|draft|the making|the works)|underway|under way|ongoing|pending|before (?:the )?{lawmaker})|work in progress|in the pipeline|in the [\\w-]+ stage|\\(yet to be {found}\\)',
    examples: ['The cybersecurity policy is under development.', 'A framework is in the pipeline.'],
    counterExamples: ['The CIRT is under the ministry.', 'The CIRT works in two stages.'],
  },
  {
    name: 'being_made',
    signal: 'unfinished',
    pattern:
      '(?:is|are|was|were) ~(?:being ~(?:{draft}|{found}|{pass}|carried out|set up|built|considered|reactivated|trained|certified|purchased|procured|recruited|installed)|(?:currently|presently|now) {draft})|(?:has|have|is|was|were) ~(?:been )?(?:drafted|written|prepared|drawn up|finali[sz]ed)|has (?:finali[sz]ed|drawn up) (?:an?|its|the)',
    examples: ['A national framework is being developed.', 'A cybersecurity strategy has been drafted.'],
    counterExamples: ['The framework was developed in 2010.', 'The strategy has been adopted.'],
  },
  {
    name: 'awaits',
    signal: 'unfinished',
    pattern:
      '(?:awaits?|awaiting|pending) …?(?:{state}|vote|endorsement|promulgation)|(?:for|to) ~(?:approval|adoption|signature|endorsement)(?: (?:by|of|in))?|(?:submitted|presented) (?:to|for)|(?:initialled|lodged|tabled|forwarded)',
    examples: ['The policy awaits approval by the cabinet.', 'The text was lodged with the council.'],
    counterExamples: ['The council approved the policy.'],
  },
  {
    name: 'draft',
    signal: 'plan',
    pattern:
      'drafts?|bills?|proposed|proposals?|(?:strategic plan|strategy document) (?:to|for) (?:the )?(?:{make}|establishment|creation|rationalize)',
    examples: ['There is a draft strategy.', 'There is a strategy document for the establishment of a CIRT.'],
    counterExamples: ['There is a cybersecurity strategy.', 'The plan covers all agencies.'],
  },
] as const satisfies readonly PatternEntry[]
