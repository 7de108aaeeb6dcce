import { ITEM_KINDS, type Item, type ItemKind } from '../../../schemas/index.ts'
import type { DocumentResult } from '../../build/index.ts'

/** An item that careful readers took from a profile. */
interface ExpectedItem {
  readonly document: string
  readonly section: string
  readonly kind: string
  readonly text: string
  readonly code: string
  /** `must` where every reader takes it, `may` where one takes it and another leaves it. */
  readonly need: string
}

/** Recall is `found` of `must`, precision `right` of `rows`. */
export interface ItemScore {
  readonly must: number
  readonly found: number
  readonly rows: number
  readonly right: number
}

/** The scores of items by kind, and every difference as a line. */
export interface ItemScores {
  readonly kinds: Readonly<Record<ItemKind, ItemScore>>
  readonly differences: readonly string[]
}

/** Two names match where one holds the other and at least this share of its words. */
const MIN_SHARED_WORDS = 0.7

const makePlain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\P{ASCII}/gu, '')

/** The name of a file as the reference writes it. */
const slug = (file: string): string =>
  makePlain(file.replace(/^.*\//, '').replace(/\.[^.]+$/, ''))
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

const splitWords = (text: string): string[] =>
  (makePlain(text).match(/[a-z0-9]+/g) ?? []).filter((word) => !['the', 'a', 'an'].includes(word))

const isSameName = (left: string, right: string): boolean => {
  const [one, other] = [splitWords(left), splitWords(right)]
  if (one.length === 0 || other.length === 0) return false
  const [short = '', long = ''] = [one.join(''), other.join('')].toSorted((a, b) => a.length - b.length)
  const [fewer, more] = [Math.min(one.length, other.length), Math.max(one.length, other.length)]
  return short === long || (long.includes(short) && fewer >= MIN_SHARED_WORDS * more)
}

/** The items of a tab-separated table: document, section, kind, text, code, entity, need. */
export const parseExpectedItems = (table: string): ExpectedItem[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [document = '', section = '', kind = '', text = '', code = '', , need = ''] = line.split('\t')
      return { document, section, kind, text, code, need }
    })

const isSameItem = (item: Item, expected: ExpectedItem): boolean =>
  item.section_code === expected.section &&
  item.kind === expected.kind &&
  (item.kind === 'partner_country' ? item.code === expected.code : isSameName(item.text, expected.text))

/** Scores the items of documents kind by kind; documents that the reference does not hold are left out. */
export const scoreItems = (
  results: readonly DocumentResult[],
  expected: readonly ExpectedItem[],
): ItemScores => {
  const kinds = Object.fromEntries(
    ITEM_KINDS.map((kind) => [kind, { must: 0, found: 0, rows: 0, right: 0 }]),
  ) as Record<ItemKind, { must: number; found: number; rows: number; right: number }>
  const differences: string[] = []
  const byDocument = Map.groupBy(expected, ({ document }) => document)
  for (const result of results) {
    const name = slug(result.file)
    const free = [...(result.rows?.items ?? [])]
    for (const item of byDocument.has(name) ? free : []) kinds[item.kind].rows++
    for (const wanted of byDocument.get(name) ?? []) {
      const kind = ITEM_KINDS.find((known) => known === wanted.kind)
      if (kind === undefined) continue
      const hit = free.findIndex((item) => isSameItem(item, wanted))
      const isMust = wanted.need === 'must'
      if (isMust) kinds[kind].must++
      if (hit >= 0) {
        free.splice(hit, 1)
        kinds[kind].right++
        if (isMust) kinds[kind].found++
      } else if (isMust) differences.push(`${name} ${wanted.section} missed ${kind}: ${wanted.text}`)
    }
    if (!byDocument.has(name)) continue
    differences.push(...free.map((item) => `${name} ${item.section_code} wrong ${item.kind}: ${item.text}`))
  }
  return { kinds, differences }
}
