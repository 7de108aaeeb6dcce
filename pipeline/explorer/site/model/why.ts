import { plainWord } from './text.ts'

/** Why a status was given, for readers; the rules themselves are in the codebook. */
const REASONS: Readonly<Record<string, string>> = {
  assessment_only: 'names only an assessment',
  corrected: 'corrected by hand',
  denied: 'says that it is missing',
  denied_with_plan: 'says that it is missing, and names a plan',
  denied_with_substitute: 'says that it is missing, and names what serves instead',
  ended: 'says that it has ended',
  figure_given: 'gives a figure',
  figure_unavailable: 'gives no figure',
  in_force_beside_plan: 'names what is in force beside what is planned',
  in_part: 'says that it exists in part',
  joined: 'has joined',
  limited: 'says that it exists within limits',
  list_announced_as_planned: 'lists what is planned',
  list_in_force: 'lists laws or measures in force',
  list_of_drafts: 'lists drafts and bills',
  named: 'names what does this job',
  names_who_does_not_help: 'names only a body that does not do this',
  no_information: 'says that there is no information',
  no_text: 'the section is empty',
  not_counted: 'says that it exists, but not how many',
  not_understood: 'not understood by any rule',
  number_unknown: 'says that the number is not known',
  plan: 'speaks of a plan',
  stated: 'says that it exists',
  succeeded: 'names what came after it',
}

/** How the names of rules end that leave a doubt. */
const UNSURE = '_unsure'

/** The reason behind a status as a sentence. */
export const explainRule = (rule: string): string => {
  const name = rule.replace(UNSURE, '')
  const doubt = rule.endsWith(UNSURE) ? ', in words that leave some doubt' : ''
  return `Why: ${REASONS[name] ?? plainWord(name)}${doubt}`
}
