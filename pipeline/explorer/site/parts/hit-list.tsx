import type { ComponentChild } from 'preact'
import { routeHref } from '../route/route.ts'
import type { Hit } from '../search/search-index.ts'
import { markWords } from '../search/words.ts'
import { sourceLabel } from './section-note.tsx'
import { StatusMark } from './status-mark.tsx'

const Words = ({ hit: { section, words } }: { hit: Hit }): ComponentChild => {
  const { note } = section.row
  if (note === null) {
    return section.items.length === 0 ? null : (
      <p class="note">
        <bdi>{section.items.map(({ text }) => text).join('; ')}</bdi>
      </p>
    )
  }
  return (
    <p class="note" dir="auto">
      {markWords(note, words).map(({ text, found }) => (found ? <mark>{text}</mark> : text))}
    </p>
  )
}

/** Sections that answer a question, each with its words and the page where they are. */
export const HitList = ({ hits }: { hits: readonly Hit[] }): ComponentChild => (
  <ol class="hits">
    {hits.map((hit) => {
      const { record, section } = hit
      const { document_id, country, country_code, source_date } = record.document
      return (
        <li key={`${document_id} ${section.code}`} class="record">
          <h2>
            <a href={routeHref('country', [country_code, section.row.indicator])}>
              {country}: {section.row.section}
            </a>{' '}
            <StatusMark status={section.row.status} />
          </h2>
          <Words hit={hit} />
          <p class="meta">
            <a href={routeHref('source', [document_id, section.row.indicator])}>{sourceLabel(section)}</a>
            {source_date !== null && `, profile of ${source_date.slice(0, 4)}`}
          </p>
        </li>
      )
    })}
  </ol>
)
