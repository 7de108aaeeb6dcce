/** Phrases whose negative word denies nothing; they are taken out before a clause is tried. */
export const HARMLESS: readonly RegExp[] = [
  /\b(?:with\s+no|without(?:\s+any)?)\s+(?:declarations?|reservations?)(?:\s+(?:or|and|nor)\s+(?:declarations?|reservations?))?/gi,
  /\bnot\s+(?:only|just|merely|least|limited\s+to)\b/gi,
  /\b(?:no|not)\s+(?:later|less|fewer|more)\s+than\b/gi,
  /\bwhether\s+or\s+not\b/gi,
  /\b(?:expired|lapsed|ended|closed|left\s+\w+)\s+(?:in\s+\d{4}\s+)?and\s+(?:was\s+|were\s+|has\s+)?(?:\w+ly\s+)?(?:replaced|succeeded|followed|renewed|re-?opened|returned|rejoined)\b/gi,
  // What a body in being does as a rule, and what a rule threatens.
  /^(?:the|our|its)\s+[^,;.]{2,60}?\bwill\s+(?:\w+ly\s+)?(?:inform|notify|pass|forward|answer|respond|contact|let|prosecute|punish|investigate|come\s+to)\b(?!.*\b(?:once|when|from|next|soon|after|future|201[4-9])\b)/gi,
  /\bwill\s+be\s+(?:fined|prosecuted|punished|sentenced|jailed|imprisoned|held\s+liable|liable)\b/gi,
  // What a text lays down.
  /(?<!\b(?:not|never|cannot|to|nor)\s+(?:\w+\s+)?|n['’]t\s+(?:\w+\s+)?)\b(?:says|lists|lays\s+down|sets\s+out|shows|defines|describes|determines|specifies|states|explains|regulates|prescribes|fixes)\s+(?:\w+\s+)?(?:what|who|how|when|where|which|whom)\b[^,;.]*/gi,
  /\b(?:sets\s+out|lists|lays\s+down|contains|defines|describes|names)\s+(?:the\s+)?(?:\w+\s+)?(?:steps|measures|actions|tasks|deadlines)\b[^,;.]*/gi,
  /\bafter\s+(?:the\s+|an?\s+)?(?:\w+\s+){1,4}had\s+(?:been\s+)?\w+/gi,
  /\b(?:warn|advis|remind|urg|teach|taught)\w*\b[^,;.]*?\bnot\s+to\b/gi,
  /\b(?:found|with|without|had)\s+(?:no|any)\s+(?:deviations?|non-?conformit\w+|objections?|remarks?|faults?)\b|\bwithout\s+(?:objections?|remarks?|deviations?|giving|revealing|stating|leaving|disclosing)\b/gi,
  /\bno\s+(?:\w+\s+){0,2}(?:is|was|are|were)\s+(?:needed|required|necessary)\b|\bno\s+(?:law|rule|act|regulation)\s+(?:requires?|obliges?|prescribes?)\s+(?:it|them|this|that)\b|^never\s+one\s+to\b[^,]*|\bnever\s+(?:entered|made|lodged)\s+(?:any|an?)\s+(?:reservation|declaration)s?\b/gi,
  /\bno\s+doubt\b|\b(?:nobody|no\s+one|none|nothing)\s+(?:but|other\s+than)\b(?=.*\b(?:may|can|must|shall)\b)/gi,
  /\bnot\s+(?:yet\s+)?(?:been\s+)?(?:fully|entirely|completely|wholly|universally|always|evenly)\b(?!\s+(?:operational|functional|functioning|established|in\s+(?:force|place|operation)))/gi,
  /\bit\s+(?:should|must|may)\s+be\s+(?:mentioned|noted|said|added|stressed|recalled|pointed\s+out|emphasi[sz]ed|borne\s+in\s+mind)\s+that\b/gi,
  // What those want whom a rule addresses.
  /\bwho\s+(?:wish|want|intend|plan|desire|seek|hope)(?:es|s)?\s+to\s+(?:be\s+)?\w+/gi,
  /^not\s+until\b/gi,
  // What is added to a thing in force.
  /\b(?:supplemented|complemented|completed|rounded\s+off)\s+by\b[^.;]*/gi,
  /\bno\s+strangers?\s+to\b|\blacks?\s+(?:teeth|bite)\b/gi,
  // The way of a text that has been adopted.
  /,\s+(?:published|submitted|drafted|prepared|tabled|presented|circulated|proposed|introduced)\b[^,;]*,(?=\s+(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+|then\s+)?(?:adopted|approved|enacted|passed|endorsed|promulgated|signed|ratified)\b)/gi,
  /\b(?:submitted|laid|introduced|tabled|transmitted|sent|forwarded|presented|drafted|proposed|prepared|put|debated|discussed|negotiated|announced|considered|examined|planned)\b[^;]{0,150}?\band\s+(?:was\s+|were\s+)?(?:\w+ly\s+|then\s+|later\s+)?(?=(?:adopted|approved|enacted|passed|endorsed|promulgated|signed|ratified|opened|launched|founded|created|inaugurated|came\s+into|took\s+effect)\b)/gi,
  /\bnot-for-profit\b/gi,
  /\b(?:at|with)\s+no\s+(?:extra\s+)?(?:costs?|charge|fees?)\b/gi,
  /\b(?:who|that|which)\s+fails?\s+to\s+\w+/gi,
  /\bnever\s+ceases?\b|\bno\s+longer\s+(?:voluntary|optional)\b|\bnot\s+voluntary\s+but\b|\blast\s+but\s+not\s+least\b|\bno\s+exceptions?\b|\bno\s+matter\b/gi,
  /(?<!\b(?:is|are|was|were|been|has|have|be|but|though|although)\s+)\bnot\s+(?:yet\s+)?(?:legally|officially|formally)\s+(?:mandated|recogni[sz]ed|appointed)/gi,
  /\bno\s+(?:declarations?|reservations?)\b(?:\s+(?:or|and|nor)\s+(?:declarations?|reservations?))?/gi,
  /\b(?:must|shall|may)\s+not\b/gi,
  /\bno\s+(?:one|person|body|operator|provider|company|employee|individual)\s+(?:may|shall|can|must)\b/gi,
  /\bnot\s+(?:authori[sz]ed|entitled|permitted|allowed)\b/gi,
  /\bwithout\s+(?:(?:any|prior|due|lawful|proper|the)\s+){0,2}(?:authori[sz]ation|authority|permission|consent|rights?|licen[cs]e|excuse|interruption|charge|costs?|fees?|delay|exception|fail|pause|break|undue|warrant|doubt|justification)\b/gi,
  /\b(?:aim|purpose|task(?!\s+(?:force|group|team))|role|goal|objective|mission|function|duty|job|mandate)s?\b[^.]{0,60}\b(?:is|are|was)\s+to\b/gi,
  /\b[Nn]o(?:\.\s*|\s+)(?:nº\s*)?(?:[A-Z]{1,4}\s?)?-?\d\S*|\b[Nn]o\.\s*[IVXLC]+\b/g,
  /\bnever\s+(?:ran\s+out|lapsed|expired|ceased|stopped|closed|ended)\b/gi,
  /\b(?:was|were|been)\s+(?:repealed|abolished|dissolved|discontinued|disbanded|withdrawn|wound\s+up)\s+and\s+(?:\w+ly\s+)?(?:replaced|succeeded|superseded|merged|absorbed|re-?established)\b/gi,
  /\b(?:was|were|been)\s+repealed\s+by\s+the\b/gi,
  /\b(?:steps|measures)\b[^.,;]*\b(?:is|are|was|were)\s+(?:laid\s+down|set\s+out|set\s+forth|listed|described|contained)\s+in\b/gi,
  /\bthat\s+(?:is|are)\s+(?:now\s+|currently\s+)?being\s+(?:revised|updated|reviewed)\b/gi,
]

/** Words of doubt that no wording accounts for; a clause with one is never guessed. */
export const UNACCOUNTED =
  /\b(?:without|unable|unclear|absence|might|perhaps|possibly|hopefully|allegedly|reportedly|needs?\s+an?|should\s+be(?!\s+(?:reported|addressed|sent|notified|directed|made\s+to|submitted|lodged|filed|forwarded|referred|brought)))\b/i
