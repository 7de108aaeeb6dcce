/** Words that lead from the noun of a title to what it is about. */
const OPENS = /^(?:on|of|for|against|concerning|regarding|relating|governing|about)$/i

/** Words at which the sentence goes on and the title ends. */
const STOPS: ReadonlySet<string> = new Set(
  `is are was were be been being has have had having does do did will would shall should may might can could must which
  that who whose where when while as also it its they their this these those there through by under via and/or including
  however currently adopted enacted passed approved issued amended modified dated came comes entered covers cover deals
  deal contains contain regulates regulate addresses address criminalizes criminalises requires require establishes
  establish defines define sets set provides provide includes include makes make gives give serves serve aims aim
  penalizes penalises punishes prohibits applies apply protects exists exist states stipulates mandates foresees recognizes
  recognises ensures creates designates focuses identifies describes since from into within during without before after
  with if so but or nor than then yet not only`.split(/\s+/),
)
const LINKS: ReadonlySet<string> = new Set(
  'on of for against to concerning regarding relating governing about in with and the a an'.split(' '),
)

/** Small words behind which the sentence goes on: a date, or a link to something else. */
const BREAKS =
  /^\s+(?:(?:in|on|of|from)\s+\d{1,4}\b(?!\s*(?:\/|-\p{L}))|and\s+(?:to|in|by|with|of|for|on)\b)/u

/** The most words of a title behind its capitalised beginning. */
const MOST_WORDS = 20

/**
 * The offset at which a title ends whose last words are not capitalised (`Law on the protection of personal data`).
 * `from` is the end of its capitalised words; `begun` says whether they already tell what it is about.
 */
export const lowerCaseTail = (text: string, from: number, begun: boolean): number => {
  let end = from
  let reach = from
  let inside = begun
  for (let count = 0; count < MOST_WORDS; count++) {
    const match = /^\s+((?:No|no|n|Nr)[.°º]?\s?\d[\p{L}\p{N}/.-]*|[\p{L}\p{N}][\p{L}\p{N}'’&/-]*)/u.exec(
      text.slice(reach, reach + 60),
    )
    const word = match?.[1]
    if (!match || word === undefined || STOPS.has(word.toLowerCase())) break
    if (BREAKS.test(text.slice(reach))) break
    const opens = OPENS.test(word)
    if (!inside && !opens) break
    if (
      /^and$/.test(word) &&
      /^\s+(?:(?:the|an?|its|it|is|are|has|have|was)\b|\p{Lu}|art(?:icle)?s?\.?\s+\d)/u.test(
        text.slice(reach + match[0].length),
      )
    )
      break
    inside = true
    reach += match[0].length
    if (!LINKS.has(word.toLowerCase())) end = reach
  }
  return end
}
