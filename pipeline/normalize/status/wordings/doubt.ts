import { phrases } from '../template.ts'
import type { Wording } from './wording.ts'

/** Wordings of clauses without substance, and of things that are not known or not counted. */
export const DOUBTS: readonly Wording[] = [
  {
    name: 'assessment_by_others',
    meaning: 'neutral',
    pattern:
      /\b(?:readiness|CIRT|CERT|CSIRT|ITU|IMPACT)\s+assessment\b(?!.*\bunofficial\b)|\b(?:assess|evaluat|gaug|apprais)\w*\b[^.]*\b(?:state\s+of\s+prepar|prepared|ready|readiness|needs?\b|feasib)|\b(?:assessment|evaluation)\b[^.]*\b(?:ready|readiness|preparation|preparedness)\b|\b(?:assess|evaluat)\w+\b[^.]*\breadiness\b|\b(?:was|were|been)\s+(?:assessed|evaluated)\s+(?:by|in)\b/i,
    examples: [
      'Visiting experts carried out a readiness assessment for the islands in 2011.',
      'Visiting experts assessed the readiness of the islands for a team.',
    ],
    counterExamples: ['The agency publishes a risk assessment every year.'],
  },
  {
    name: 'after_the_end',
    meaning: 'neutral',
    pattern: phrases(
      '^since (?:the |its |their )(?:\\w+ )?(?:dissolution|abolition|closure|closing|repeal|demise|expiry|suspension|collapse|winding[- ]up|disbandment|end|withdrawal) of(?!…(?:{be}|{have}) )[^,;]*$',
    ),
    examples: ['Since the dissolution of the council'],
    counterExamples: [
      'Since the end of the war the law has been changed.',
      'The guards watch the closing of the gates.',
    ],
  },
  {
    name: 'before_a_date',
    meaning: 'neutral',
    pattern:
      /^(?=.*\b(?:no|not|never|none|neither|nobody|without)\b).*\b(?:before|until|till|prior\s+to|up\s+to|earlier\s+than)\s+(?:(?:the\s+)?(?:end|start|beginning|spring|autumn|summer|winter|middle|year|\d{1,2}|\p{L}+)\s+(?:of\s+)?){0,2}(?:19|20)\d\d\b[^,;]*$|^(?:until|till|up\s+to|before|prior\s+to)\b[^,]*\b(?:19|20)\d\d,?[^,;]*\b(?:no|not|never|none|neither|nobody|nothing|without)\b|\b(?:used\s+to|for\s+a\s+long\s+time|for\s+(?:many\s+)?(?:years|decades)|in\s+the\s+past|formerly|previously|initially|at\s+first|originally|until\s+(?:recently|then|lately))\b[^,;]*\b(?:no|not|none|nobody|nothing|without|lacked)\b(?![^,;]*\b(?:has|have|is|are)\b)|\b(?:was|were|had|did)\b[^,;]*\b(?:no|not|none|nobody|nothing)\b[^,;]*\b(?:for\s+a\s+long\s+time|in\s+the\s+past|formerly|previously|initially|at\s+first|originally|until\s+(?:recently|then|lately))\b/iu,
    examples: ['No guard was certified before 2012.', 'Until the spring of 2012 no guard was certified.'],
    counterExamples: ['No guard has been certified since 2012.', 'No guard is certified.'],
  },
  {
    name: 'training_by_others',
    meaning: 'neutral',
    sections: ['1.2.1', '1.2.2', '1.2.3', '1.3.4', '1.4.1', '1.4.2', '1.4.3', '1.4.4'],
    pattern: phrases(
      'attended…(?:training|workshops?|courses?|seminars?|capacity[ -]building)',
      '(?:{be}|{have} ~been) ~(?:trained|taught|coached|schooled)(?: (?!by |and )[\\w-]+){0,4}? (?:abroad|overseas|in a foreign country|by (?:the )?(?:\\w+ )?(?:foreign|visiting|outside|external|donors?|ITU))',
      '(?:received|underwent|enjoyed|obtained|given)(?: [\\w-]+){0,3}? (?:training|instruction|courses?|workshops?)…(?:abroad|overseas|from (?:the )?(?:\\w+ )?(?:foreign|visiting|outside|external|donors?))',
    ),
    examples: [
      'Two officials attended a training abroad.',
      'Staff were trained abroad by donors.',
      'Two officials received some training from foreign guards.',
    ],
    counterExamples: [
      'The agency gives a training for officials each year.',
      'Staff are trained by the agency.',
      'Staff were trained by the agency and by visiting guards.',
      'Staff are taught by guards who learned it abroad.',
    ],
  },
  {
    name: 'no_exact_number',
    meaning: 'no_number',
    pattern: new RegExp(
      [
        /^(?=.*(?:\b(?:not?|without|unknown|unavailable|lack\w*|missing|never)\b|n['’]t\b)).*\b(?:exact|precise|accurate|official)\s+(?:number|numbers|statistics?|figures?|count|data|tally)\b/,
        /\b(?:number|figure|count)s?\b[^.]*\b(?:(?:is|are|was|were|has|have)\s+(?:\w+\s+)?(?:not|never)\s+(?:been\s+)?(?:known|available|recorded|kept|counted|published|supplied|provided|given|disclosed|on\s+record)|unknown|unavailable|could\s+not\s+be)\b/,
        /\b(?:number|figure|count)s?\b[^.]*\bcannot\s+be\b/,
        /\b(?:nobody|no[\s-]one|none)\b[^.]{0,40}\b(?:keeps?|kept|takes?|took|has|holds?)\b[^.]{0,30}\b(?:count|track|tally|score)\b/,
        /\b(?:keeps?|kept|takes?|took|has|holds?)\s+no\s+(?:count|track|tally)\b|\b(?:is|are|was|were)\s+(?:not|never)\s+counted\b|\b(?:not|never)\s+been\s+counted\b/,
        /(?:\bnot|n['’]t)\s+(?:know|count|keep|hold|have|exist|possess|dispose|maintain|publish|compile|collect|provide|supply|give|report|submit|disclose|state|indicate|communicate|furnish|transmit|convey|declare)\b[^.]*\b(?:number|how\s+many|statistics?|figures?|counts?|register|tally)\b/,
        /\bhow\s+many\b[^.]*\b(?:not|un(?:known|clear|certain|recorded))\b/,
        /\bnot\b[^.]{0,40}\bsurvey\b[^.]{0,40}\bstatistics?\b/,
        /\bno\s+(?:(?!standards?|or\b|phone|telephone)\w+\s+){0,3}?(?:statistics?|figures?|tally|numbers?|register|count|list\s+of\s+certified)\b/,
        /\b(?:statistics?|figures?)\b[^.]{0,60}\b(?:(?:is|are|were|was|been)\s+(?:(?:currently|yet)\s+)?(?:not|never)\s+\w+|unavailable|lacking|missing)\b/,
        /\b(?:lacks?|without|absence\s+of)\s+(?:any\s+)?(?:\w+\s+){0,2}(?:statistics?|figures?)\b/,
      ]
        .map(({ source }) => source)
        .join('|'),
      'i',
    ),
    examples: [
      'The ministry does not have the exact number of certified staff.',
      'How many guards are certified is not recorded.',
      'Nobody keeps count of the certified guards.',
      'The ministry did not communicate the number of certified guards.',
      'No statistics on certified guards are kept.',
      'The number of certified guards is not on record.',
    ],
    counterExamples: [
      'The exact number of certified staff is forty.',
      'The number of certified guards is 12.',
    ],
  },
  {
    name: 'not_recorded',
    meaning: 'no_number',
    pattern: phrases(
      '(?:not|nS?t|never) ~(?:been )?(?:captur|track|log|regist|record|tall|enumerat|survey)(?:e|ed|er|ered|ged|ying|y|ied)?',
    ),
    sections: ['1.4.3', '1.4.4'],
    examples: [
      'The files of the ministry do not capture certificates.',
      'Certificates have never been recorded.',
    ],
    counterExamples: ['The guards record each certificate.'],
  },
  {
    name: 'no_information',
    meaning: 'no_information',
    pattern: phrases(
      '(?<!(?:exchang|shar|pass|send|pool|swap)(?:e|es|ed|s|ing)? (?:on )?)no (?!longer )(?:(?!(?:such|law|framework|legislation|programme|program) )[a-z-]+ ){0,3}?{information}',
      '{information}…(?:{be}|{have}|could|can) ?~not ~(?:be(?:en)? )?~(?:made )?(?:available|at hand|to hand|to be had|on file|forthcoming|accessible|obtainable|{supply.ed}|{learn.ed})',
      '{information}…(?:do|does|did) not ~exist',
      '{information}…{be} ~(?:unavailable|absent|lacking|missing|inaccessible|unobtainable|scarce)',
      '^{information}(?:…| )(?:unavailable|lacking|missing)$',
      '(?:lack|absence|want|dearth|shortage) of (?:\\w+ ){0,2}?{information}',
      "(?:no|not|never|without|nor|n[’']t)(?: (?!(?:exchang|shar|pass|send|swap|pool|publish|circulat|distribut|transmit|spread|provid|giv|protect|handl|process|receiv|disseminat|trad|reveal)\\w*)[\\w’'-]+){0,6}? {information} (?:on|of|about|regarding|concerning|as to|relating|relative|pertaining|if|whether|disposable)",
      'lack(?:s|ed)? (?:\\w+ ){0,2}?{information} (?:on|of|about|regarding|concerning|as)',
      '(?:no|do not|does not|did not|not|never)… (?:have|keep|hold|provide|supply|give|submit|contain|offer|possess) (?:an?|any)? ?(?:official )?{information}(?: (?:of|on|about|regarding|concerning|as to)|$|\\.)',
      '(?:insufficient|inadequate|too little|too few|little|scant|incomplete) {information}',
      '(?:sources?|profiles?|surveys?|questionnaires?|answers?)…(?:(?:is|are) silent|(?:not|no)…(?:returned|completed|filled))',
      'no (?:clarity|certainty)',
      'no (?:returns?|submissions?|replies|reply|entries|entry) (?:[\\w-]+ ){0,8}?{be} ~(?:{supply.ed}|made|filed|lodged|entered)',
      'no (?:word|news)(?: (?:of|on|about)| {be})',
      'nothing (?:{be} )?(?:on record|known|to show)',
    ),
    examples: [
      'There is no available information on a framework of this kind.',
      'Details of such a framework were not supplied.',
      'There is a lack of information on this.',
      'No evidence of such a framework was found.',
      'No returns on bells were furnished.',
    ],
    counterExamples: [
      'The law covers information that is not public.',
      'There is no data protection law.',
      'There is no information sharing among the guards.',
      'The guards exchange no information with others.',
    ],
  },
  {
    name: 'not_available',
    meaning: 'no_information',
    pattern:
      /^(?:(?:information|data|details?)\s+)?(?:not\s+(?:available|known|stated|specified|reported|applicable)|un(?:available|known|specified|clear))\b(?:\W*$|\s+(?:on|about|as\s+to|regarding|concerning|at\s+(?:this|the|present)|if|whether|how|which|yet)\b)|^n\/a\b|^n\.\s?a\./i,
    examples: ['N/A', 'Not known.', 'Data unavailable.'],
    counterExamples: ['Not available to the public, the list is kept by the guards.'],
  },
  {
    name: 'not_known',
    meaning: 'no_information',
    pattern: phrases(
      'nor {be} (?:it|this|that|anything) ~(?:known|clear|certain|recorded|documented)',
      '{be} ~(?:not ~known|unknown)(?! (?:to|for|as))',
      '(?:{be}|left) ~(?:unclear|uncertain|undetermined|unconfirmed|unverified|unspecified|undocumented|unanswered|not ~(?:clear|certain|sure|stated|specified|disclosed|indicated|documented|ascertained|confirmed|verified|reported|mentioned))(?! to)',
      '(?:has|have) not ~been ~(?:disclosed|indicated|specified|confirmed|verified|ascertained|documented|clarified|determined|reported)',
      "(?:remains?|is|stays) (?:an open question|any(?:one|body)[’']s guess)",
      'not know (?:of|about|the state)',
      '(?:cannot|can not|could not) be (?:said|told|stated|judged|assessed)(?: (?:whether|if|how|which|what|with)|\\.?$)',
      '^whether (?:there|the|an?|any|such|it|this)',
      '(?:whether|if|which|who|what|how|where)…(?:not (?:be )?(?:known|recorded|on record)|(?:is|are|remains?|left) ~open)',
      '(?:nobody|no[ -]one) (?:knows|(?:could|can|(?:was|is) able to) ~{learn.base})',
      '(?:leaves?|left) (?:the |this |that )?(?:question|matter|issue|point|section|field)…(?:open|unanswered|blank)',
      '(?:do|does|did) not (?:know|say|state|specify|indicate|disclose|mention|tell|reveal)(?: (?:whether|if|how|what|which|who|where|any|anything))',
      'not (?:on record|aware of)',
    ),
    examples: [
      'It is not known whether the guards share lists.',
      'It remains unclear whether the guards share lists.',
      'The existence of such a list has not been confirmed.',
      'The answer leaves the question of lists open.',
      'It is anyone’s guess how many guards share lists.',
    ],
    counterExamples: [
      'The team is known as WIS-CERT.',
      'The guards answer questions that are not clear to the public.',
      'The law leaves the gates of the tower open.',
    ],
  },
  {
    name: 'cannot_be_found_out',
    meaning: 'no_information',
    pattern: phrases(
      "(?:could|can) ?(?:not|n[’']t) ~be ~{learn.ed}",
      "(?:could|can) ?(?:not|n[’']t) ~{learn.base}(?: (?:whether|if|any|which|how|what|who|out))?",
      '{be} ~(?:not ~able|unable) to ~{learn.base}',
      '{be} ~(?:not ~|im)(?:possible|feasible) ~to ~(?:{learn.base}|establish|know)',
      '(?:has|have) not ~been ~(?:possible to ~(?:{learn.base}|establish|know)|established (?:whether|if|which|how))',
      '(?:it|whether|if|existence|extent|status|which|how|what|who)…(?:could|can) ?not ~be ~(?:established|{learn.ed}|known|stated|said)',
      '(?:could|can) ?not ~be ~established (?:whether|if|from|which|how|that)',
      '(?:no (?:\\w+ ){0,6}?|nothing |nobody )could ~be ~(?:{learn.ed}|made)',
      'no (?:statement|assertion|finding|conclusion|comment) (?:can|could|was|is)',
    ),
    examples: [
      'It could not be established whether the guards share lists.',
      'We were unable to find out how the guards share lists.',
      'Such a list could not be verified.',
    ],
    counterExamples: [
      'The guards find out who rang the bell.',
      'A bell could not be cast for want of money.',
    ],
  },
  {
    name: 'no_answer',
    meaning: 'no_information',
    pattern: phrases(
      '(?:(?:do|does|did|has|have) ?not|never) ~{respond}(?! to (?:incidents|attacks|threats|complaints|emergencies))',
      'no (?:answer|reply|response(?! (?:team|cent|capa|plan|force|unit|mech|system|prog|serv))|feedback|comment)(?: \\w+){0,3}? (?:{be}|{have}|to|from|on|regarding|concerning|as|about|came)',
      '(?:gave|gives|given|provided|received|obtained|got|with|has|had|left|returned) no (?:answer|reply|response(?! (?:team|cent|capa|plan|force|unit|mech|system|prog|serv))|feedback)',
      'fail(?:s|ed)? to (?:answer|reply|respond)',
      '(?:question|section|field|item|answer)…{be} ~(?:left ~)?(?:unanswered|blank|open|empty)',
      'without (?:an )?(?:answer|reply)',
    ),
    examples: ['The government did not respond to the question.', 'No answer was received on this matter.'],
    counterExamples: ['The team responds to questions within a day.', 'There is no response team.'],
  },
]
