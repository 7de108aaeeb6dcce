import { plainWord } from './format.ts'

/** Why a status was given, for readers; the rules themselves are in the codebook. */
const REASONS: Readonly<Record<string, string>> = {
  denied: 'says that there is none',
  list_in_force: 'lists what is in force',
  plain_prose: 'describes what exists',
  stated: 'says that it exists',
  figure_given: 'gives a figure',
  joined_treaty: 'has joined the treaty',
  part_taken: 'takes part',
  no_information: 'says that there is no information',
  number_unknown: 'says that the number is not known',
  denied_with_plan: 'says that there is none yet, and names a plan',
  denied_with_substitute: 'says that there is none, and names what serves instead',
  plan: 'speaks of a plan',
  in_force_beside_plan: 'names what is in force beside what is planned',
  prose_with_open_words: 'describes it in words that leave some doubt',
  not_counted: 'says that it exists, but not how many',
  list_of_drafts: 'lists drafts and bills',
  limited: 'says that it exists in part',
  figure_unavailable: 'gives no figure',
  no_text: 'has no words here',
  list_announced_as_planned: 'lists what is planned',
}

/** The reason behind a status as a sentence. */
export const explainRule = (rule: string): string => `Why: ${REASONS[rule] ?? plainWord(rule)}`
