/** Openings that put a clause before the main one: `Although there is none, ...`. */
const OPENING =
  /^\W*(?:(?:and|however|yet|still|but),?\s+)?(?:although|though|while|whilst|whereas|even\s+(?:though|if)|if\s+it\s+is\s+true\s+that|true,|granted,?|despite|in\s+spite\s+of|notwithstanding|in\s+(?:the\s+)?(?:absence|lack|default|want)\s+of|for\s+(?:want|lack)\s+of|in\s+lieu\s+of|instead\s+of|without|as(?!\s+(?:of|an?|part|yet|for|regards|to|from|such|in|well)\b)|since(?!\s+(?:then|that|(?:\w+\s+)?\d))|because|given|considering|having|save(?:\s+for)?|apart\s+from|aside\s+from|except(?:\s+for)?|other\s+than|besides|there\s+being|not\s+\w+ing|with\s+no|rather\s+than|in\s+place\s+of|lacking|failing|barring|pending|until|awaiting|short\s+of|once(?!\s+(?:an?|every|per)\b)|when|much\s+as|far\s+from|in\s+view\s+of|owing\s+to|due\s+to|irrespective\s+of|regardless\s+of)\b/iu

/** A relative clause between commas, which has commas of its own around it. */
const RELATIVE =
  /,\s+(?:(?:\p{L}+\s+){0,3}(?:of|to|in|for|from|by|with|under|on|at|through)\s+)?(?:which|whom|who|whose|where)\b[^,;]*(?=,)/giu

/** A verb by which words are a clause, rather than an entry of an enumeration. */
const VERB =
  /\b(?:is|are|was|were|has|have|had|do|does|did|will|would|shall|should|may|might|can|could|must|cannot|remains?|exists?)\b|n['’]t\b/i

/** A start that only a clause has. */
const SUBJECT =
  /^\s*(?:it|there|he|they|we|one|no|none|not|nothing|nobody|neither|this|that|these|the|an?|its|their|some|several|each|every|most|many)\b/i

/** A start that goes on with an enumeration, or with the verb of a clause that a relative one interrupts. */
const CONTINUES =
  /^\s*(?:and|or|nor|(?:\w+ly\s+)?(?:is|are|was|were|has|have|had|do|does|did|will|would|shall|should|may|can|must|cannot))\b/i

/** Whether the words between a comma and the next one open the main clause. */
const opensMainClause = (words: string): boolean =>
  !CONTINUES.test(words) && (VERB.test(words) || SUBJECT.test(words) || OPENING.test(words))

/** The place of the comma that ends the clause which opens at a place; the last one there is, where none is sure. */
const endOf = (body: string, from: number): number | null => {
  for (let comma = body.indexOf(',', from); comma !== -1; comma = body.indexOf(',', comma + 1)) {
    const next = body.indexOf(',', comma + 1)
    const words = body.slice(comma + 1, next === -1 ? undefined : next)
    if (next === -1 || opensMainClause(words)) return CONTINUES.test(words) ? null : comma
  }
  return null
}

/** The commas at which the clauses end that a sentence puts before its main one. */
export const subordinateEnds = (sentence: string): number[] => {
  if (!OPENING.test(sentence.slice(0, 60))) return []
  const body = sentence.replace(RELATIVE, (clause) => ' '.repeat(clause.length))
  const ends: number[] = []
  let from = 0
  while (OPENING.test(body.slice(from, from + 60))) {
    const end = endOf(body, from + 1)
    if (end === null) break
    ends.push(end)
    from = end + 1
  }
  return ends
}
