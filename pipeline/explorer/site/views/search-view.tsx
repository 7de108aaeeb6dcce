import type { ComponentChild } from 'preact'
import { loadSearch } from '../data/page-data.ts'
import { MEASURES } from '../model/catalogue.ts'
import { namedCountries } from '../model/find-countries.ts'
import { countCountries, toCellKey } from '../model/records.ts'
import { fold, plural } from '../model/text.ts'
import { KINDS } from '../model/things.ts'
import { Heading } from '../parts/heading.tsx'
import { HitList } from '../parts/hit-list.tsx'
import { Load } from '../parts/loading.tsx'
import { useRelease } from '../parts/release.ts'
import { SaveCells } from '../parts/save-rows.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { routeHref } from '../route/route.ts'
import type { SearchAnswer } from '../search/search-index.ts'
import type { ViewProps } from './view-props.ts'

const MAX_ENTITIES = 5

/** Pages that the query names. */
const Pages = ({ query, answer }: { query: string; answer: SearchAnswer }): ComponentChild => {
  const countries = namedCountries(useRelease().entries, query)
  const wanted = fold(query)
  const indicators = MEASURES.filter(({ name, code }) => fold(name).includes(wanted) || code === wanted)
  const compared = {
    codes: countries.map(({ code }) => code).join(' '),
    names: countries.map(({ name }) => name).join(' and '),
  }
  const pages: readonly (readonly [kind: string, href: string, name: string])[] = [
    ...(countries.length > 1
      ? [['Compare', routeHref('compare', [], { countries: compared.codes }), compared.names] as const]
      : []),
    ...countries.map(({ code, name }) => ['Country', routeHref('country', [code]), name] as const),
    ...indicators.map(
      ({ indicator, name }) => ['Indicator', routeHref('indicator', [indicator]), name] as const,
    ),
    ...answer.entities
      .slice(0, MAX_ENTITIES)
      .map(({ id, kind, name }) => [KINDS[kind].one, routeHref('named', [kind, id]), name] as const),
  ]
  return (
    <ul class="answer-pages">
      {pages.map(([kind, href, name]) => (
        <li key={href}>
          {kind}: <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

const Answer = ({ query, answer }: { query: string; answer: SearchAnswer }): ComponentChild => {
  const { hits, isApproximate } = answer
  return (
    <>
      <Pages query={query} answer={answer} />
      <p role="status" class="found">
        {isApproximate &&
          hits.length > 0 &&
          'No answer holds all these words; similar words were looked for. '}
        {hits.length === 0
          ? 'Nothing found. Try fewer words.'
          : `${plural(hits.length, 'answer')} in ${plural(countCountries(hits), 'country', 'countries')}.`}
      </p>
      <SaveCells title={`Search for “${query}”`} choices={['search', query]} cells={hits.map(toCellKey)} />
      <HitList hits={hits} />
    </>
  )
}

/** What countries, indicators, things and notes answer a query. */
export const SearchView = ({ route, summary }: ViewProps): ComponentChild => {
  const query = route.query['q'] ?? ''
  return (
    <>
      <Heading title={query === '' ? 'Search' : `Search: ${query}`} />
      <SearchBox key={query} label="Search countries, laws, bodies and notes" value={query} />
      <Load of="search" load={() => loadSearch(summary)}>
        {(index) => query !== '' && <Answer key={query} query={query} answer={index.find(query)} />}
      </Load>
    </>
  )
}
