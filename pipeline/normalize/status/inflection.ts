/** The forms of a verb that its lemma gives. */
export interface VerbForms {
  readonly base: string
  readonly s: string
  readonly ing: string
  /** Past tense and participle. */
  readonly ed: readonly string[]
}

/** Past forms that no rule gives. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  bring: ['brought'],
  build: ['built'],
  draw: ['drew', 'drawn'],
  find: ['found'],
  forecast: ['forecast'],
  foresee: ['foresaw', 'foreseen'],
  get: ['got', 'gotten'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  hold: ['held'],
  keep: ['kept'],
  know: ['knew', 'known'],
  lay: ['laid'],
  learn: ['learned', 'learnt'],
  lead: ['led'],
  make: ['made'],
  mean: ['meant'],
  meet: ['met'],
  put: ['put'],
  run: ['ran', 'run'],
  say: ['said'],
  see: ['saw', 'seen'],
  seek: ['sought'],
  set: ['set'],
  take: ['took', 'taken'],
  teach: ['taught'],
  tell: ['told'],
  think: ['thought'],
  undertake: ['undertook', 'undertaken'],
  withdraw: ['withdrew', 'withdrawn'],
  write: ['wrote', 'written'],
}

/** Verbs of several syllables that double their last letter. */
const DOUBLING = new Set([
  'admit',
  'annul',
  'begin',
  'cancel',
  'commit',
  'omit',
  'permit',
  'submit',
  'transfer',
  'refer',
])

const doubles = (verb: string): boolean => DOUBLING.has(verb) || /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb)

/** A verb in all its forms; of a verb with a particle (`set up`) the first word is inflected. */
export const verbForms = (lemma: string): VerbForms => {
  const [verb = lemma, ...rest] = lemma.split(' ')
  const particle = rest.length > 0 ? ` ${rest.join(' ')}` : ''
  const stem = doubles(verb) ? `${verb}${verb.at(-1)}` : verb
  const s = /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : verb.replace(/([^aeiou])y$/, '$1ie').concat('s')
  const ing = /[^eoy]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${stem}ing`
  const regular = verb.endsWith('e')
    ? `${verb}d`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : `${stem}ed`
  const past = IRREGULAR[verb] ?? [regular]
  return {
    base: lemma,
    s: s + particle,
    ing: ing + particle,
    ed: past.map((form) => form + particle),
  }
}
