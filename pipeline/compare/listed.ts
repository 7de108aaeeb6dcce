/** How often something was found, and the first of what was found. */
export interface Listed<T> {
  readonly count: number
  readonly first: readonly T[]
}

/** Gathers what is found, and keeps the first so many of it. */
export class Listing<T> implements Listed<T> {
  readonly first: T[] = []
  count = 0
  readonly #atMost: number

  constructor(atMost: number) {
    this.#atMost = atMost
  }

  add(found: T): void {
    if (this.count++ < this.#atMost) this.first.push(found)
  }

  /** As plain data. */
  listed(): Listed<T> {
    return { count: this.count, first: this.first }
  }
}
