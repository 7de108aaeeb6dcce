import { parse } from 'node:path'
import { ITEM_KINDS, type Item, type ItemKind } from '../../schemas/index.ts'
import type { DocumentResult } from '../build/index.ts'

/** Recall is `found` of `must`, precision `right` of `rows`. */
export type ItemScore = Record<'must' | 'found' | 'rows' | 'right', number>

/** Two names match if one contains the other and at least this share of its words is the same. */
const MIN_SHARED_WORDS = 0.7

const makePlain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\P{ASCII}/gu, '')

/** The name of a file as the reference writes it. */
const slug = (file: string): string =>
  makePlain(parse(file).name)
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

/**
 * The items that careful readers took, from a tab-separated table; `need` is `must` where every reader takes it, `may`
 * where one takes it and another leaves it.
 */
export const parseExpectedItems = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [document = '', section = '', kind = '', text = '', code = '', , need = ''] = line.split('\t')
      return { document, section, kind, text, code, need }
    })

type ExpectedItem = ReturnType<typeof parseExpectedItems>[number]

const isSameItem = (item: Item, expected: ExpectedItem): boolean =>
  item.section_code === expected.section &&
  item.kind === expected.kind &&
  (item.kind === 'partner_country' ? item.code === expected.code : isSameName(item.text, expected.text))

/** Scores the items of documents kind by kind; documents that the reference does not hold are left out. */
export const scoreItems = (results: readonly DocumentResult[], expected: readonly ExpectedItem[]) => {
  const kinds = Object.fromEntries(
    ITEM_KINDS.map((kind) => [kind, { must: 0, found: 0, rows: 0, right: 0 }]),
  ) as Record<ItemKind, ItemScore>
  const differences: string[] = []
  const byDocument = Map.groupBy(expected, ({ document }) => document)
  for (const { file, rows } of results) {
    const name = slug(file)
    const wantedItems = byDocument.get(name)
    if (!wantedItems) continue
    const free = [...(rows?.items ?? [])]
    for (const item of free) kinds[item.kind].rows++
    for (const wanted of wantedItems) {
      const kind = ITEM_KINDS.find((known) => known === wanted.kind)
      if (kind === undefined) continue
      const hit = free.findIndex((item) => isSameItem(item, wanted))
      const must = Number(wanted.need === 'must')
      kinds[kind].must += must
      if (hit >= 0) {
        free.splice(hit, 1)
        kinds[kind].right++
        kinds[kind].found += must
      } else if (must) differences.push(`${name} ${wanted.section} missed ${kind}: ${wanted.text}`)
    }
    differences.push(...free.map((item) => `${name} ${item.section_code} wrong ${item.kind}: ${item.text}`))
  }
  return { kinds, differences }
}

export type ItemScores = ReturnType<typeof scoreItems>
