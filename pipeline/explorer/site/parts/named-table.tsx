import type { ComponentChild } from 'preact'
import { sectionByCode } from '../../../../schemas/sections.ts'
import type { DocumentRecord } from '../../data/explorer-data.ts'
import { KINDS, thingKey } from '../model/things.ts'
import { routeHref } from '../route/route.ts'
import { Table } from './table.tsx'

/** What a profile names, as a table; each thing leads to all countries that name it. */
export const NamedTable = ({
  record: { document, sections },
}: {
  record: DocumentRecord
}): ComponentChild => {
  const items = sections.flatMap((section) => section.items)
  if (items.length === 0) return null
  const rows = items.map((item) => [
    <>
      <a href={routeHref('named', [item.kind, thingKey(item)])}>
        <bdi>{item.text}</bdi>
      </a>
      {item.stage === 'draft' && <span class="quiet-text"> (draft)</span>}
    </>,
    KINDS[item.kind].one,
    <a href={routeHref('country', [document.country_code, item.indicator])}>
      {sectionByCode(item.section_code)?.name}
    </a>,
    <a href={routeHref('source', [document.document_id, item.indicator])}>
      {item.page === null ? 'Source' : `Page ${item.page}`}
    </a>,
  ])
  return (
    <section class="named">
      <h2>Laws, bodies and treaties</h2>
      <Table
        style="stacking"
        caption="What the profile names"
        heads={['Name', 'Kind', 'Named under', 'Source']}
        rows={rows}
      />
    </section>
  )
}
