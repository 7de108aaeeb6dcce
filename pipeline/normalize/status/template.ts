import { type Phrases, phraseOf, plainLetters } from '../screen/index.ts'
import { verbForms } from './inflection.ts'
import { VERB_CLASSES, WORD_CLASSES } from './word-classes.ts'

const formsOf = (lemmas: string, form: string | undefined): string[] =>
  lemmas.split(/,\s*/).flatMap((lemma) => {
    const { base, s, ing, ed } = verbForms(lemma)
    if (form === 'base') return [base]
    if (form === 'ing') return [ing]
    return form === 'ed' ? [...ed] : [base, s, ing, ...ed]
  })

/** Both spellings of `-ise`, and any white space between words. */
const asPattern = (words: string): string =>
  words.replaceAll(/(?<=[a-z]{2})is(?=e|ing|ation)/g, 'i[sz]').replaceAll(/\s+/g, String.raw`\s+`)

const isKey = <T extends object>(name: PropertyKey, of: T): name is keyof T => Object.hasOwn(of, name)

const classPattern = (name: string, form: string | undefined): string => {
  if (isKey(name, VERB_CLASSES)) {
    const forms = new Set(formsOf(VERB_CLASSES[name], form))
    return `(?:${[...forms].map(asPattern).join('|')})`
  }
  if (isKey(name, WORD_CLASSES)) return `(?:${WORD_CLASSES[name].replaceAll(/\|\s+/g, '|')})`
  throw new RangeError(`there is no word class “${name}”`)
}

/** The patterns that single characters of a template stand for; classes get characters for private use. */
const standIns = new Map([
  [' ', String.raw`\s+`],
  ['…', String.raw`(?:\s+[^.;:]{0,90}?)?\s+`],
  ['~', `(?:(?:${WORD_CLASSES.adverb})\\s+){0,4}`],
])

const FIRST_FOR_PRIVATE_USE = 0xe000

const classes = new Map<string, string>()

/** The character that stands for a class. */
const standInFor = (name: string, form: string | undefined): string => {
  const key = `${name} ${form}`
  const known = classes.get(key)
  if (known !== undefined) return known
  const character = String.fromCharCode(FIRST_FOR_PRIVATE_USE + classes.size)
  standIns.set(character, classPattern(name, form))
  classes.set(key, character)
  return character
}

const compact = (template: string): string =>
  template
    .replaceAll(/ ?… ?/g, '…')
    .replaceAll('~ ', '~')
    .replaceAll(/\{([a-z]+)(?:\.(\w+))?\}/g, (_, name: string, form: string | undefined) =>
      standInFor(name, form),
    )

/**
 * Phrases of whole words in any case, each from a template. In a template `{class}` stands for the words of a class,
 * `{class.ing}`, `{class.ed}` and `{class.base}` for those forms of its verbs, `~` for up to four adverbs, `…` for a
 * stretch of other words, and a space for white space; the rest is a regular expression.
 * @throws RangeError where there is no such class
 */
export const phrases = (...templates: readonly string[]): Phrases => {
  const all = templates.map((template) => phraseOf(compact(template), standIns))
  return { phrases: all, test: (text) => all.some((phrase) => phrase.test(plainLetters(text))) }
}
