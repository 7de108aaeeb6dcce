import type { ComponentChild } from 'preact'
import type { ItemRecord } from '../../data/explorer-data.ts'
import { plainWord } from '../model/format.ts'
import { itemKey } from '../model/item-key.ts'
import { routeHref } from '../route/route.ts'
import { ForeignText } from './foreign-text.tsx'

/** A list entry or named thing; leads to every profile that names the same. */
export const ItemChip = ({ item }: { item: ItemRecord }): ComponentChild => (
  <a class="chip" href={routeHref('item', [item.kind, itemKey(item)])}>
    <span class="kind">
      {plainWord(item.kind)}
      {item.stage === 'draft' ? ', draft' : ''}
      {item.code === null ? '' : ` ${item.code}`}
    </span>{' '}
    <ForeignText text={item.text} />
  </a>
)

/** All items of a section. */
export const ItemChips = ({ items }: { items: readonly ItemRecord[] }): ComponentChild =>
  items.length === 0 ? null : (
    <ul class="chips" aria-label="Named here">
      {items.map((item) => (
        <li>
          <ItemChip item={item} />
        </li>
      ))}
    </ul>
  )
