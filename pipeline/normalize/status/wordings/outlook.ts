import { phrases } from '../template.ts'
import type { Wording } from './wording.ts'

/** Nouns for the first coming of a thing, as opposed to its use. */
const COMING =
  'creation|establishment|setting[- ]up|set-up|putting in(?:to)? (?:place|service|force|operation)|opening|adoption|formation|constitution|foundation|founding|launch|launching|signature|signing|ratification|accession|adhesion|enactment|promulgation|drafting|elaboration|formulation|introduction|institution|inauguration|installation|designation|appointment|nomination|finali[sz]ation|completion|conclusion|passage|entry into (?:force|service)|coming into (?:force|being)|start|commencement|membership|establishing|creating|forming|joining|adopting|founding|elaborating'

/** What is said of the coming of a thing once it has come, or of how it is ruled. */
const DONE =
  'complet\\w+|complete|achieved|done|finished|over|past|behind|governed|regulated|ruled|carried out|conducted|compulsory|mandatory|required|prohibited|forbidden|punish\\w*|subject to (?:fines?|penalt\\w+)|ensured|guaranteed|welcomed|celebrated|published in|recorded|registered|open to|for|held by|a (?:matter|task|duty) of|the (?:task|duty|responsibility) of|in force|effective|confirmed'

/** Wordings of things to come that name the coming rather than the thing. */
export const OUTLOOKS: readonly Wording[] = [
  {
    name: 'coming_as_subject',
    meaning: 'plan',
    pattern: new RegExp(
      `^(?:(?:however|but|yet|and|though|although|nevertheless|nonetheless),?\\s+)?(?:(?:the|an?|its|their|this|such)\\s+)?(?:(?:formal|official|early|final|swift|speedy|forthcoming|full|legal|national)\\s+)?(?:${COMING})(?:\\s+(?:of|to)\\s+(?:(?!\\b(?:is|are|was|were|has|have)\\b)[^;]){1,200}?|(?<=\\b(?:its|their)\\s+\\S+))\\s+(?:(?:was|were)\\s+(?:\\w+ly\\s+|then\\s+)?(?:contracted|commissioned|entrusted|assigned|begun|started|delegated|outsourced|announced|promised|postponed|delayed|decided)\\b|(?:is|are|remains?|stands?|figures?|features?|ranks?|lies|rests|depends?|awaits?|appears?|forms?)\\b|(?:has|have)\\s+(?:\\w+ly\\s+)?been\\s+(?:\\w+ly\\s+)?(?:agreed|announced|approved|decided|decreed|authori[sz]ed|ordered|promised|pledged|recommended|requested|urged|programmed|planned|foreseen|envisaged|scheduled|postponed|delayed|deferred|included|entrusted|discussed|proposed|budgeted|financed|funded|put|set|written|inscribed|entered)\\b)(?!\\s+(?:(?:now|already|also|\\w+ly)\\s+)?(?:${DONE.replaceAll(' ', '\\s+')})\\b)`.replaceAll(
        / (?=[^\]])/g,
        '\\s+',
      ),
      'iu',
    ),
    examples: [
      'The creation of a guild of guards is inscribed in the plan of the ministry.',
      'The opening of a help desk figures among the tasks of the council.',
      'The setting up of a guild has been decided.',
    ],
    counterExamples: [
      'The creation of fires is forbidden.',
      'The accession of the island to the Convention was completed in 1990.',
      'The opening of letters is punished by the law.',
    ],
  },
  {
    name: 'coming_year',
    meaning: 'plan',
    pattern:
      /^(?!.*\b(?:the|an?|its|is|are|was|were|has|have|had|did|does|do)\b).*\b(?:launch|opening|start|first\s+[\w-]+|adoption|completion|go-?live|roll-?out|commencement|signature|ratification|accession|due|expected|target(?:ed)?|eta|scheduled|planned|as\s+of|by|certification|entry\s+into\s+force)(?:\s+(?:in|by|date))?[:,]?(?:\s+for)?\s+\(?(?:(?:early|late|mid|end(?:\s+of)?|q[1-4]|h[12]|spring|summer|autumn|winter|\p{L}+)[\s-]*)?(?:201[5-9]|202\d)\b/iu,
    examples: ['First courses 2015.', 'Guild of guards: opening 2016'],
    counterExamples: ['First courses 2010.', 'The guild has been open since 2015.'],
  },
  {
    name: 'under_way',
    meaning: 'plan',
    pattern: phrases(
      '(?:reached|entered|passed to|moved to) (?:the |its )?(?:[\\w-]+ )?(?:stage|phase|reading|floor)',
      'to be \\w+ed (?:from|by|in|at|on|later|next) (?:the )?(?:end |start |spring |summer |autumn |winter |year|next|january|february|march|april|june|july|august|september|october|november|december|201[5-9])\\S*',
      '(?:granted|awarded|given|allotted|voted|promised) (?:the )?(?:money|funds|funding|an? (?:[\\w-]+ )?(?:grant|budget|loan))',
      'initial+ed',
      '(?:is|are) ~being ~(?:tested|trialled|piloted)(?=\\W*$)',
      '(?:has|have) ~(?:asked|called|petitioned|lobbied|applied) for (?:an? |the |its )?(?:[\\w-]+ ){0,3}?(?:forum|agency|law|team|centre|strategy|hotline|programme|framework|platform|council|roadmap|partnership|membership|cert|cirt)',
      '(?:written|drafted|ready|complete|finished|prepared) and (?:lies|rests|sits|is|awaits|waits)',
      '(?:ministry|government|cabinet|council|parliament) ~(?:has|have) agreed(?=\\W*$| and| to)',
      '(?:agreement|contract|memorandum|mou|accord|deal|arrangement)… (?:for|on|to) (?:the |its |their )?(?:implementation|establishment|creation|setting[- ]up|formation|deployment|launch|building|supply)(?! of (?:iso|standards))',
      '(?:was|were) ~(?:discussed|mooted|announced|considered|contemplated|promised)(?! (?:by|at) (?:the )?(?:guards))',
      '(?:work|drafting|preparations?|project|process|procedure)…(?:kicked off|got (?:under way|going)|been (?:launched|initiated)|(?:is|was|were) (?:started|begun|launched|initiated))',
      '(?:is|are|lies|now|currently) ~in front of',
      'shall be \\w+ed (?:after|once|upon|when|from|by|following|within|next|as soon as)',
      '(?:{be} |{have} ~been )?(?:in (?:the offing|prospect|store|embryo|gestation|its infancy|statu nascendi)|imminent|impending|on course|en route|next in line|next on the list|before long|in due course|down the (?:road|line)|at hand)(?=\\W*$| (?:for|to|by|in|with|and|as|since))',
      '(?:nears?|nearing|approach(?:es|ing)|edg(?:es|ing)|inch(?:es|ing)|mov(?:es|ing)|head(?:s|ing)|march(?:es|ing)) ~(?:towards?|to|closer to|for)? ?(?:completion|adoption|approval|enactment|signature|launch|promulgation|accession|ratification|the statute book|the finish)',
      '(?:paves?|paving|paved|clears?|clearing|cleared|prepares?|preparing|prepared) the (?:way|ground|path|road) (?:for|to|towards)|(?:lays?|laying|laid) (?:the )?(?:groundwork|foundations?|ground) (?:for|of)',
      '(?:groundwork|foundations?|ground|way|stage)… (?:is|are|has been|have been) ~(?:being )?(?:laid|paved|prepared|set|cleared)|one (?:step|signature|vote) away',
      '(?:is|are) ~(?:crafting|polishing|fine-tuning|putting together|shaping|assembling|laying|penning|framing|sketching|outlining|costing|mapping)',
      "(?:needs?|requires?|wants?|awaits?) (?:only|just|still|merely|but) (?:the |its |an? )?(?:[\\w’'-]+ ){0,2}?(?:signature|approval|adoption|assent|go-ahead|green light|blessing|stamp|seal|vote|endorsement|funding|publication)",
      '(?:go-ahead|green light|blessing) (?:has been |was |is )?(?:given|for|to)|(?:given|gave|received|got|obtained) (?:the |its )?(?:go-ahead|green light|blessing)',
      '(?:bill|draft|text|law|act|strategy|policy|plan|decree|document|ordinance|code|it)(?:,[^,;]*,)? (?:is |has been )?(?:lies|lie|rests?|stuck|held up|sits?|sitting|lying|stalled|blocked|parked) ~(?:with|in|at|before|on) (?:the )?(?:[\\w-]+ ){0,2}?(?:{lawmaker}|commission|committee|legal|office|desk|registry|drawer)',
      '(?:prototype|beta|proof of concept|test run|dry run|dress rehearsal|trial run)',
      '(?:vowed|vows|declared (?:its|their|his|her) (?:intention|readiness|willingness)|signal+ed (?:its|their) (?:intention|readiness|willingness)|given (?:its|their|his|her) word|undertaken|minded|resolved|determined|eager|would welcome|look(?:s|ing)? forward) to',
      '(?:is|are|was|were) ~(?:to|due to|set to) ~(?:follow|come|arrive|materiali[sz]e|see)',
      'expects? (?:the |its |an? |this )?(?:[\\w-]+ ){1,6}?to ~(?:clear|pass|be|come|enter|become|open|start|follow|see|take|go|get|join|adopt|sign|ratify)',
      '(?:opens?|starts?|begins?|resumes?|follows?|comes?|takes?|goes) (?:[\\w’-]+ ){0,7}?(?:after|before|following) (?:the )?(?:\\w+ )?(?:break|recess|elections?|holidays|vacation|spring|summer|autumn|winter|new year)',
      'remains? an? (?:project|plan|draft|proposal|goal|aim|task|ambition|intention)',
      '(?:has|have|was|were|been) ~(?:tendered|put out to tender|advertised)|(?:invit|call|ask|request)(?:s|ed|ing)? (?:for )?(?:bids|tenders|proposals|offers|quotations|expressions of interest)',
      'should …(?:by|before|in|within|during) (?:the )?(?:end|start|spring|summer|autumn|winter|year|month|next|coming|early|late|mid|201[5-9])\\S*',
      '(?:shared|circulated|sent|passed|distributed|posted|published)… for (?:their |its |the |further |public )?(?:comments?|review|input|approval|feedback|opinions?|remarks|observations)',
      '(?:is|are) ~helping (?:[\\w-]+ ){0,5}?(?:to )?(?:put|draw|write|set|draft|develop|prepare|create|establish|build|form|design)',
      '(?:is|are) ~(?:testing|trialling|piloting|trying out) (?:it|them|the (?:software|system|platform|form|service))',
      '(?:ink… (?:still )?(?:wet|not dry)|(?:final|last|finishing) (?:touches|strokes|stages?)|in the home straight|one signature away|within reach|around the corner)',
      '(?:papers|application|request|dossier|forms?|file|documents)… (?:{have} ~been |{be} ~)?(?:sent (?:off|in)|filed|lodged|handed in|submitted|posted)',
      'being ~(?:read|voted on|heard)',
      '(?:work|drafting|preparations?|plans?|talks|negotiations?|discussions?)(?: (?:on|for|with|about|of|to) (?:[\\w-]+ ){1,8}?| )(?:is|are) ~(?:well )?(?:advanced|progressing|proceeding|on schedule|on track|far advanced|moving|nearly|almost|close)',
      '(?:engaged|hired|recruited|contracted|retained|called in) (?:an? |the |some |two |three )?(?:[\\w-]+ )?(?:consultants?|consultancy|consulting firm|advis[eo]rs?)',
      '(?:is|are|still|now|remains?) ~in (?:the )?(?:(?:phase|stage|course|process) of )?(?:{unfinished}|constitution|negotiations)',
      '{be} ~(?:expected|hoped|foreseen|planned|envisaged|intended|anticipated|projected|desired|wished) that',
      'recommendations?(?: [\\w()-]+){0,12}? (?:was|were|is|are|has been|have been|been) ~(?:accepted|adopted|endorsed|agreed|approved|taken up|noted)',
      '(?:recommends|recommended|advises|advised|suggests|suggested|proposes) (?:that|to ~{make.base}|{make.ing}|(?:the )?{making}|an? (?:single|national|new|dedicated|specific|separate|permanent|central))',
      'undergo(?:es|ing|ne)? (?:an? |the |its )?(?:[\\w-]+ ){0,3}?(?:certification|accreditation|audit|evaluation)',
      '(?:formulation|drafting|creation|adoption|establishment|elaboration|enactment|preparation|setting[- ]up) (?:is|are) ~(?:included|foreseen|listed|inscribed|planned|part of|among|due|expected|pending)',
      '(?:has|have) ~(?:commissioned|ordered|contracted|requested) (?:an? |the )?(?:\\w+ )?(?:draft|study|proposal|text)',
      'in line for|(?:funding|funds|budget|money|grant|loan)(?: (?:for|to|towards) (?:[\\w-]+ ){1,8}?| )(?:(?:was|were|is|are|has been|have been) )?~(?:approved|secured|granted|released|allocated|agreed|requested|sought)',
      'in (?:the )?course of (?:the )?(?:{making}|{unfinished}|approval|mounting|publication|signature|validation|formali[sz]ation|being|\\w+ing)',
      '(?:is|are) in course',
      '(?<!hand )in (?:hand|train|motion|view|sight|gestation|embryo|the wings|the (?:circuit|process|phase|stage) of)',
      'on the (?:anvil|stocks|horizon|desks?|docket|order of the day|point of)',
      '(?:afoot|embryonic|nascent|half-(?:finished|written|built)|unfinished|uncompleted)',
      '(?:is|are) ~(?:incomplete|not ~(?:finished|complete|ready))(?=\\W*$)',
      '{be} ~(?:being ~(?:readied|mooted|mulled|weighed|scoped|explored|floated|mapped out|thrashed out|hammered out)|mooted|pencilled in|budgeted(?: for)?|timetabled|programmed|calendared|billed for|lined up|called for)',
      '(?:gearing|gears|geared) up (?:to|for)',
      "(?<!(?:each|every|once a) year… )(?:opens?|starts?|begins?|goes|comes?|takes? (?:effect|up|shape|place)|enters?|follows?|becomes?|joins?|launch(?:es)?|votes?|kicks? off|gets? under way|sits?|meets?|signs?|ratif(?:y|ies)|adopts?|accedes?)(?: (?!(?:each|every) )[\\w’'-]+){0,8}? (?:in|by|this|next|from|before|on|come) (?:the )?(?:early |late |mid-?)?(?:spring|summer|autumn|winter|new year|january|february|march|april|may|june|july|august|september|october|november|december)(?! (?:\\d|of (?:each|every|last)|each|every|last|and|to))",
      '(?:mulling|eyeing|mooting|scoping|toying with|weighing up|mapping out|thrashing out|hammering out)',
      '(?:engaged|entered|opened|begun|started|launched|set in motion|initiated) (?:itself (?:in|on) )?(?:the|an?|its) (?:\\w+ )?(?:process|procedure|procedures|formalities|steps|path|way|road) (?:of|to|for|towards?|leading)',
      '(?:there )?remains? (?:only )?(?:its|the|their|to be) (?:formal |official |final )?(?:{making}|approval|promulgation|{make.ed})',
      "(?:transmitted|forwarded|handed over|passed on|conveyed|referred|remitted|deposited|lodged|laid|placed|put)(?! to (?:as|in)\\b)… (?:to|with|before|on the (?:desk|table) of) (?:the )?(?:[\\w’'-]+ ){0,4}?(?:{lawmaker}|secretariat|secretary|attorney|committee)(?! of (?:the )?(?:united nations|u\\.?n))",
      '(?:drafts?|projects?|preliminary drafts?|pre-projects?|avant-projets?|projets?) (?:of|for) (?:an? |the )?(?:\\w+ )?(?:{text}|convention|revision|amendment|ordinance|order|accord|charter|reform|norm)',
      '(?:charged|entrusted|tasked|mandated|seized)… (?:of|with|to|for) ~(?:{draft.ing}|{draft.base}|the (?:drafting|elaboration|preparation|formulation|creation|establishment|setting[- ]up|founding|writing|design))',
    ),
    examples: [
      'A bell plan is in course of approval.',
      'A bell plan is in the circuit of signature.',
      'The office has engaged the process of certification.',
      'There remains its adoption.',
      'A project of law on bells is read by the council.',
      'The bell plan was transmitted to the Secretariat of the Government.',
    ],
    counterExamples: [
      'The guards have the matter of bells in their hands.',
      'Complaints are put to the guards.',
      'The guild runs projects of general interest.',
    ],
  },
]
