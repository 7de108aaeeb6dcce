/** Verbs of one sense by their lemmas; they are inflected by rule. */
export const VERB_CLASSES = {
  /** To bring into being or into force what a section asks for. */
  make: `accede, achieve, adopt, amend, appoint, approve, become, begin, build, bring in, bring into, carry out,
    certify, commence, compile, conclude, conduct, construct, create, define, deploy, design, develop, devise, draft,
    draw up, elaborate, enact, endorse, enter into, establish, extend, finalise, form, formalise, formulate, found,
    fund, harmonise, hold, implement, improve, inaugurate, initiate, install, institute, institutionalise, introduce,
    issue, join, launch, legislate, lay down, make, nominate, obtain, open, operationalise, organise, outlaw, pass,
    pilot, prepare, produce, promulgate, provide, publish, put in place, put into, ratify, revise, roll out, set up,
    sign, start, strengthen, table, train, unveil, update, upgrade, work on, work out, write`,
  /** To write the text of what is to be adopted. */
  draft: `compile, design, devise, develop, draft, draw up, elaborate, finalise, formulate, prepare, propose,
    work out, write, create, establish, set up, build, launch, define`,
  /** To have in mind for later. */
  intend: `aim, aspire, contemplate, desire, envisage, expect, hope, intend, mean, plan, propose, resolve, seek,
    undertake, want, wish`,
  /** To see ahead of time: said of what is not there yet. */
  foresee: `anticipate, contemplate, earmark, envisage, envision, expect, foresee, forecast, intend, plan, project,
    propose, schedule, slate`,
  /** To settle that something shall be done. */
  decide:
    'agree, announce, ask, authorise, commit, decide, decree, instruct, order, pledge, promise, resolve',
  /** To give somebody a task. */
  task: 'appoint, ask, assign, charge, commission, constitute, convene, create, direct, engage, establish, form, hire, instruct, invite, mandate, nominate, request, set up, task',
  /** To turn a draft into law. */
  pass: 'adopt, approve, enact, endorse, pass, promulgate, ratify, sign',
  begin: 'begin, commence, embark on, embark upon, embark in, initiate, start, undertake',
  /** To find out how matters stand. */
  learn: `ascertain, clarify, confirm, determine, discover, find, find out, gather, identify, learn, locate, obtain, state, conclude, judge,
    retrieve, say, substantiate, tell, trace, verify`,
  /** To hand over information. */
  supply: `present, collect, communicate, compile, disclose, find, forward, gather, get, give, hold, identify, keep, locate, make, obtain, offer, provide, publish, receive, record, release, report, share,
    submit, supply, furnish, trace`,
  respond: 'answer, comment, reply, respond, react',
  fail: 'fail, neglect, omit, decline, refuse',
  /** To end, or never to begin. */
  end: 'abandon, abolish, annul, deactivate, decommission, eliminate, extinguish, liquidate, rescind, suppress, terminate, cancel, cease, close down, discontinue, disband, dissolve, drop, lapse, reject, repeal, revoke, scrap, shelve, suspend, withdraw',
} as const

/** Nouns and other words of one sense, as they stand in a text. */
export const WORD_CLASSES = {
  be: 'is|are|was|were|be|been|being|remains?|remained',
  have: 'has|have|had',
  /** Words between an auxiliary and its verb that change nothing for the status. */
  adverb: String.raw`then|later|currently|presently|now|still|already|also|yet|as\s+yet|so\s+far|to\s+date|at\s+present|at\s+the\s+moment|even|ever|soon|just|therefore|however|thus|too|all|both|(?!only|hardly|scarcely|barely|family|assembly)[a-zª]+ly`,
  /** Things that tell of a matter. `Data protection` and the like are no information about it. */
  information: String.raw`(?:information|info|data|details?|particulars|records?|evidence|indications?|documentation|knowledge|facts|sources|findings)(?!\s+(?:security|safety|society|protection|privacy|sharing|exchange|technolog|cent(?:re|er)|retention|assurance|breach|infrastructure|systems?|networks?|platform|portal|management|handling|and\s+communication|governance|act|law|bill|commission|authority))`,
  statistics: 'statistics?|figures?|numbers?|counts?|totals?',
  /** Nouns for bringing something about. */
  making: `adoption|appointment|compilation|completion|conclusion|consultations?|creation|deployment|design|development|
    drafting|elaboration|enactment|establishment|finali[sz]ation|formation|formulation|founding|implementation|
    inauguration|introduction|launch|negotiations?|opening|organi[sz]ation|preparations?|promulgation|ratification|accession|
    roll-?out|setting[\\s-]up|set-?up|signature|signing|writing`,
  /** States of a thing that is not finished. */
  unfinished: `adoption|consideration|construction|consultation|creation|debate|deliberation|design|development|discussion|drafting|
    elaboration|enactment|establishment|evaluation|examination|execution|conception|finali[sz]ation|formation|formulation|negotiation|planning|preparation|realisation|realization|
    review|revision|scrutiny|study|validation|way`,
  /** Those who adopt. */
  lawmaker: `assembly|assent|cabinet|chamber|congress|council|diet|government|head\\s+of\\s+state|house|king|
    legislature|legislators|lawmakers|minister|ministers|ministry|parliament|presidency|president|prime\\s+minister|senate|sultan|emir`,
  /** Texts that are adopted. */
  text: `act|agreement|bill|code|convention|decree|document|framework|guidelines|law|legislation|mou|memorandum|plan|policy|
    programme|program|regulations?|roadmap|road\\s+map|rules|scheme|statute|strategy|text|treaty|instrument`,
} as const
