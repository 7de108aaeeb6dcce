import type { ComponentChild } from 'preact'
import { loadSearch } from '../data/page-data.ts'
import { MEASURES } from '../model/catalogue.ts'
import { namedCountries } from '../model/find-countries.ts'
import { fold } from '../model/fold.ts'
import { plural } from '../model/format.ts'
import { countCountries, toCellKey } from '../model/records.ts'
import { KIND_LABELS } from '../model/things.ts'
import { Heading } from '../parts/heading.tsx'
import { HitList } from '../parts/hit-list.tsx'
import { useRelease } from '../parts/release.ts'
import { SaveCells } from '../parts/save-rows.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { Waiting } from '../parts/waiting.tsx'
import { routeHref } from '../route/route.ts'
import type { SearchAnswer } from '../search/search-index.ts'
import type { ViewProps } from './view-props.ts'

const MAX_ENTITIES = 5

/** Pages that the query names. */
const Pages = ({ query, answer }: { query: string; answer: SearchAnswer }): ComponentChild => {
  const countries = namedCountries(useRelease().entries, query)
  const wanted = fold(query)
  const indicators = MEASURES.filter(({ name, code }) => fold(name).includes(wanted) || code === wanted)
  return (
    <ul class="answer-pages">
      {countries.length > 1 && (
        <li>
          <a href={routeHref('compare', [], { countries: countries.map(({ code }) => code).join(' ') })}>
            Compare {countries.map(({ name }) => name).join(' and ')}
          </a>
        </li>
      )}
      {countries.map(({ code, name }) => (
        <li key={code}>
          Country: <a href={routeHref('country', [code])}>{name}</a>
        </li>
      ))}
      {indicators.map(({ indicator, name }) => (
        <li key={indicator}>
          Indicator: <a href={routeHref('indicator', [indicator])}>{name}</a>
        </li>
      ))}
      {answer.entities.slice(0, MAX_ENTITIES).map(({ id, kind, name }) => (
        <li key={id}>
          {KIND_LABELS[kind]}: <a href={routeHref('named', [kind, id])}>{name}</a>
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
  const loaded = useLoaded('search', () => loadSearch(summary))
  return (
    <>
      <Heading title={query === '' ? 'Search' : `Search: ${query}`} />
      <SearchBox key={query} label="Search countries, laws, bodies and notes" value={query} />
      {loaded.value === null ? (
        <Waiting loaded={loaded} />
      ) : (
        query !== '' && <Answer key={query} query={query} answer={loaded.value.find(query)} />
      )}
    </>
  )
}
