import { phrases } from '../template.ts'
import type { Wording } from './wording.ts'

/** Duties that a rule in force lays down, not plans. */
const DUTY =
  'reported|report|addressed|sent|send|notified|notify|directed|submitted|observed|followed|complied|comply|applied|apply|used|made known|referred|found|seen|contacted|lodged|filed|forwarded|ensure|serve|act|protect'
/** What goes on all the time, not something in the making. */
const GOING_ON =
  'used|applied|taught|offered|held|enforced|provided|operated|handled|followed|shared|exchanged|observed|conducted|trained|given|monitored|served|protected|run|carried out|taken|practi[sc]ed|audited|tested|measured|reported|published'

/** Wordings of things that are not in force yet. */
export const PLANS: readonly Wording[] = [
  {
    name: 'in_process',
    meaning: 'plan',
    pattern: phrases(
      'in (?:the )?(?:process|progress|pipeline|making|works|offing)',
      'in (?:the )?(?:course of )?(?:preparation|planning|drafting|draft|gestation|(?:draft|drafting|planning|preparatory|design|pilot) (?:form|stage|phase))',
      '(?:under|at|in) (?:the |an? )?(?:\\w+ )?(?:stages?|phases?) of',
      '(?:at|in|is|are|reached) (?:the |an? )?(?:early |initial |advanced |final )?(?:draft|drafting|planning|preparatory|consultation|design|finali[sz]ation|pilot|approval) (?:stage|phase|form)',
      'under (?:\\w+ )?{unfinished}',
      'on (?:its|the) (?:way|agenda|drawing board|table)',
      'underway',
      'work in progress',
      'finali[sz]ation stage',
    ),
    examples: [
      'A national team is in the process of being set up.',
      'The drafting of a strategy is under way.',
      'The strategy is at the drafting stage.',
      'A strategy is on the agenda for next spring.',
    ],
    counterExamples: ['The team takes part in processing complaints.', 'The team works under the ministry.'],
  },
  {
    name: 'draft',
    meaning: 'plan',
    pattern: phrases(
      'draft',
      '(?:{be}|{have}|two|three|several|some|first|early|all|these|those|the|no|of) ~drafts',
      '^drafts',
      '(?:drafted)(?! and (?:adopted|enacted))',
      'bills?',
      'proposed',
      'propos(?:al|es|ing)',
    ),
    examples: ['Parliament received a draft law on computer crime.'],
    counterExamples: [
      'The institute takes part in the drafting of standards.',
      'The committee drafts standards on encryption.',
    ],
  },
  {
    name: 'will',
    meaning: 'plan',
    pattern: phrases(
      '(?:will|would)(?! to) \\w+',
      'shall (?:soon )?(?:be (?:{make.ed}|ready)|(?:{begin.base}|open|start))',
      `should ~(?:open|start|begin|enter|follow|go|see|take effect|come|become|be ~(?:ready|finished|completed|operational|functional|in place|{make.ed}|voted on))`,
      `(?:{be}|currently|now) ~(?:expected|supposed|scheduled|due|slated|set|poised|about|going|likely) (?:to|for|by|in)(?! (?:be )?(?:${DUTY}))`,
      `{be} to (?:be ~(?!(?:${DUTY}))|(?!be |(?:${DUTY})))\\w+`,
      '(?<=\\()yet to be',
      'to be {make.ed}',
      '(?:once|when|after|as soon as|until) …(?:adopted|enacted|passed|approved|established|set up|in place|ready|in force|finished|completed|starts|begins|operational)',
    ),
    examples: [
      'A help desk will open next spring.',
      'A help desk is about to be opened.',
      'A help desk is to be opened next spring.',
    ],
    counterExamples: [
      'The goodwill of all agencies keeps the help desk open.',
      'Incidents are to be reported to the help desk.',
    ],
  },
  {
    name: 'currently_doing',
    meaning: 'plan',
    pattern: phrases(
      `(?:currently|presently|now) (?:also )?(?:being )?(?:develop|draft|work|establish|formulat|formali[sz]|prepar|creat|plan|embark|implement|consider|finali[sz]|organi[sz]|set)\\w*`,
      '{be} ~(?:{draft.ing}|{intend.ing}|building|considering|creating|debating|discussing|examining|establishing|exploring|finali[sz]ing|formali[sz]ing|forming|founding|introducing|launching|looking (?:to|into|at)|negotiating|opening|organi[sz]ing|planning|putting in place|reviewing|revising|seeking|setting up|studying|taking steps|working (?:on|with|towards?)|in talks|awaiting|consulting|applying for|pursuing|moving towards?|getting ready|about to|procuring|hiring|recruiting|piloting|readying|contemplating|weighing)',
      `being (?!~(?:${GOING_ON}))~{make.ed}`,
      `{be} ~being (?!~(?:${GOING_ON}))~(?:\\w+(?:ed|en|up|out)|built|sought|set up|held up|made|found|put|brought|begun|drawn up|laid down)`,
    ),
    examples: [
      'The ministry is currently developing a policy on passwords.',
      'A policy on passwords is being drawn up.',
      'A policy is being sought.',
    ],
    counterExamples: [
      'The ministry currently publishes advice on passwords.',
      'The guards are being trained by the ministry.',
    ],
  },
  {
    name: 'task_of_writing',
    meaning: 'plan',
    pattern: phrases(
      '(?:drafting|{making}) of…(?:entrusted|assigned|given|left|delegated) to',
      '(?:committee|commission|working group|task force)… to (?:write|draft|draw up|prepare|develop|formulate|create|set up|establish)',
      '{task.ed}…(?:to|with|for) ~(?:the )?(?:{draft.base}|{draft.ing}|drafting|elaboration|preparation|creation|establishment|formulation)',
    ),
    examples: [
      'A committee was formed to write the policy.',
      'A consultant was hired to write the policy.',
      'The regulator has been tasked with developing a scheme.',
    ],
    counterExamples: ['A committee was formed and answers questions on the policy.'],
  },
  {
    name: 'mentioned_in_document',
    meaning: 'plan',
    pattern: phrases('(?:is|are) (?:mentioned|envisaged|envisioned|foreseen|provided for) in'),
    examples: ['Such an office is mentioned in the national strategy.'],
    counterExamples: ['The strategy mentions that such an office works well.'],
  },
  {
    name: 'intends',
    meaning: 'plan',
    pattern: phrases(
      '(?:intends?|hopes?|plans|wish(?:es)?|expects?|aspires?|wants?|means|proposes?|undertakes?|seeks?|desires?) to(?! (?:apply|ensure) )',
      '(?:planning|intending|hoping|seeking|wishing|expecting|aiming|willing|ready|keen|determined) to ~(?:{make.base}|{draft.base}|have|become|be)',
      '(?:plan|intend|hope|wish|want|mean|seek|aim) to ~{make.base}',
      'aims? to ~(?:adopt|establish|create|set up|develop|introduce|launch|build|form|draft|found|open|put)',
      '(?:plan|efforts?|steps|project|assistance|assisting|assist|cooperating|mandated|sought)…(?:to|of|in) (?:\\w+ )?(?:establish|set|creat|develop|implement|adopt|form|launch|build|carry out|defin)\\w*',
      '(?:funds?|funding|budget|money|steps|measures|intention|decision|commitment|willingness|ambition|view)…(?:to|of|for|towards?|so that|at) (?:(?!be )\\w+ ){0,6}?(?:establish|set up|creat|develop|adopt|launch|build)\\w*',
      '(?:has|have|had) ~(?:plans|intentions|ambitions)',
      '(?:there are )?(?:plans|intentions?|efforts|moves|steps|discussions|preparations) (?:{be}|exist|for|to|have been made|under)',
      '{decide.ed} ~(?:itself |themselves |in principle )?(?:to|on|that) (?:the |an? )?~(?:{make}|{make.ing}|{making})',
      '(?:approved|agreed|decided|authori[sz]ed|endorsed|ordered|requested|recommended|called for|calls for|demands?|considered|considers?|favours?|supports?) ~(?:on |to )?(?:the )?(?:creation|establishment|setting up|formation|founding|appointment|development|drafting|opening|introduction|launch)',
      '(?:started|begun|began|commenced|embarked (?:on|upon)|initiated) ~(?:the |on |with |to )*(?:{make.base}|{draft.ing}|establishing|creating|setting up|negotiating|negotiations|discussions|talks|{making}|work on|preparatory)',
      '(?:work|drafting|{making})(?: (?:on|of|towards?|for))… (?:{have} ~|{be} ~)?(?:begun|began|started|commenced|is (?:ongoing|continuing)|continues|proceeds|advances)',
      '(?:planned|foreseen|envisaged|envisioned|intended|projected|anticipated|contemplated|earmarked|slated|scheduled|in view|in mind|desired)(?! (?:recipient|audience|purpose|exercises))',
      '(?:forthcoming|upcoming|prospective|(?:the )?(?:future|coming|planned) (?:cert|cirt|csirt|team|agency|strategy|policy|law|centre|programme|plan|framework|platform))',
      'for the establishment of',
      'projects? for (?:the |an? )?{making}',
      '(?:among|one of) (?:the|its) (?:\\w+ )?(?:goals|aims|objectives|priorities|targets|plans)',
      '(?:is|are) (?:an? |the |its )?(?:stated |declared |key |main |future )?(?:goal|aim|objective|priority|target)s?(?: of| for| in|$|\\.)',
      'undergoing (?:\\w+ )?(?:certification|accreditation)',
      'asked for (?:funds|funding|help|assistance)',
      '(?:applied|application|candidate|candidacy|bid|request) (?:for|to)(?: \\w+){0,3}? (?:membership|certification|accreditation|accession|join|become|admission|a certificate)',
      '(?:set aside|allocated|earmarked|secured)… (?:for|to|so that)',
      '(?:provides|provide|calls|call|allows) for (?:an?|the) (?:creation|establishment|programme|team|agency|setting up|formation|partnership|platform|framework)',
      'foresees?|envisages?|envisions?|contemplates?|anticipates?',
      'prepar(?:es|ing) (?:for|to)(?! incidents)',
      '(?:next|coming) (?:year|months?|years|spring|summer|autumn|winter)(?!ly)',
      'in the (?:near|coming|foreseeable|next)',
      '(?:soon|shortly)\\.?$',
    ),
    examples: [
      'The regulator intends to open a help desk.',
      'There are plans for a help desk.',
      'The council has agreed to fund a help desk.',
      'Work on a policy has started.',
      'The office has applied for certification.',
    ],
    counterExamples: ['The regulator opened a help desk in 2010.', 'The help desk started its work in 2010.'],
  },
  {
    name: 'awaits_adoption',
    meaning: 'plan',
    pattern: phrases(
      'await\\w*',
      'pending',
      'subject to (?:\\w+ )?(?:approval|adoption|endorsement|ratification)',
      '(?:submitted|forwarded|presented|introduced|sent|circulated|put forward)…(?:to|for|in|before|among) …(?:{lawmaker}|council|approval|adoption|endorsement|comments?|stakeholders|consultation)',
      '(?:was|were|been) tabled',
      '(?:is|are|lies|stands|now|currently|come|came|brought|comes|remains?) ~before (?:the )?(?:\\w+ )?(?:{lawmaker}|estates|cabinet)',
      '{be} ~(?:debating|examining|discussing|reviewing|scrutinising)',
      'in (?:\\w+ )?talks',
      '(?:^|holding |started |opened |begun |on-?going |current )talks',
      'talks (?:with|on an?|about|are|have|{be})',
      '(?:negotiations?|consultations?)',
      '{be} ~with (?:the )?{lawmaker}',
      '(?:asked|requested|invited) to (?:adopt|endorse|approve|pass|sign|ratify)',
      'initiated a dialogue',
    ),
    examples: ['The text was submitted to the cabinet in May.', 'The law is before parliament.'],
    counterExamples: ['Complaints are submitted by telephone.'],
  },
]
