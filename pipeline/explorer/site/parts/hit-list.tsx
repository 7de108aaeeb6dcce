import type { ComponentChild } from 'preact'
import { routeHref } from '../route/route.ts'
import type { Hit } from '../search/search-index.ts'
import { markWords } from '../search/words.ts'
import { SourceLink } from './section-note.tsx'
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
      const { row } = hit.section
      return (
        <li key={`${row.document_id} ${row.section_code}`} class="record">
          <h2>
            <a href={routeHref('country', [row.country_code, row.indicator])}>
              {row.country}: {row.section}
            </a>{' '}
            <StatusMark status={row.status} />
          </h2>
          <Words hit={hit} />
          <p class="meta">
            <SourceLink {...hit} />
            {row.source_date !== null && `, profile of ${row.source_date.slice(0, 4)}`}
          </p>
        </li>
      )
    })}
  </ol>
)
