import type { ComponentChild } from 'preact'
import { sectionByCode } from '../../../../schemas/sections.ts'
import type { DocumentRecord } from '../../data/explorer-data.ts'
import { KIND_LABELS, thingKey } from '../model/things.ts'
import { routeHref } from '../route/route.ts'

/** What a profile names, as a table; each thing leads to all countries that name it. */
export const NamedTable = ({
  record: { document, sections },
}: {
  record: DocumentRecord
}): ComponentChild => {
  const items = sections.flatMap((section) => section.items)
  if (items.length === 0) return null
  return (
    <section class="named">
      <h2>Laws, bodies and treaties</h2>
      <table class="stacking">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Kind</th>
            <th scope="col">Named under</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.section_code} ${item.item_no}`}>
              <th scope="row">
                <a href={routeHref('named', [item.kind, thingKey(item)])}>
                  <bdi>{item.text}</bdi>
                </a>
                {item.stage === 'draft' && <span class="quiet-text"> (draft)</span>}
              </th>
              <td>{KIND_LABELS[item.kind]}</td>
              <td>
                <a href={routeHref('country', [document.country_code, item.indicator])}>
                  {sectionByCode(item.section_code)?.name}
                </a>
              </td>
              <td>
                <a href={routeHref('source', [document.document_id, item.indicator])}>
                  {item.page === null ? 'Source' : `Page ${item.page}`}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
