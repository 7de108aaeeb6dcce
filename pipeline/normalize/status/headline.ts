/** An article, or a verb that tells when something holds: what a headline has no room for. */
const WHOLE_SENTENCE =
  /\b(?:the|an?|its|their|this|is|are|was|were|has|have|had|do|does|did|will|would|shall|should|may|might|can|could|must)\b|n['’]t\b/i

/** How many words a headline has at most. */
const LONGEST = 14

const BEHIND = String.raw`(?=\W*$|\s*[,;(]|\s+(?:in|by|on|at|since|with|for|from|to|as|and|or|under|during|after|before|again|until|next|soon|this|last|mid|early|late|end|Q[1-4]|\d))`

/** Where a headline leaves out `is`: before a participle, before what is still to come, before a place or state. */
const ELLIPSIS = new RegExp(
  [
    String.raw`(?<=^\W*(?:(?!(?:of|and|for|by|in|on|to|through|with)\b)[\w/-]+[:,]?\s+){1,4})(?=(?:drafting|preparing|developing|writing|setting\s+up|forming|finali[sz]ing|creating|establishing|negotiating|considering|planning|awaiting|discussing|working|seeking|applying|recruiting|designing|elaborating|reviewing|procuring|tendering|building)\b(?<!capacity\s+))`,
    String.raw`\b(?=(?:\w+ly\s+)?(?:[a-z]{2,}ed|[a-z]{2,}ied|set\s+up|drawn\s+up|built|written|begun|held|put|sent|withdrawn|shut|taken|foreseen|sought)\b${BEHIND})`,
    String.raw`\b(?=to\s+(?:be|follow|come)\b)`,
    String.raw`\b(?=to\s+(?:open|start|begin|launch|join|adopt|sign|accede|ratify|enter|set\s+up|establish|create|go|move|become|take)\b(?=[^.;]*\b(?:20[12]\d|next|soon|Q[1-4]|spring|summer|autumn|winter|January|February|March|April|June|July|August|September|October|November|December)\b|\W*$))`,
    String.raw`(?<=^\W*)(?=(?:with|before|under|at|in|on|awaiting|pending|not)\b)`,
  ].join('|'),
  '',
)

/** Words without a verb spelled out with the `is` that a headline leaves out: `Centre to open 2015`; null for a sentence. */
export const spelledOut = (words: string): string | null => {
  if (WHOLE_SENTENCE.test(words) || words.split(/\s+/).length > LONGEST) return null
  const place = ELLIPSIS.exec(words.replace(/^\W*\p{Lu}/u, (letter) => letter.toLowerCase()))
  return place
    ? `${words.slice(0, place.index)}${place.index === 0 ? 'it ' : ''}is ${words.slice(place.index)}`
    : null
}
