import { phrases } from '../template.ts'
import type { Wording } from './wording.ts'

/** Wordings that say that there is none, and the turns that take such words back. */
export const DENIALS: readonly Wording[] = [
  {
    name: 'denied_denial',
    meaning: 'formula',
    pattern: new RegExp(
      [
        /\b(?:wrong|false|untrue|incorrect|mistaken|not\s+true|not\s+correct|not\s+the\s+case)\s+(?:to\s+(?:say|claim|think|believe|state)\s+)?that\b[^.]*\b(?:lacks?|no|not|without|none)\b/,
        /\b(?:not|never|no\s+longer|hardly|by\s+no\s+means)\s+(?:(?:currently|entirely|altogether|wholly|completely|been|entirely)\s+)?(?:without|lack(?:s|ed|ing)?|devoid|absent|missing|bereft)\b/,
        /\bno\s+(?:lack|shortage|want|absence|dearth)\s+of\b(?!\s+(?:information|data))/,
        /\b(?:do|does|did)\s*(?:not|n['’]t)\s+lack\b/,
        /\bcannot\s+be\s+said\s+(?:that|to)\b[^.]*\b(?:lacks?|no|not|without)\b/,
        /\bno\s+\w+\s+(?:is|are)\s+(?:without|exempt|excused|free\s+from|excluded)\b/,
        /\b(?:hardly|scarcely|rarely|seldom)\b.*\b(?:not|no|without|miss(?:es)?|fails?)\b/,
        /(?:\bnot|n['’]t)\s+(?:\w+ly\s+)?(?:kept|keep|stopped?|prevent(?:ed)?|deter(?:red)?|hinder(?:ed)?|discouraged?)\b[^.;]*\bfrom\b/,
        /\bno\s+other\b.*\bas\s+\w+\s+as\b/,
      ]
        .map(({ source }) => source)
        .join('|'),
      'i',
    ),
    examples: [
      'It would be wrong to say that the island lacks a response team.',
      'The island does not lack a response team.',
      'The island is not without a response team.',
      'There is no shortage of courses on the island.',
    ],
    counterExamples: ['It is true that the island lacks a response team.'],
  },
  {
    name: 'draft_as_subject',
    meaning: 'plan',
    pattern:
      /^(?:however,?\s+|but\s+|yet\s+)?(?!no\b|neither\b|none\b|not\b)(?:the|an?|this|its|their|one)?\s*(?:[\w-]+\s+){0,2}?(?:draft|drafts|bill|bills|proposed)\b|^(?:however,?\s+)?(?:the|its|an?)\s+(?:\w+ly\s+)?(?:drafted|tabled)\b|^(?:however,?\s+)?(?:the|its|an?)\s+[\w-]+(?:\s+[\w-]+){0,3}?,\s+(?:which\s+was\s+)?(?:drafted|prepared|written|proposed|tabled|submitted)\b|^(?:however,?\s+|but\s+)?(?:the|this|that|its)\s+(?:[\w-]+\s+){0,4}?(?:act|agreement|bill|decree|document|framework|guidelines|law|legislation|plan|policy|regulations?|road\s?map|rules|scheme|statute|strategy|text)\s+(?:has|have|is|are)\s+(?:still\s+)?(?:yet\s+to\s+be|(?:not\s+yet|still\s+not)(?:\s+been)?)\s+(?:formally\s+|officially\s+)?(?:adopted|approved|endorsed|enacted|passed|ratified|signed|published|promulgated|finali[sz]ed|in\s+force)\b/i,
    examples: ['The draft strategy has not been adopted yet.', 'The strategy has yet to be approved.'],
    counterExamples: [
      'The ministry has not adopted a strategy yet.',
      'A strategy has yet to be adopted.',
      'No bill has been introduced.',
    ],
  },
  {
    name: 'bill_not_passed',
    meaning: 'plan',
    pattern: phrases(
      '(?:not|n\\S?t|yet to be|still to be) ~(?:been )?~(?:finished|completed|finali[sz]ed)',
      '^(?:however,? |but )?(?:the|this|its) (?:[\\w-]+ ){0,4}?(?:{text}|amendments?|instrument)(?:,[^,;]*,)? (?:has|have|is|are) (?:still )?not (?:been )?~{pass.ed} (?:yet|so far|to date|until now)',
      'lacks? (?:only|just|merely|nothing but) (?:the |its |an? )?(?:[\\w-]+ )?(?:signature|approval|adoption|stamp|seal|assent|publication|vote|reading)',
      '(?:yet to|not|still to|still ha(?:s|ve) to) ~(?:{pass}|debate|discuss|consider|examine|read|take up|vote|decide|pronounce|deliberate|act|rule)(?: (?:on|upon))? (?:the|this|that|its|their) (?:[\\w-]+ ){0,3}?(?:bills?|drafts?|proposals?|proposed)',
    ),
    examples: [
      'Members have yet to vote on the bill on passwords.',
      'The council has not yet approved the draft policy.',
    ],
    counterExamples: [
      'The council has not yet received a bill on passwords.',
      'The council passed the bill.',
    ],
  },
  {
    name: 'none',
    meaning: 'denial',
    pattern:
      /^(?:a(?:nswer)?[:.]\s*)?(?:none|nil|n\Sant|no|nothing|nobody|not\s+(?:one|a|any)|neither)\b|:\s*(?:0|zero|nil|none|no|nothing|n\Sant|aucune?|[–—-]+)\W*$|^(?:0|zero)\b(?!\s*[.,]\d)|\bzero\b/i,
    examples: ['None.', 'Certified guards: 0', 'The tower has zero certified guards.'],
    counterExamples: ['Nonetheless a team works day and night.'],
  },
  {
    name: 'there_is_no',
    meaning: 'denial',
    pattern:
      /\bthere\s+(?:is|are|was|were|has\s+been|have\s+been|exists?)\s+(?:(?:currently|presently|also|as|yet|at|present|still)\s+){0,3}(?:no|not|none|nothing|neither)\b|\b(?:currently|presently),?\s+no\b/i,
    examples: ['There is currently no roadmap of this kind.'],
    counterExamples: ['There is a notice on every door.'],
  },
  {
    name: 'does_not',
    meaning: 'denial',
    pattern: /\b(?:do|does|did)\s*(?:not|n't|n’t)\b/i,
    examples: ['The island does not yet have a response team.'],
    counterExamples: ['The island does have a response team.'],
  },
  {
    name: 'has_not',
    meaning: 'denial',
    pattern:
      /\b(?:has|have|had)\s+(?:(?:currently|presently|also|yet|as)\s+){0,2}(?:no|not|never|neither)\b/i,
    examples: ['The island has no response team of its own.'],
    counterExamples: ['The island has noted each incident since 2010.'],
  },
  {
    name: 'is_not',
    meaning: 'denial',
    pattern:
      /\b(?:is|are|was|were|been|be)\s+(?:(?:currently|presently|yet|still|also)\s+){0,2}(?:not|never)\b|\bcannot\b/i,
    examples: ['A strategy is not yet part of the law.'],
    counterExamples: ['A strategy is now part of the law and widely known.'],
  },
  {
    name: 'yet_to',
    meaning: 'denial',
    pattern: phrases(
      '{have} ~yet to',
      '{be} ~yet to',
      '(?<!\\()yet to be',
      'remains? to be {make.ed}',
      'still to be {make.ed}',
    ),
    examples: ['The island has yet to form a response team.', 'A response team is yet to be formed.'],
    counterExamples: [
      'The team has set out to teach children.',
      'The team (yet to be formed) rings the bell.',
    ],
  },
  {
    name: 'lacks',
    meaning: 'denial',
    pattern:
      /\black(?:s|ed|ing)?\b|\b(?:is|are|remains?)\s+(?:still\s+)?(?:missing|without)\b|\bin\s+the\s+absence\s+of\b|\bdefunct\b|\b(?:was|were|been)\s+(?:rejected|abolished|dissolved|discontinued|withdrawn|repealed)\b|\bis\s+limited\.?$/i,
    examples: ['The public sector lacks a scheme for this.'],
    counterExamples: ['Black lists of addresses are exchanged each day.'],
  },
  {
    name: 'is_absent',
    meaning: 'denial',
    pattern: phrases(
      '{be} ~(?:missing|lacking|wanting|absent)',
      '(?:few|handful)(?: [\\w-]+)? (?:that|which|who|to) (?:have|has|are|is) (?:not|never)',
      '(?:absent|absence|dearth of|shortage of|wanting|want of|deficit of|vacuum|non-?existent|unheard of|devoid of|bereft of|deprived of|void|nil|nowhere)',
      '{be} ~(?:unregulated|unaddressed|unassigned|uncertified|uncovered|unlegislated|unmeasured|unassessed|unratified|untrained|unprotected|untouched|undeveloped|inexistent|unavailable|out of the question|outside (?:the (?:scope|remit|mandate)|all|any)|excluded from)',
      "(?:little or no|hardly any|scarcely any|no longer|n['’]t any)",
      '(?:still|as yet|so far|to date) without',
      '^(?:however,? )?(?:without(?! (?:doubt|question|exception))|instead of|rather than|in lieu of|in place of|lacking|for want of|short of|barring)',
      '(?:{be}|goes?|went|gone|left|stays?) ~un(?!ified|ited|limited|restricted|precedented|conditional|derstood|dertaken|changed|affected|disputed|available|known|reported)\\w+ed',
      '(?:devoid|short) of any',
      '(?:lies|lie|falls?|fell|stays?|is|are) ~(?:outside|beyond|out of) (?:of )?(?:its|the|their|his|any) (?:\\w+ )?(?:remit|mandate|scope|competence|jurisdiction|purview|terms of reference|reach|tasks|duties)',
      '{be} ~silent (?:on|about|as to|regarding|concerning)',
      '{be} ~(?:unknown|foreign|alien|strangers?|a stranger) to (?:the |this |its |our )?(?:\\w+ )?(?:administration|country|island|law|legislation|legislators?|government|state|statute book|public sector|public service|ministry|ministries|agencies)',
      '(?:do|does|done|go|goes|gone|went|manages?|gets? by) without',
    ),
    examples: [
      'Such a framework is absent.',
      'Schemes of this kind are non-existent.',
      'The exchange of lists remains unregulated.',
      'Such theft goes unpunished.',
      'The law is silent on passwords.',
      'Such lists are unknown to the administration.',
    ],
    counterExamples: ['The guards watch those who are present.'],
  },
  {
    name: 'failed',
    meaning: 'denial',
    pattern: phrases(
      '{fail} to {make.base}',
      '{fail.ed} to \\w+',
      '{have} ~(?:been )?(?:ignored|overlooked|neglected|disregarded|escaped|shunned|refrained|abstained|kept away|stayed away|kept out|stayed out|turned down|ruled out|opted (?:out|against)|left out)',
      '(?:refrains?|abstains?|stays?|keeps?) (?:from|away|out of|aloof|clear)',
      '(?:{have} ~been|{be}) ~{end.ed}',
      '{have} ~(?:{end.ed}) (?:its|the|all|such|any)',
      '(?:lapsed|expired|defunct)',
    ),
    examples: ['The island has failed to adopt a strategy.', 'The scheme was abandoned.'],
    counterExamples: ['The guards help those who fall victim to fraud.'],
  },
  {
    name: 'ended',
    meaning: 'denial',
    pattern: phrases(
      'there (?:was|were|existed|had been) (?:[\\w-]+ ){1,8}?(?:until|till|up to)',
      '(?:closed|ended|shut|stopped|folded) (?:again )?(?:in|on|by|at the end of|after) (?:[\\w]+ )?(?:19|20)\\d\\d',
      '(?:lost|forfeited|surrendered) (?:its|their) (?:certificates?|certification|accreditation|membership|licence|mandate|status|funding)',
      '(?:and|but) (?:was |were )?(?:then |later |finally |subsequently )?(?:given up|dropped|abandoned|rejected|shelved|discarded|dismissed)',
      'pulled the plug',
      '(?<!never )ceased ~to \\w+',
      '(?:ceased?|stopped) ~(?:to )?(?:(?:exist|function|operat|work|be|run|apply)(?:ing|e|ions?)?|(?:its|all|their) (?:work|activit\\w+|operations?|services?))',
      '(?:has|have|had) (?:long |since )*(?:ceased|closed|ended|collapsed|folded|vanished|disappeared)(?=\\W*$| (?:in|since|with|when|after|for))',
      '(?:came|{have} ~come|(?:was|were|been) ~(?:brought|drawn)|ground) to (?:an? )?(?:end|halt|close|standstill|nothing|naught|nought|grief)',
      '(?:fell|fallen|gone|went|go) ~(?:silent|asleep|to sleep|dark|dead|quiet|out of (?:use|service|business|operation|force)|into (?:disuse|abeyance|oblivion)|by the board|off the air)',
      '(?:fell|fallen) ~(?:apart|through)',
      'existed (?:only )?(?:until|till|up to)',
      '{have} ~been ~(?:offline|out of reach|vacant|empty|closed|suspended|down) (?:since|for (?:years|months))',
      '(?:collapsed|folded|foundered|petered out|died (?:out|away|down)|fizzled out|dried up|ran out|run out|led nowhere|led to nothing)',
      '(?:was|were|{have} ~been) ~(?:wound (?:up|down)|phased out|shut down|terminated|done away with|called off|broken off|mothballed|struck down|given up|allowed to lapse)',
      'closed (?:its|their) doors',
      '{be} ~(?:dormant|moribund|inactive|inoperative|extinct|idle|in abeyance|out of (?:service|use|order|force|operation)|a thing of the past|a dead letter)',
    ),
    examples: [
      'The response team ceased to operate in 2012.',
      'The partnership came to an end.',
      'The help desk was wound up.',
      'The committee is dormant.',
      'A partnership existed until 2009.',
      'The help desk has been offline since 2011.',
    ],
    counterExamples: [
      'The team stopped an attack in 2012.',
      'The team ends each day with a report.',
      'The law punishes those who shut down a service.',
      'Forbidden lists are taken down within a day.',
      'Forty guards have gone through the course.',
      'Incidents brought to an end by the guards are listed.',
      'The certificate of the tower never ran out.',
    ],
  },
  {
    name: 'stays_apart',
    meaning: 'denial',
    pattern: phrases(
      '(?:left|quit|exited|pulled out of|walked out of|withdrew from) (?:the )?[\\w-]+(?: [\\w-]+)?(?: again)? in (?:19|20)\\d\\d',
      '(?:stays?|stayed|stands?|stood|remains?|remained) ~(?:outside|aloof|apart|on the sidelines|away)',
    ),
    sections: ['1.5.1', '1.5.2', '1.5.3', '1.5.4', '2.2'],
    examples: ['The island stays outside the Convention.'],
    counterExamples: ['The guards stay on duty at night.'],
  },
  {
    name: 'alone',
    meaning: 'denial',
    pattern: phrases(
      'under lock and key',
      'keeps? (?:(?!(?:and|which|that) )[\\w-]+ ){0,5}?to (?:itself|themselves)',
      '(?:stands?|stood|remains?|remained) ~alone(?=\\W*$)',
      '(?:works?|acts?|operates?|proceeds?|looks after) ~(?:in (?:isolation|silos)|alone|on (?:its|their) own|(?:itself|themselves) alone)(?=\\W*$)',
      '(?:goes|go|went) (?:its|their) (?:own|separate) ways?',
    ),
    sections: ['1.5.1', '1.5.2', '1.5.3', '1.5.4'],
    examples: [
      'Each agency keeps its lists to itself.',
      'The agencies work in isolation.',
      'The agencies go their separate ways.',
    ],
    counterExamples: [
      'The guards keep the lists up to date.',
      'The agencies work alone on small incidents and together on others.',
    ],
  },
  {
    name: 'negated',
    meaning: 'denial',
    pattern: /\b(?:no|not|nothing|nobody|no-one|none|never|neither|nor)\b|n['’]t\b/i,
    examples: ['The public sector shares nothing of the sort.'],
    counterExamples: ['The public sector shares a notable deal of it.'],
  },
]
