/** The letters and digits of ASCII, by which words branch, without regard to case: from 1; 0 is every other character. */
const symbols = new Uint8Array(128)
for (let letter = 0; letter < 26; letter++) {
  symbols[65 + letter] = 1 + letter
  symbols[97 + letter] = 1 + letter
}
for (let digit = 0; digit < 10; digit++) symbols[48 + digit] = 27 + digit

const BRANCHES = 37

const symbolAt = (text: string, place: number): number => symbols[text.charCodeAt(place)] ?? 0

/** Words and beginnings of words, and other characters, each with a number from 0. */
export class WordTree {
  readonly #numbers = new Map<string, number>()
  readonly #others = new Map<number, number>()
  #next = new Uint16Array(BRANCHES * 64)
  #nodes = 1
  /** By node: 1 more than the number of the beginning, or of the whole word, that ends there; 0 for none. */
  readonly #beginnings: number[] = [0]
  readonly #wholes: number[] = [0]

  get size(): number {
    return this.#numbers.size
  }

  /** The number of a word (with a space behind it), of the beginning of one, or of a character that is no letter or digit. */
  numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(word, number)
    if (symbolAt(word, 0) === 0) {
      this.#others.set(word.charCodeAt(0), number)
      return number
    }
    const whole = word.endsWith(' ')
    const node = this.#nodeOf(whole ? word.slice(0, -1) : word)
    const ends = whole ? this.#wholes : this.#beginnings
    ends[node] = number + 1
    return number
  }

  #nodeOf(word: string): number {
    let node = 0
    for (let place = 0; place < word.length; place++) {
      const branch = node * BRANCHES + symbolAt(word, place)
      const next = this.#next[branch] ?? 0
      node = next === 0 ? this.#branchOff(branch) : next
    }
    return node
  }

  #branchOff(branch: number): number {
    const node = this.#nodes++
    this.#beginnings.push(0)
    this.#wholes.push(0)
    if (this.#nodes * BRANCHES > this.#next.length) {
      const grown = new Uint16Array(this.#next.length * 2)
      grown.set(this.#next)
      this.#next = grown
    }
    this.#next[branch] = node
    return node
  }

  /** Tells the numbers of what a text holds; of what it holds several times, as often. */
  search(text: string, found: (number: number) => void): void {
    let within = false
    for (let start = 0; start < text.length; start++) {
      if (symbolAt(text, start) === 0) {
        within = false
        const other = this.#others.get(text.charCodeAt(start))
        if (other !== undefined) found(other)
      } else if (!within) {
        within = true
        this.#searchWord(text, start, found)
      }
    }
  }

  #searchWord(text: string, start: number, found: (number: number) => void): void {
    let node = 0
    for (let place = start; ; place++) {
      const symbol = symbolAt(text, place)
      if (symbol === 0) {
        const whole = this.#wholes[node] ?? 0
        if (whole > 0) found(whole - 1)
        return
      }
      node = this.#next[node * BRANCHES + symbol] ?? 0
      if (node === 0) return
      const beginning = this.#beginnings[node] ?? 0
      if (beginning > 0) found(beginning - 1)
    }
  }
}
