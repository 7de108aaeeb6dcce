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
    pattern: /\b(?:readiness|CIRT|CERT|CSIRT)\s+assessment\b(?!.*\bunofficial\b)/i,
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
      /\b(?:not|no|n't|without)\b[^.]{0,90}?\b(?:exact|precise)\s+(?:number|numbers|statistics?|figures?|count|data)\b|\bnot\s+know\b[^.]{0,30}\bnumber\b|\bnot\b[^.]{0,40}\bsurvey\b[^.]{0,40}\bstatistics?\b/i,
    example: 'The ministry does not have the exact number of certified staff.',
    counterExample: 'The exact number of certified staff is forty.',
  },
  {
    name: 'no_information',
    meaning: 'no_information',
    pattern:
      /\bno\s+(?:(?:publicly|readily|currently|available|official|further|known)\s+){0,2}(?:information|data|records?|statistics?|figures?)\b(?!\s+(?:security|society|protection|centre|center))|\b(?:information|data|statistics?)\b[^.]{0,40}\b(?:is|are)\s+not\s+available\b|\bnot\s+have\s+(?:an\s+|any\s+)?(?:official\s+)?(?:records?|information)\s+(?:of|on|about)\b|\bit\s+is\s+(?:not\s+known|unknown)\b/i,
    example: 'There is no available information on a framework of this kind.',
    counterExample: 'The law covers information that is not public.',
  },
  {
    name: 'joined_treaty',
    meaning: 'formula',
    pattern: /\b(?:has|have)\s+(?:also\s+)?(?:acceded|ratified|signed)\b/i,
    example: 'The state has acceded, with no reservation to any article, to the Convention.',
    counterExample: 'The state has not acceded to the Convention.',
  },
  {
    name: 'none',
    meaning: 'denial',
    pattern: /^(?:none|nil|no)\b(?!\.?\s*(?:nº\s*)?\d)/i,
    example: 'None.',
    counterExample: 'Nonetheless a team works day and night.',
  },
  {
    name: 'there_is_no',
    meaning: 'denial',
    pattern:
      /\bthere\s+(?:is|are|was|were|has\s+been|have\s+been|exists?)\s+(?:(?:currently|presently|also|as|yet|at|present|still)\s+){0,3}(?:no|not|none|neither)\b|\b(?:currently|presently),?\s+no\b/i,
    example: 'There is currently no roadmap of this kind.',
    counterExample: 'There is a notice on every door.',
  },
  {
    name: 'does_not',
    meaning: 'denial',
    pattern: /\b(?:do|does|did)\s*(?:not|n't|n’t)\b(?!\s+only\b)/i,
    example: 'The island does not yet have a response team.',
    counterExample: 'The island does have a response team.',
  },
  {
    name: 'has_not',
    meaning: 'denial',
    pattern:
      /\b(?:has|have|had)\s+(?:(?:currently|presently|also|yet|as)\s+){0,2}(?:no|not)\b(?!\s+only\b)|\b(?:has|have)\s+never\b/i,
    example: 'The island has no response team of its own.',
    counterExample: 'The island has noted each incident since 2010.',
  },
  {
    name: 'is_not',
    meaning: 'denial',
    pattern:
      /\b(?:is|are|was|were|been|be)\s+(?:(?:currently|presently|yet|still|also)\s+){0,2}(?:not|never)\b(?!\s+(?:only|just)\b)|\bcannot\b/i,
    example: 'A strategy is not yet part of the law.',
    counterExample: 'A strategy is not only part of the law but widely known.',
  },
  {
    name: 'lacks',
    meaning: 'denial',
    pattern: /\black(?:s|ed|ing)?\b|\bin\s+the\s+absence\s+of\b|\bdefunct\b|\bis\s+limited\.?$/i,
    example: 'The public sector lacks a scheme for this.',
    counterExample: 'Black lists of addresses are exchanged each day.',
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
      /\bin\s+(?:the\s+)?(?:process|progress|pipeline)\b|\bunder\s+(?:way|development|formation|preparation|construction|discussion|consideration|elaboration|negotiation|review|finali[sz]ation)\b|\bunderway\b|\bwork\s+in\s+progress\b|\bstage\s+of\s+(?:finali[sz]|draft|develop)\w+|\bfinali[sz]ation\s+stage\b/i,
    example: 'A national team is in the process of being set up.',
    counterExample: 'The team takes part in processing complaints.',
  },
  {
    name: 'draft',
    meaning: 'plan',
    pattern:
      /\bdraft(?:s|ed|ing)?\b(?!\s+and\s+(?:adopted|enacted))|\b(?:bill|bills)\b|\bproposed\b|\bproposal\b|\bproposes\b/i,
    example: 'Parliament received a draft law on computer crime.',
    counterExample: 'Parliament adopted a law on computer crime.',
  },
  {
    name: 'will',
    meaning: 'plan',
    pattern:
      /\b(?:will|shall)\s+(?:(?:soon|also|then|only|officially|have|it|they)\s+){0,2}(?:be|become|have|provide|include|establish|develop|create|set|handle|take|implement|perform|launch|offer|enable|cover|serve)\b|\b(?:is|are)\s+(?:expected|supposed|scheduled|due|going|yet)\s+to\b|\byet\s+to\s+be\b/i,
    example: 'A help desk will be opened next spring.',
    counterExample: 'The goodwill of all agencies keeps the help desk open.',
  },
  {
    name: 'currently_doing',
    meaning: 'plan',
    pattern:
      /\b(?:currently|presently|now)\s+(?:also\s+)?(?:being\s+)?(?:develop|draft|work|establish|formulat|formali[sz]|prepar|creat|plan|embark|implement|consider|finali[sz]|organi[sz]|set)\w*|\b(?:is|are)\s+(?:also\s+)?(?:developing|drafting|formulating|formali[sz]ing|establishing|preparing|finali[sz]ing|creating|considering|setting\s+up|working\s+(?:on|with|towards?))\b|\b(?:is|are)\s+(?:(?:currently|presently|now|still)\s+)*being\s+(?:\w+ly\s+)?\w+ed\b/i,
    example: 'The ministry is currently developing a policy on passwords.',
    counterExample: 'The ministry currently publishes advice on passwords.',
  },
  {
    name: 'mentioned_in_document',
    meaning: 'plan',
    pattern: /\b(?:is|are)\s+(?:mentioned|envisaged|envisioned|provided\s+for)\s+in\b/i,
    example: 'Such an office is mentioned in the national strategy.',
    counterExample: 'The strategy mentions that such an office works well.',
  },
  {
    name: 'intends',
    meaning: 'plan',
    pattern:
      /\b(?:plans?|planning|intends?|intending|aims?|hopes?|wishes|efforts?|steps|project|proposal|assistance|assisting|assist|cooperating|mandated|begun|started|sought)\b[^.]{0,90}?\b(?:to|of|in)\s+(?:\w+\s+)?(?:establish|set|creat|develop|implement|adopt|form|launch|build|carry\s+out|defin)\w*|\b(?:started|begun|began)\s+the\s+(?:implementation|creation|establishment|development)\b|\bplanned\b|\bforeseen\b|\bforthcoming\b|\bupcoming\b|\bto\s+be\s+(?:launched|established|adopted|set\s+up|implemented|approved|developed|created|enacted|passed)\b|\bfor\s+the\s+establishment\s+of\b/i,
    example: 'The regulator intends to establish a response team.',
    counterExample: 'The regulator established a response team in 2010.',
  },
  {
    name: 'awaits_adoption',
    meaning: 'plan',
    pattern:
      /\bawait\w*\b|\bpending\b|\b(?:submitted|forwarded|presented)\b[^.]{0,60}\b(?:to|for)\b[^.]{0,40}\b(?:cabinet|parliament|president|presidency|council|government|approval|adoption|endorsement|assembly|minister)\b|\bnegotiations?\b|\binitiated\s+a\s+dialogue\b/i,
    example: 'The text was submitted to the cabinet in May.',
    counterExample: 'Complaints are submitted by telephone.',
  },
]

/** Words of denial, plan or doubt that no wording above accounts for; a clause with one is never guessed. */
export const UNACCOUNTED =
  /\b(?:not|no(?!\.?\s*(?:nº|[A-Z]*\s?-?\d))|never|none|neither|nor|without|unable|cannot|unknown|unclear|absence|soon|might|hopefully)\b|n['’]t\b/i
