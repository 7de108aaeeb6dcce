import type { DocumentRecord, ItemRecord, SectionRecord } from '../../data/explorer-data.ts'
import { compareTexts } from './collate.ts'
import { itemKey } from './item-key.ts'

/** A place where an item is named. */
export interface Mention {
  readonly record: DocumentRecord
  readonly section: SectionRecord
  readonly item: ItemRecord
}

/** An item with every place that names it. */
export interface NamedThing {
  readonly key: string
  /** Its words where it is first named. */
  readonly text: string
  readonly mentions: readonly Mention[]
}

const countriesNaming = (mentions: readonly Mention[]): number =>
  new Set(mentions.map(({ record }) => record.document.country_code)).size

/** All things of a kind that some documents name; what most countries name comes first. */
export const namedThings = (records: Iterable<DocumentRecord>, kind: string): readonly NamedThing[] => {
  const mentions = [...records].flatMap((record) =>
    record.sections.flatMap((section) =>
      section.items.filter((item) => item.kind === kind).map((item) => ({ record, section, item })),
    ),
  )
  return [...Map.groupBy(mentions, ({ item }) => itemKey(item))]
    .map(([key, named]) => ({ key, text: named[0]?.item.text ?? key, mentions: named }))
    .sort(
      (left, right) =>
        countriesNaming(right.mentions) - countriesNaming(left.mentions) ||
        compareTexts(left.text, right.text),
    )
}
