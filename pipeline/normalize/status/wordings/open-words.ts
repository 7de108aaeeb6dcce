import { phrases } from '../template.ts'

/**
 * Words of lack, end, plan, part or doubt. In a clause that no wording accounts for they may be harmless or decisive:
 * a person should look at it.
 */
export const OPEN_WORDS = phrases(
  // Lack and end.
  'un(?!ion|ite|ity|ivers|der|ique|ific|iform|til|icef|esco|authori[sz]|lawful|intended|wanted|solicited|less|odc|documented (?:migrants|workers))\\w+(?:ed|able|ful|ing)',
  'non-?(?:existen\\w+|operational|functional|functioning|binding|certified|compliant)',
  '(?:few|little|scarce\\w*|rare|rarely|seldom|hardly|scarcely|barely|fails?|failed|failing|failure|lack\\w*|missing(?! child| person)|miss(?:es|ed)|deficien\\w+|insufficien\\w+|inadequa\\w+|weak\\w*|poor\\w*)',
  '(?:abandon\\w*|abolish\\w*|cancel\\w*|cease[sd]?|clos(?:ed|ure)|discontinu\\w+|disband\\w*|dissol\\w+|dropped|dormant|dead|defunct|inactive|expir\\w+|lapsed?|repeal\\w*|revok\\w+|scrapp\\w+|shelved?|suspend\\w*|withdr\\w+|ended|stopped|halted|frozen|former|formerly|once|used to (?:be|have|exist|run|operate)|obsolete|outdated|vacant|empty)',
  '(?:except\\w*|excluding|exclu\\w+|instead|rather|(?<!the )only|merely|barely|at best|nominal\\w*)',
  '(?:refus\\w+|declin\\w+|reject\\w*|den(?:y|ies|ied)|oppos\\w+|resist\\w*|ignor\\w+|neglect\\w*|overlook\\w*)',
  // Plan and part.
  '(?:future|futur\\w+|forthcoming|upcoming|eventual\\w*|prospective|tomorrow|soon|shortly|later|coming|next|until|till|ahead)',
  '(?:intend\\w*|intent\\w*|hop(?:es?|ed|ing)|wish\\w*|want\\w*|promis\\w+|pledg\\w+|ambition\\w*|aspir\\w+|dream\\w*|idea|vision(?! \\d)|prospect\\w*)',
  '(?:propos\\w+|prepar(?:es?|ed|ing|ation|atory)|draft\\w*|pending|ongoing|on-going|underway|incipient|beginnings?|begun|began|started|starting|embark\\w*|pilot\\w*|test(?:ed|ing)? phase|trial|experiment\\w*)',
  '(?:consider\\w*|contemplat\\w+|debat\\w+|deliberat\\w+|discuss\\w*|examin(?:ed|ing)|negotiat\\w+|feasib\\w+|await\\w*|wait\\w*|delay\\w*|postpon\\w+|stall\\w*|expect\\w*|anticipat\\w+|foresee\\w*|foreseen|envisag\\w+|schedul\\w+|slated|due)',
  // Doubt.
  '(?:doubt\\w*|perhaps|possibl[ey]|probabl[ey]|likely|presumabl\\w+|apparent(?:ly)?|seems?|appears?|supposed(?:ly)?|reported(?:ly| to (?:be|have|exist)| as)|alleged(?:ly)?|rumou?r\\w*|claims?|claimed|vague\\w*|ambiguous\\w*|guess\\w*|question(?:able|ed)|mystery|secre(?:t|cy)|nobody|anyone|whether|unless)',
)
