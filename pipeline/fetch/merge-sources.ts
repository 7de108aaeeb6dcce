import type { Source } from '../../schemas/index.ts'

/** A lock with new finds in it. */
export interface Merged {
  readonly documents: readonly Source[]
  readonly added: readonly Source[]
  /** Documents that were known, of which something new was found. */
  readonly completed: readonly Source[]
  /** Documents that stand for the same id but are said to have other bytes; the lock keeps what it has. */
  readonly conflicting: readonly Source[]
}

const union = (known: readonly string[], found: readonly string[]): string[] => [
  ...new Set([...known, ...found]),
]

/** What is known stays; a find adds addresses, and facts that were not known. */
const complete = (known: Source, found: Source): Source => ({
  ...found,
  ...known,
  addresses: union(known.addresses, found.addresses),
})

const saysMore = (after: Source, before: Source): boolean =>
  Object.keys(after).length > Object.keys(before).length || after.addresses.length > before.addresses.length

const differs = <Value>(left: Value | undefined, right: Value | undefined): boolean =>
  left !== undefined && right !== undefined && left !== right

/** Adds finds to the documents of a lock. Nothing is dropped, and no hash that is known is changed. */
export const mergeSources = (known: readonly Source[], found: readonly Source[]): Merged => {
  const documents = new Map(known.map((document) => [document.id, document]))
  const added: Source[] = []
  const completed: Source[] = []
  const conflicting: Source[] = []
  for (const find of found) {
    const before = documents.get(find.id)
    if (before === undefined) {
      documents.set(find.id, find)
      added.push(find)
    } else if (differs(before.sha256, find.sha256) || differs(before.digest, find.digest)) {
      conflicting.push(find)
    } else {
      const after = complete(before, find)
      if (saysMore(after, before)) completed.push(after)
      documents.set(find.id, after)
    }
  }
  return { documents: [...documents.values()], added, completed, conflicting }
}
