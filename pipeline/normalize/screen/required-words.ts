import { type AST, RegExpParser } from '@eslint-community/regexpp'

/**
 * What a text must hold for a pattern to match it: of each set at least one. A member is the beginning of a word in
 * lower case, a whole word where a space stands behind it, or one other visible character. No sets ask for nothing.
 * A word here is a run of ASCII letters and digits; of letters, no pattern or text holds others (see `plainLetters`).
 */
export type RequiredWords = readonly (readonly string[])[]

/** How a pattern is to be read. */
export interface PatternContext {
  /** Whether it has the flag `u`. */
  readonly unicode: boolean
  /** Whether a match neither begins nor ends within a word. */
  readonly wholeWords: boolean
  /** The patterns that characters stand for; more may be added, but none changed. */
  readonly standIns?: ReadonlyMap<string, string>
}

const WORD_CHARACTER = /^[a-z0-9]$/i

interface Reading {
  readonly required: readonly (readonly string[])[]
  /** Whether what follows cannot go on with a word. */
  readonly edge: boolean
}

const NOTHING: RequiredWords = []

const parser = new RegExpParser()

/** The alternatives that a regular expression has at its top. */
export const alternativesIn = (source: string, unicode: boolean): readonly AST.Alternative[] =>
  parser.parsePattern(source, 0, source.length, { unicode }).alternatives

/** How often something like it is to be expected in a text: the shorter the words, and the more of them, the oftener. */
const frequency = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + (word.length < 3 ? 4 : 1 / word.length ** 2), 0)

/** Without words that begin with another of the list. */
const shortest = (words: readonly string[]): string[] => {
  const kept: string[] = []
  for (const word of [...new Set(words)].toSorted()) {
    const last = kept.at(-1)
    if (last === undefined || !word.startsWith(last)) kept.push(word)
  }
  return kept
}

/** The set that is rarest in texts; of several, the first. */
const rarest = (required: RequiredWords): readonly string[] | undefined => {
  let [best] = required
  if (required.length < 2 || !best) return best
  let least = frequency(best)
  for (const words of required) {
    const found = frequency(words)
    if (found < least) [best, least] = [words, found]
  }
  return best
}

/** What a character class, or a set like `\s`, matches is no word character. */
const isNoWord = (element: AST.CharacterSet | AST.CharacterClass | AST.CharacterClassElement): boolean => {
  if (element.type === 'CharacterSet') return element.kind === 'space' && !element.negate
  if (element.type === 'CharacterClass') {
    return !element.negate && element.elements.length > 0 && element.elements.every(isNoWord)
  }
  return element.type === 'Character' && isOther(String.fromCodePoint(element.value))
}

const isOther = (character: string): boolean => !WORD_CHARACTER.test(character)

/** Reads patterns; what characters stand for is read once for all of them, for each of the places that it may stand in. */
class PatternReader {
  readonly #standIns: ReadonlyMap<string, string>
  readonly #alternatives = new Map<string, readonly AST.Alternative[]>()
  readonly #readings = new Map<string, Reading>()
  readonly #beginnings = new Map<string, boolean>()

  constructor(standIns: ReadonlyMap<string, string>) {
    this.#standIns = standIns
  }

  #alternativesFor(character: string): readonly AST.Alternative[] | undefined {
    const known = this.#alternatives.get(character)
    if (known) return known
    const source = this.#standIns.get(character)
    if (source === undefined) return undefined
    const alternatives = alternativesIn(source, true)
    this.#alternatives.set(character, alternatives)
    return alternatives
  }

  #standInBeginsOutside(character: string, alternatives: readonly AST.Alternative[], rest: boolean): boolean {
    const key = `${character}${rest}`
    const begins =
      this.#beginnings.get(key) ??
      alternatives.every((alternative) => this.#beginsOutside(alternative.elements, 0, rest))
    this.#beginnings.set(key, begins)
    return begins
  }

  #standInReading(
    character: string,
    alternatives: readonly AST.Alternative[],
    edge: boolean,
    after: boolean,
  ): Reading {
    const key = `${character}${edge}${after}`
    const reading = this.#readings.get(key) ?? this.#oneOf(alternatives, edge, after)
    this.#readings.set(key, reading)
    return reading
  }

  /** Whether what the elements from a place on match begins with no word character, or is empty before such an end. */
  #beginsOutside(elements: readonly AST.Element[], from: number, after: boolean): boolean {
    const element = elements[from]
    if (!element) return after
    switch (element.type) {
      case 'Character': {
        const character = String.fromCodePoint(element.value)
        const alternatives = this.#alternativesFor(character)
        if (!alternatives) return isOther(character)
        return this.#standInBeginsOutside(
          character,
          alternatives,
          this.#beginsOutside(elements, from + 1, after),
        )
      }
      case 'CharacterSet':
      case 'CharacterClass':
        return isNoWord(element)
      case 'Assertion':
        return element.kind === 'end' || (element.kind === 'word' && !element.negate)
      case 'Group':
      case 'CapturingGroup':
        return element.alternatives.every((alternative) =>
          this.#beginsOutside(alternative.elements, 0, this.#beginsOutside(elements, from + 1, after)),
        )
      case 'Quantifier': {
        const rest = element.max > 1 ? false : this.#beginsOutside(elements, from + 1, after)
        return (
          this.#beginsOutside([element.element], 0, rest) &&
          (element.min > 0 || this.#beginsOutside(elements, from + 1, after))
        )
      }
      default:
        return false
    }
  }

  #oneOf(alternatives: readonly AST.Alternative[], edge: boolean, after: boolean): Reading {
    const readings = alternatives.map(({ elements }) => this.#inOrder(elements, edge, after))
    const ends = readings.every((reading) => reading.edge)
    if (readings.length === 1) return { required: readings[0]?.required ?? NOTHING, edge: ends }
    const words: string[] = []
    for (const { required } of readings) {
      const least = rarest(required)
      if (!least) return { required: NOTHING, edge: ends }
      words.push(...least)
    }
    return { required: [shortest(words)], edge: ends }
  }

  /** The word, or its beginning, that stands at a place of the elements, with the number of elements it takes up. */
  #wordAt(elements: readonly AST.Element[], from: number, after: boolean): { word: string; length: number } {
    let word = ''
    let place = from
    for (; ; place++) {
      const element = elements[place]
      if (element?.type !== 'Character') break
      const character = String.fromCodePoint(element.value)
      if (!WORD_CHARACTER.test(character)) break
      word += character.toLowerCase()
    }
    const length = place - from
    return { word: this.#beginsOutside(elements, place, after) ? `${word} ` : word, length }
  }

  #inOrder(elements: readonly AST.Element[], edgeBefore: boolean, after: boolean): Reading {
    const required: (readonly string[])[] = []
    let edge = edgeBefore
    for (let place = 0; place < elements.length; ) {
      const element = elements[place]
      if (!element) break
      if (element.type === 'Character' && WORD_CHARACTER.test(String.fromCodePoint(element.value))) {
        const { word, length } = this.#wordAt(elements, place, after)
        if (edge) required.push([word])
        edge = false
        place += length
        continue
      }
      const reading = this.#element(element, edge, this.#beginsOutside(elements, place + 1, after))
      required.push(...reading.required)
      edge = reading.edge
      place++
    }
    return { required, edge }
  }

  #element(element: AST.Element, edge: boolean, after: boolean): Reading {
    switch (element.type) {
      case 'Character': {
        const character = String.fromCodePoint(element.value)
        const alternatives = this.#alternativesFor(character)
        if (alternatives) return this.#standInReading(character, alternatives, edge, after)
        const required = /^[!-~]$/.test(character) && isOther(character) ? [[character]] : NOTHING
        return { required, edge: isOther(character) }
      }
      case 'CharacterSet':
      case 'CharacterClass':
        return { required: NOTHING, edge: isNoWord(element) }
      case 'Group':
      case 'CapturingGroup':
        return this.#oneOf(element.alternatives, edge, after)
      case 'Quantifier': {
        const once = this.#inOrder([element.element], edge && element.max <= 1, after && element.max <= 1)
        return element.min > 0 ? once : { required: NOTHING, edge: once.edge && edge }
      }
      case 'Assertion':
        return this.#assertion(element, edge)
      default:
        return { required: NOTHING, edge: false }
    }
  }

  #assertion(assertion: AST.Assertion, edge: boolean): Reading {
    switch (assertion.kind) {
      case 'word':
        return { required: NOTHING, edge: edge || !assertion.negate }
      case 'lookahead':
      case 'lookbehind': {
        if (assertion.negate) return { required: NOTHING, edge }
        const begins = assertion.kind === 'lookahead' && edge
        return { required: this.#oneOf(assertion.alternatives, begins, false).required, edge }
      }
      default:
        return { required: NOTHING, edge: true }
    }
  }

  read(alternatives: readonly AST.Alternative[], wholeWords: boolean): RequiredWords {
    return this.#oneOf(alternatives, wholeWords, wholeWords).required.toSorted(
      (left, right) => frequency(left) - frequency(right),
    )
  }
}

const NO_STAND_INS: ReadonlyMap<string, string> = new Map()

const readers = new WeakMap<ReadonlyMap<string, string>, PatternReader>()

const readerOf = (standIns: ReadonlyMap<string, string>): PatternReader => {
  const reader = readers.get(standIns) ?? new PatternReader(standIns)
  readers.set(standIns, reader)
  return reader
}

/**
 * What a text must hold for a pattern to match it. It is less than what the pattern asks for: a text may hold it all
 * and not match, but none matches that lacks any of it.
 */
export const requiredWords = (
  source: string,
  { unicode, wholeWords, standIns = NO_STAND_INS }: PatternContext,
): RequiredWords => readerOf(standIns).read(alternativesIn(source, unicode), wholeWords)
