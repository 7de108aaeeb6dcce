import type { Pattern } from '../../screen/index.ts'

/** What a wording makes of the clause that it stands in. */
export const MEANINGS = {
  neutral: 'no substance either way, such as an assessment by others',
  no_information: 'nothing is known of the thing itself',
  no_number: 'the thing is not counted',
  denial: 'there is none',
  formula: 'there is one, in the words that profiles use for it',
  plan: 'not in force yet',
  in_part: 'there is some of it, not official or not for the whole country',
} as const

export type Meaning = keyof typeof MEANINGS

/** A wording that the status rules know, with sentences of our own that are its tests. */
export interface Wording {
  readonly name: string
  readonly meaning: Meaning
  readonly pattern: Pattern
  /** The sections in whose notes alone it is looked for. */
  readonly sections?: readonly string[]
  /** Sentences that it decides. */
  readonly examples: readonly string[]
  /** Sentences that look alike and that it must leave alone. */
  readonly counterExamples: readonly string[]
}
