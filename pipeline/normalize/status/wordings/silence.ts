import { phrases } from '../template.ts'
import type { Wording } from './wording.ts'

/** Wordings by which those who were asked could or would not tell. */
export const SILENCES: readonly Wording[] = [
  {
    name: 'nobody_tells',
    meaning: 'no_information',
    pattern: phrases(
      '(?:repl(?:y|ies)|answers?|responses?|reports?|returns?|ministry|government|authorities) (?:[\\w-]+ ){0,3}?(?:is|are|was|were|remained|remains?|stayed|kept) ~silent',
      'no sight of|(?:came|come|comes) to hand|escapes? (?:our|the)|more than (?:we|one) can (?:say|tell)|(?:told|informed|heard|learned|learnt) (?:us )?nothing|nothing (?:[\\w-]+ ){0,3}?(?:was|were) (?:told|said|heard|received|learned|learnt|reported|received)',
      '(?:requests?|questions?|letters?|enquir(?:y|ies)|inquir(?:y|ies)|quer(?:y|ies)|e-?mails?|calls?|reminders?)…(?:(?:was|were|has been|have been|been|went|gone|remained?) ~(?:(?:not|never) ~(?:been )?(?:answered|replied to|returned|met|acknowledged|heeded)|unheeded|unmet))',
      'neither (?:be )?(?:confirmed|excluded|established|proved|proven|affirmed)',
      'no (?:answer|reply|response|word|news|statement|information) (?:reached|arrived|has reached|got (?:to|through))',
      '(?:nobody|no[ -]one|none) ~(?:has|have|had) ~(?:ever )?counted',
      '(?:returned|left|submitted|came back)… (?:without (?:an? )?(?:entry|answer|reply|figure)|blank|empty|incomplete|unfilled)',
      "(?:nobody|no[ -]one|none|neither|not one|no (?:official|ministry|agency|source|spokes\\w+|respondent|authority|expert)s?) (?:[\\w’'-]+ ){0,8}?(?:knows?|knew|seems? to know|appears? to know|(?:could|can|would|will|did|does|do|(?:was|were|is|are) ~(?:able|willing|ready|prepared|in a position) to|(?:wished|cared|wanted) to) ~(?:{learn.base}|know|answer|comment|remember|recall|respond|state|inform|enlighten|vouch))",
      '(?:declined|refused|unwilling|reluctant|would not|would neither|neither|not (?:willing|prepared|ready|in a position)(?: to)?|not want)(?: to)? ~(?:say|comment|answer|disclose|tell|reveal|confirm|confirmed|respond|give (?:details|figures|numbers))',
      '(?:remains?|{be}|has|have|still|yet) ~(?:still )?to be (?:seen|verified|confirmed|clarified|ascertained|checked|determined)',
      '(?:{be}|remains?) ~(?:an? )?(?:mystery|riddle|enigma|moot point|matter of (?:speculation|conjecture|guesswork|dispute)|opaque|obscure|murky|shrouded|hazy|in doubt|in the dark|under wraps|hard to (?:say|tell|establish|determine|ascertain)|difficult to (?:say|tell|establish|determine|ascertain|verify))',
      '(?:little|nothing|not much) (?:is|was|has been) ~(?:known|reported|published|disclosed|said|heard|documented|learned)',
      '(?:accounts|sources|reports|answers|statements|figures|witnesses|officials|records|data) (?:[\\w-]+ ){0,3}?(?:differ|conflict|vary|disagree|contradict(?: each other| one another)?|diverge)',
      '(?:contradictory|conflicting|unverified|unconfirmed|inconclusive|inconsistent) (?:accounts?|sources?|reports?|answers?|statements?|information|data|claims?|rumou?rs?|replies|evidence)',
      'neither confirm(?:ed|s)? nor den(?:y|ied|ies)',
      '(?:not|never) ~(?:been )?(?:made available|accessible|available|shown|shared|provided|supplied|submitted|seen|consulted) (?:to|with|for|by) (?:the )?(?:\\w+ )?(?:review|inspection|examination|verification|consultation|team|authors?|assessors?|auditors?|compilers?|reviewers?|evaluators?|us)',
      '^{information}…(?:but|and|though|yet) (?:(?:was|were|has|have) )?(?:not|never) ~(?:been )?{supply.ed}',
      '(?:drew|draws) a blank|blank',
      "(?:enquir(?:y|ies)|inquir(?:y|ies)|quer(?:y|ies)|requests?|letters?|e-?mails?|calls?|questions?|questionnaires?|reminders?)(?: [\\w’'-]+){0,8}? (?:unanswered|unreturned|went nowhere|without (?:an? )?(?:reply|answer|response|reaction|result|success)|met with silence|in vain|ignored|(?:brought|drew|got|received|elicited|yielded|produced|met with|found) (?:no|neither|nothing))",
      '(?:to us|to the (?:authors?|compilers?|editors?|writers?)) (?:is|are|remains?) (?:unknown|not known)|unknown to (?:us|the (?:authors?|compilers?|editors?|writers?))',
      '(?:profile|sources?|reports?|answers?|questionnaires?|surveys?|correspondents?|respondents?|ministry|documents?|government|files?|records?|returns?|replies|reply)(?: [\\w-]+){0,4}? (?:makes?|made|contains?|contained|gives?|gave|offers?|offered|says?|said|tells?|told|holds?|held|shows?|showed|has|have|include[sd]?|yields?|yielded) (?:no (?:mention|indication|clue|hint|trace|word|answer|entry|statement|details)|nothing|neither)',
      "(?:do|does|did)(?: not|n[’']t) ~(?:say|state|mention|indicate|specify|reveal|tell|show|make clear|list|report) (?:anything|whether|if|how|which|what|who|where)",
      '(?:insufficient|inadequate|not enough|too little|scant|scanty|patchy|no reliable|no solid|no firm|no hard) (?:\\w+ )?(?:information|data|evidence|facts|details|documentation|knowledge)',
      '(?:to be confirmed|t\\.?b\\.?c\\.?|to be determined|t\\.?b\\.?d\\.?)',
    ),
    examples: [
      'Nobody at the tower was able to tell us who rings the bell.',
      'No one could tell us whether the guards share lists.',
      'The guild declined to comment on its bells.',
      'It remains to be seen who rings the bell.',
      'Sources differ on the bell of the tower.',
      'Our letters to the guild went without reply.',
      'Little is known about the bells of the island.',
      'The answer of the guild contains no mention of bells.',
    ],
    counterExamples: [
      'Nobody at the tower rings the bell.',
      'The guards answer letters of children.',
      'No one can enter the tower.',
      'The agencies neither ring bells nor blow horns.',
    ],
  },
]
