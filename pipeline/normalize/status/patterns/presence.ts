import type { PatternEntry } from '../pattern.ts'

/** There is one; these are tried before plans. */
export const FIRST_PRESENCE_PATTERNS = [
  {
    name: 'assessment',
    signal: 'neutral',
    pattern:
      'assessed|assessments?… (?:for|of|was|has been|were|is)|(?:conduct(?:ed|ing)|complet(?:ed|ing)|carried out|perform(?:ed|ing))… assessment|attended… (?:training|capacity building)',
    sections: ['body'],
    examples: ['ITU conducted a CIRT readiness assessment for the state in 2012.'],
    counterExamples: ['The CIRT was founded in 2012.'],
  },
  {
    name: 'trained_by_others',
    signal: 'neutral',
    pattern:
      '(?:staff|officials?|officers?|employees|personnel|servants|experts?|engineers?|technicians?|participants)(?: [^.;]{0,60}?)? (?:(?:was|were|been) ~trained (?:by|in|at|abroad)|(?:attended|took part in|participated in)… (?:trainings?|workshops?|courses?|seminars?))|(?:trainings?|courses?)(?: [^.;]{0,60}?)? (?:held|conducted|organi[sz]ed|given|provided) by (?:the )?itu',
    sections: ['activity'],
    examples: ['Two officials were trained by ITU abroad.', 'A training was conducted by ITU in May.'],
    counterExamples: ['The CIRT trains the staff of ministries.'],
  },
  {
    name: 'adopted_and_reviewed',
    signal: 'in_force',
    pattern:
      '(?:{pass}|in force)(?: [^.;]{0,60}?)?,? (?:(?:and|which) )?(?:is|are) ~(?:under (?:review|revision)|being (?:reviewed|revised|updated|amended))',
    examples: ['The strategy, approved by the cabinet in 2012, is under review.'],
    counterExamples: ['The strategy is under review.'],
  },
  {
    name: 'acceded',
    signal: 'joined',
    pattern:
      '(?:(?:has|have|had) ~|^[\\w ,-]{0,60}?|, )(?:acceded|ratified|signed|joined)(?! (?:the )?(?:[\\w-]+ ){0,3}?charter)|(?:is|are|became) ~(?:an? |the )?(?:states? )?(?:part(?:y|ies)|signator(?:y|ies)) (?:to|of)',
    sections: ['treaty'],
    examples: ['The state has acceded, with no reservation to any article, to the Convention.'],
    counterExamples: ['The state will accede to the Convention.'],
  },
  {
    name: 'member_of',
    signal: 'joined',
    pattern:
      '(?:is|are|was|were)(?: also)?(?: is)? ~(?:an? |the |one of the |among the |actively )?(?:[\\w-]+ ){0,2}?(?:members?|party|participants?|partner|signatory|involved)(?: (?:of|in|to|with))?|(?:takes|took) ~(?:an? )?(?:[\\w-]+ )?part in|participate[sd]?|joined|hosts?|hosted|attends?|attended',
    sections: ['membership'],
    examples: ['The state is a member of FIRST.', 'The state took part in the drill of 2012.'],
    counterExamples: ['The state will be a member of FIRST.', 'The state is joining FIRST.'],
  },
] as const satisfies readonly PatternEntry[]

/** There is one, or part of one; these are tried last. */
export const PRESENCE_PATTERNS = [
  {
    name: 'informal',
    signal: 'in_part',
    pattern: 'informal(?:ly)?|unofficial(?:ly)?|ad hoc|disjointed',
    examples: ['There are informal contacts between the CIRT and banks.'],
    counterExamples: ['There are formal contacts between the CIRT and banks.'],
  },
  {
    name: 'functions_taken_over',
    signal: 'in_force',
    pattern:
      '(?:functions|tasks|duties|work|mandate|role|responsibilities|powers)… (?:transferred|passed|handed over|moved|entrusted|assigned) to|(?:replaced|succeeded|superseded) by',
    examples: ['Its functions were transferred to the cybersecurity agency.'],
    counterExamples: ['The CIRT transfers files by a secure network.'],
  },
  {
    name: 'adopted',
    signal: 'in_force',
    pattern:
      '(?:is|are|was|were|been|,) ~(?:{pass}|{found})|^[^.;]{0,60} (?:{pass}|{found})\\W*$|(?:is|are|remains?|been) ~(?:in (?:force|place|operation|use)|operational|up and running|active|operating)|(?:came|entered) into (?:force|effect|operation)|in force|since (?:19|20)\\d\\d|(?<!to )(?:adopted|approved|enacted|endorsed|passed|signed|ratified|established|created|founded|launched|introduced|implemented|issued|published|set up|appointed|organi[sz]ed|conducted|carried out|held|concluded|performed|trained|designated|recogni[sz]ed|developed|produced|hosted|participated|joined|accredited|licensed|empanelled)',
    examples: ['The state has enacted a cybercrime law.', 'The cybercrime law is in force.'],
    counterExamples: ['The minister asked the council to set up a team.', 'The cybercrime law is strict.'],
  },
  {
    name: 'has_the_thing',
    signal: 'affirmed',
    pattern:
      '(?:has|have|there (?:is|are|exists?)|maintains?|includes?) (?:(?!(?:to|been|that|which|who) )[^\\s.;]+ ){0,12}?[\\w-]*(?:{thing}|certified|members?|numerous)',
    examples: ['The state has a cybersecurity strategy, a law, an agency, training and certified experts.'],
    counterExamples: ['The state has many computers.'],
  },
  {
    name: 'is_the_thing',
    signal: 'affirmed',
    pattern:
      "(?:is|are|was|been|being) ~(?:(?!(?:to|in|on|by|at|from|about|with|for|of|that|who|which) )[\\w'-]+ ){0,6}?(?:{thing}|leading|member|certified|accredited)",
    examples: ['The National Plan is the cybersecurity strategy of the state and the agency its CIRT.'],
    counterExamples: ['The ministry is large.'],
  },
  {
    name: 'is_done',
    signal: 'affirmed',
    pattern:
      "(?:is|are|was|were|been|being) ~(?:[\\w-]+ ){0,1}?(?:based on|part of|available|included|dedicated|aimed|provided|organi[sz]ed|offered|conducted|supported|performed|shared|used|involved|covered|encouraged|called)|(?:is|are|being) ~(?:[\\w'-]+ ){0,3}?(?:responsible|in charge|answerable|mandated|tasked|entrusted)|responsibility (?:for|of|lies)|^[^.;]{0,60} in charge",
    examples: [
      'Courses on it are offered by the university.',
      'The ministry is responsible for cybersecurity.',
    ],
    counterExamples: ['Courses on cybersecurity are rare.', 'The ministry is large.'],
  },
  {
    name: 'acts',
    signal: 'affirmed',
    pattern:
      '(?:provides?|offers?|supports?|receives?|gives?|facilitates?|enables?|informs?|advises?|promotes?|publishes|trains?|teach(?:es)?|holds?|maintains?|helps?)|(?:conducts?|organi[sz]es?|runs?|operates?|performs?|implements?|manages?|coordinates?|ensures?|monitors?|handles?|leads?|carr(?:y|ies) out|(?:serves?|acts?) as)|(?:shares?|exchanges?|cooperates?|collaborates?|participates?|works? (?:with|closely|together)|contributes?)|(?:requires?|regulates?|criminali[sz]es?|punish(?:es)?|prohibits?|covers?|contains?|includes?|defines?|establishes|designates|sets out|applies to|aims? (?:to|at)|deals? with|mandates|must (?:comply|report|notify))',
    examples: ['The CIRT coordinates the response.', 'The act punishes access to the computers of others.'],
    counterExamples: ['The CIRT is old.', 'The act is old.'],
  },
  {
    name: 'can_be_reported',
    signal: 'affirmed',
    pattern:
      '(?:can|may|should) (?:also )?be (?:reported|filed|made|addressed|submitted|sent|denounced|filled|lodged|contacted|directed)|report|call|dial|contact|phone|telephone|website',
    sections: ['help'],
    examples: ['Incidents can be reported to the CIRT.'],
    counterExamples: ['The police is large.'],
  },
] as const satisfies readonly PatternEntry[]
