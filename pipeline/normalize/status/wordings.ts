/** What a wording makes of the clause that it stands in. */
export const MEANINGS = {
  neutral: 'no substance either way, such as an assessment by others',
  no_information: 'nothing is known of the thing itself',
  no_number: 'the thing is not counted',
  denial: 'there is none',
  formula: 'there is one, in the words that profiles use for it',
  plan: 'not in force yet',
} as const

export type Meaning = keyof typeof MEANINGS

/** A wording that the status rules know, with sentences of our own that are its tests. */
export interface Wording {
  readonly name: string
  readonly meaning: Meaning
  readonly pattern: RegExp
  /** A sentence that it decides. */
  readonly example: string
  /** A sentence that looks alike and that it must leave alone. */
  readonly counterExample: string
}

/**
 * Wordings in the order in which a clause is tried against them; the first that matches decides.
 * To add one: put it where it belongs, with an example and a counter-example, and run `make test`.
 */
export const WORDINGS: readonly Wording[] = [
  {
    name: 'assessment_by_others',
    meaning: 'neutral',
    pattern:
      /\b(?:readiness|CIRT|CERT|CSIRT)\s+assessment\b(?!.*\bunofficial\b)|\bassessment\b[^.]*\b(?:ready|readiness)\b/i,
    example: 'Visiting experts carried out a readiness assessment for the islands in 2011.',
    counterExample: 'The agency publishes a risk assessment every year.',
  },
  {
    name: 'training_by_others',
    meaning: 'neutral',
    pattern: /\battended\b[^.]*\b(?:training|workshop|course|capacity[\s-]building)\b/i,
    example: 'Two officials attended a training abroad.',
    counterExample: 'The agency gives a training for officials each year.',
  },
  {
    name: 'no_exact_number',
    meaning: 'no_number',
    pattern:
      /^(?=.*(?:\b(?:not|no|without|unknown|unavailable|lacking|missing)\b|n['’]t\b)).*\b(?:exact|precise)\s+(?:number|numbers|statistics?|figures?|count|data)\b|\b(?:number|figure|count)s?\b[^.]*\b(?:(?:is|are)\s+(?:not\s+(?:known|available|recorded)|unknown)|cannot\s+be\s+given)\b|\bnot\s+(?:know|count)\b[^.]*\b(?:number|how\s+many)\b|\bnot\b[^.]{0,40}\bsurvey\b[^.]{0,40}\bstatistics?\b/i,
    example: 'The ministry does not have the exact number of certified staff.',
    counterExample: 'The exact number of certified staff is forty.',
  },
  {
    name: 'no_information',
    meaning: 'no_information',
    pattern:
      /\bno\s+(?:(?:publicly|readily|currently|available|official|further|known)\s+){0,2}(?:information|data|records?|statistics?|figures?)\b(?!\s+(?:security|society|protection|centre|center))|\b(?:information|data|statistics?)\b[^.]{0,60}\b(?:(?:is|are)\s+(?:not\s+available|unavailable|lacking|missing)|could\s+not\s+be\s+(?:found|obtained))\b|\bnot\s+have\s+(?:an\s+|any\s+)?(?:official\s+)?(?:records?|information)\s+(?:of|on|about)\b|^(?:information\s+)?not\s+available\b|^n\/a\b|\b(?:is|are|was)\s+(?:not\s+known|unknown)\b|\bnothing\s+is\s+known\b/i,
    example: 'There is no available information on a framework of this kind.',
    counterExample: 'The law covers information that is not public.',
  },
  {
    name: 'denied_denial',
    meaning: 'formula',
    pattern: /\b(?:wrong|false|untrue|incorrect)\s+(?:to\s+say\s+)?that\b[^.]*\b(?:lacks?|no|not|without)\b/i,
    example: 'It would be wrong to say that the island lacks a response team.',
    counterExample: 'It is true that the island lacks a response team.',
  },
  {
    name: 'draft_as_subject',
    meaning: 'plan',
    pattern:
      /^(?:however,?\s+|but\s+)?(?:the|an?|this|its|their|one)?\s*(?:[\w-]+\s+){0,2}?(?:draft|drafts|bill|bills|proposed)\b/i,
    example: 'The draft strategy has not been adopted yet.',
    counterExample: 'The ministry has not adopted a strategy yet.',
  },
  {
    name: 'none',
    meaning: 'denial',
    pattern: /^(?:none|nil|no|nothing|nobody|not\s+one|neither)\b/i,
    example: 'None.',
    counterExample: 'Nonetheless a team works day and night.',
  },
  {
    name: 'there_is_no',
    meaning: 'denial',
    pattern:
      /\bthere\s+(?:is|are|was|were|has\s+been|have\s+been|exists?)\s+(?:(?:currently|presently|also|as|yet|at|present|still)\s+){0,3}(?:no|not|none|nothing|neither)\b|\b(?:currently|presently),?\s+no\b/i,
    example: 'There is currently no roadmap of this kind.',
    counterExample: 'There is a notice on every door.',
  },
  {
    name: 'does_not',
    meaning: 'denial',
    pattern: /\b(?:do|does|did)\s*(?:not|n't|n’t)\b/i,
    example: 'The island does not yet have a response team.',
    counterExample: 'The island does have a response team.',
  },
  {
    name: 'has_not',
    meaning: 'denial',
    pattern:
      /\b(?:has|have|had)\s+(?:(?:currently|presently|also|yet|as)\s+){0,2}(?:no|not|never|neither)\b/i,
    example: 'The island has no response team of its own.',
    counterExample: 'The island has noted each incident since 2010.',
  },
  {
    name: 'is_not',
    meaning: 'denial',
    pattern:
      /\b(?:is|are|was|were|been|be)\s+(?:(?:currently|presently|yet|still|also)\s+){0,2}(?:not|never)\b|\bcannot\b/i,
    example: 'A strategy is not yet part of the law.',
    counterExample: 'A strategy is now part of the law and widely known.',
  },
  {
    name: 'lacks',
    meaning: 'denial',
    pattern:
      /\black(?:s|ed|ing)?\b|\b(?:is|are)\s+(?:still\s+)?(?:missing|without)\b|\bin\s+the\s+absence\s+of\b|\bdefunct\b|\b(?:was|were|been)\s+(?:rejected|abolished|dissolved|discontinued|withdrawn|repealed)\b|\bis\s+limited\.?$/i,
    example: 'The public sector lacks a scheme for this.',
    counterExample: 'Black lists of addresses are exchanged each day.',
  },
  {
    name: 'negated',
    meaning: 'denial',
    pattern: /\b(?:no|not|nothing|nobody|none|never|neither|nor)\b|n['’]t\b/i,
    example: 'The public sector shares nothing of the sort.',
    counterExample: 'The public sector shares a notable deal of it.',
  },
  {
    name: 'joined_treaty',
    meaning: 'formula',
    pattern: /\b(?:acceded|ratified)\b|\b(?:has|have)\s+(?:also\s+)?signed\b|\bsigned\b[^.]*\bConvention\b/i,
    example: 'The state has acceded, with no reservation to any article, to the Convention.',
    counterExample: 'The state will accede to the Convention.',
  },
  {
    name: 'officially_recognised',
    meaning: 'formula',
    pattern:
      /\b(?:has|have|had)\s+(?:(?:also|the|an?|its|following|several|various|numerous|established)\s+){0,3}(?:official(?:ly)?|nationally)[\s-]+(?:recogni[sz]ed|approved)\b|\b(?:is|are)\s+(?:also\s+)?(?:the\s+|an?\s+)?(?:official(?:ly)?|nationally)\s+(?:recogni[sz]ed|approved)\b/i,
    example: 'The island has an officially recognised response team which will move house next year.',
    counterExample: 'The island is about to have its team officially recognised.',
  },
  {
    name: 'in_process',
    meaning: 'plan',
    pattern:
      /\bin\s+(?:the\s+)?(?:process|progress|pipeline)\b|\bunder\s+(?:way|development|formation|preparation|construction|discussion|consideration|elaboration|negotiation|review|finali[sz]ation)\b|\bunderway\b|\bwork\s+in\s+progress\b|\bfinali[sz]ation\s+stage\b/i,
    example: 'A national team is in the process of being set up.',
    counterExample: 'The team takes part in processing complaints.',
  },
  {
    name: 'draft',
    meaning: 'plan',
    pattern:
      /\bdrafts?\b|\bdrafted\b(?!\s+and\s+(?:adopted|enacted))|\b(?:bill|bills)\b|\bproposed\b|\bproposal\b|\bproposes\b/i,
    example: 'Parliament received a draft law on computer crime.',
    counterExample: 'The institute takes part in the drafting of standards.',
  },
  {
    name: 'will',
    meaning: 'plan',
    pattern:
      /\b(?:will|shall)\s+\w|\bshould\s+(?:open|start|begin|be\s+(?:ready|finished|completed|opened))\b|\b(?:is|are)\s+(?:expected|supposed|scheduled|due|going|yet)\b|\b(?:is|are)\s+to\s+\w+|\b(?:has|have)\s+yet\s+to\b|\byet\s+to\s+be\b|\bwould\s+be\b|\b(?:to\s+be|being)\s+(?:launched|established|adopted|set\s+up|implemented|approved|developed|created|enacted|passed)\b/i,
    example: 'A help desk will open next spring.',
    counterExample: 'The goodwill of all agencies keeps the help desk open.',
  },
  {
    name: 'currently_doing',
    meaning: 'plan',
    pattern:
      /\b(?:currently|presently|now)\s+(?:also\s+)?(?:being\s+)?(?:develop|draft|work|establish|formulat|formali[sz]|prepar|creat|plan|embark|implement|consider|finali[sz]|organi[sz]|set)\w*|\b(?:is|are)\s+(?:also\s+)?(?:developing|drafting|writing|building|designing|drawing\s+up|formulating|formali[sz]ing|establishing|preparing|finali[sz]ing|creating|considering|setting\s+up|working\s+(?:on|with|towards?))\b|\b(?:is|are)\s+(?:(?:currently|presently|now|still)\s+)*being\s+(?:\w+ly\s+)?\w+(?:ed|en|up|out)\b/i,
    example: 'The ministry is currently developing a policy on passwords.',
    counterExample: 'The ministry currently publishes advice on passwords.',
  },
  {
    name: 'committee_at_work',
    meaning: 'plan',
    pattern:
      /\b(?:committee|commission|working\s+group|task\s+force)\b[^.]*\bto\s+(?:write|draft|draw\s+up|prepare|develop|formulate|create|set\s+up|establish)\b/i,
    example: 'A committee was formed to write the policy.',
    counterExample: 'A committee was formed and answers questions on the policy.',
  },
  {
    name: 'mentioned_in_document',
    meaning: 'plan',
    pattern: /\b(?:is|are)\s+(?:mentioned|envisaged|envisioned|foreseen|provided\s+for)\s+in\b/i,
    example: 'Such an office is mentioned in the national strategy.',
    counterExample: 'The strategy mentions that such an office works well.',
  },
  {
    name: 'intends',
    meaning: 'plan',
    pattern:
      /\b(?:intends?|hopes?|plans|wishes|expects?|planning|intending|hoping)\s+to\b|\baims?\s+to\s+(?:adopt|establish|create|set\s+up|develop|introduce|launch|build|form|draft|found)\b|\b(?:plan|efforts?|steps|project|assistance|assisting|assist|cooperating|mandated|begun|started|sought)\b[^.]{0,90}?\b(?:to|of|in)\s+(?:\w+\s+)?(?:establish|set|creat|develop|implement|adopt|form|launch|build|carry\s+out|defin)\w*|\b(?:started|begun|began)\s+the\s+(?:implementation|creation|establishment|development)\b|\bplanned\b|\bforeseen\b|\bforthcoming\b|\bupcoming\b|\bfor\s+the\s+establishment\s+of\b|\basked\s+for\s+(?:funds|funding|help|assistance)\b/i,
    example: 'The regulator intends to open a help desk.',
    counterExample: 'The regulator opened a help desk in 2010.',
  },
  {
    name: 'awaits_adoption',
    meaning: 'plan',
    pattern:
      /\bawait\w*\b|\bpending\b|\bsubject\s+to\s+(?:\w+\s+)?(?:approval|adoption|endorsement|ratification)\b|\b(?:submitted|forwarded|presented)\b[^.]{0,60}\b(?:to|for)\b[^.]{0,40}\b(?:cabinet|parliament|president|presidency|council|government|approval|adoption|endorsement|assembly|minister)\b|\b(?:is|are|lies)\s+before\s+(?:the\s+)?(?:cabinet|parliament|senate|council|assembly|government|house|estates|legislature)\b|\b(?:talks|negotiations?)\b|\binitiated\s+a\s+dialogue\b/i,
    example: 'The text was submitted to the cabinet in May.',
    counterExample: 'Complaints are submitted by telephone.',
  },
]

/** Phrases whose negative word denies nothing; they are taken out before a clause is tried. */
export const HARMLESS: readonly RegExp[] = [
  /\b(?:with\s+no|without(?:\s+any)?)\s+(?:declarations?|reservations?)(?:\s+(?:or|and|nor)\s+(?:declarations?|reservations?))?/gi,
  /\bnot\s+(?:only|just|merely|least|limited\s+to)\b/gi,
  /\bno\s+(?:later|less|fewer|more)\s+than\b/gi,
  /\bwhether\s+or\s+not\b/gi,
  /\bnot-for-profit\b/gi,
  /\b(?:must|shall|may)\s+not\b/gi,
  /\b(?:aim|purpose|task|role|goal|objective|mission|function)s?\b[^.]{0,60}\b(?:is|are)\s+to\b/gi,
  /\b[Nn]o(?:\.\s*|\s+)(?:nº\s*)?(?:[A-Z]{1,4}\s?)?-?\d\S*|\b[Nn]o\.\s*[IVXLC]+\b/g,
  /\bthat\s+(?:is|are)\s+(?:now\s+|currently\s+)?being\s+(?:revised|updated|reviewed)\b/gi,
]

/** Words of doubt that no wording accounts for; a clause with one is never guessed. */
export const UNACCOUNTED =
  /\b(?:without|unable|unclear|absence|might|perhaps|possibly|hopefully|allegedly|reportedly|needs?\s+an?|should\s+be)\b/i
