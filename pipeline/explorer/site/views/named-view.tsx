import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import { ITEM_KINDS, type ItemKind } from '../../../../schemas/sections.ts'
import type { EntityRecord } from '../../data/explorer-data.ts'
import { loadAllRecords, loadSearch, pageData } from '../data/page-data.ts'
import { fold } from '../model/fold.ts'
import { plural } from '../model/format.ts'
import { indicatorRows, itemRows } from '../model/row-set.ts'
import { KIND_LABELS, KIND_NAMES, listThings, type Thing } from '../model/things.ts'
import { Heading } from '../parts/heading.tsx'
import { HitList } from '../parts/hit-list.tsx'
import { ProfileText } from '../parts/profile-text.tsx'
import { SaveRows } from '../parts/save-rows.tsx'
import { type Loaded, useLoaded } from '../parts/use-loaded.ts'
import { Waiting } from '../parts/waiting.tsx'
import { routeHref } from '../route/route.ts'
import type { Hit, SearchIndex } from '../search/search-index.ts'
import { splitWords } from '../search/words.ts'
import type { ViewProps } from './view-props.ts'

/** Things shown before a person asks for all. */
const FIRST_THINGS = 60

const isKind = (name: string | undefined): name is ItemKind => ITEM_KINDS.some((kind) => kind === name)

const useThings = ({ summary, entries }: ViewProps, kind: ItemKind): Loaded<readonly Thing[]> => {
  const names = new Map(entries.map(({ code, name }) => [code, name]))
  return useLoaded(kind, async () => {
    const [records, entities] = await Promise.all([loadAllRecords(summary), pageData.load('entities')])
    return listThings(records.values(), kind, entities, names)
  })
}

const Kinds = (): ComponentChild => (
  <>
    <Heading title="Laws, bodies and treaties" />
    <p class="lead">What profiles name, each with every country that names it.</p>
    <ul class="ways">
      {ITEM_KINDS.map((kind) => (
        <li key={kind}>
          <a href={routeHref('named', [kind])}>{KIND_NAMES[kind]}</a>
        </li>
      ))}
    </ul>
  </>
)

const ThingTable = ({ things, kind }: { things: readonly Thing[]; kind: ItemKind }): ComponentChild => (
  <table class="thing-table">
    <thead>
      <tr>
        <th scope="col">{KIND_LABELS[kind]}</th>
        <th scope="col">Countries</th>
      </tr>
    </thead>
    <tbody>
      {things.map(({ key, name, countries }) => (
        <tr key={key}>
          <th scope="row">
            <a href={routeHref('named', [kind, key])}>
              <ProfileText text={name} />
            </a>
          </th>
          <td class="number">{countries}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** All things of a kind, filtered as a person types. */
const Things = (props: ViewProps & { kind: ItemKind }): ComponentChild => {
  const { kind, summary } = props
  const loaded = useThings(props, kind)
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const things = (loaded.value ?? []).filter(({ name }) => fold(name).includes(fold(typed)))
  const shown = all ? things : things.slice(0, FIRST_THINGS)
  return (
    <>
      <Heading title={KIND_NAMES[kind]} />
      <p>
        <a href={routeHref('named')}>Laws, bodies and treaties</a>
      </p>
      <label class="filters">
        Name <input type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />{' '}
        <span role="status" class="shown">
          {things.length}
        </span>
      </label>
      {loaded.value === null ? (
        <Waiting loaded={loaded} />
      ) : (
        <>
          <SaveRows
            summary={summary}
            title={[KIND_NAMES[kind], typed].filter((part) => part !== '').join(', ')}
            choices={[kind, typed]}
            count={shown.reduce((sum, { mentions }) => sum + mentions.length, 0)}
            load={() =>
              itemRows(
                summary,
                shown.flatMap(({ mentions }) => mentions.flatMap(({ item }) => item ?? [])),
              )
            }
          />
          <ThingTable things={shown} kind={kind} />
          {shown.length < things.length && (
            <button type="button" onClick={() => setAll(true)}>
              Show all {things.length}
            </button>
          )}
        </>
      )}
    </>
  )
}

interface Named {
  readonly things: readonly Thing[]
  readonly entities: readonly EntityRecord[]
  readonly search: SearchIndex
}

/** The sections that name a thing: one with its own spellings is looked for in notes too, as the search does. */
const findHits = ({ things, search }: Named, key: string): readonly Hit[] => {
  const naming = search.naming(key)
  if (naming.length > 0) return naming
  const mentions = things.find((thing) => thing.key === key)?.mentions ?? []
  const words = new Set(mentions.flatMap(({ item }) => splitWords(item?.text ?? '')))
  const hits = new Map(mentions.map(({ record, section }) => [section, { record, section, words }]))
  return [...hits.values()]
}

const About = ({ entity }: { entity: EntityRecord | undefined }): ComponentChild =>
  entity ? (
    <p>
      {entity.aliases.length > 0 && <>Also called {entity.aliases.join('; ')}. </>}
      {entity.homepage !== null && (
        <a href={entity.homepage} rel="noopener noreferrer">
          {entity.homepage}
        </a>
      )}
    </p>
  ) : null

/** One thing, and every country that names it. */
const ThingPage = (props: ViewProps & { kind: ItemKind; thingKey: string }): ComponentChild => {
  const { kind, thingKey, summary, entries } = props
  const names = new Map(entries.map(({ code, name }) => [code, name]))
  const loaded = useLoaded(thingKey, async (): Promise<Named> => {
    const [search, records, entities] = await Promise.all([
      loadSearch(summary),
      loadAllRecords(summary),
      pageData.load('entities'),
    ])
    return { search, entities, things: listThings(records.values(), kind, entities, names) }
  })
  const entity = loaded.value?.entities.find(({ id }) => id === thingKey)
  const name = entity?.name ?? loaded.value?.things.find(({ key }) => key === thingKey)?.name
  const hits = loaded.value === null ? [] : findHits(loaded.value, thingKey)
  const countries = new Set(hits.map(({ record }) => record.document.country_code)).size
  const partner =
    kind === 'partner_country' ? entries.find((entry) => thingKey === `${kind}:${entry.code}`) : undefined
  return (
    <>
      <Heading title={name ?? KIND_LABELS[kind]} />
      <p>
        <a href={routeHref('named', [kind])}>{KIND_NAMES[kind]}</a>
        {partner && (
          <>
            , <a href={routeHref('country', [partner.code])}>the profile of {partner.name}</a>
          </>
        )}
      </p>
      <About entity={entity} />
      {loaded.value === null ? (
        <Waiting loaded={loaded} />
      ) : (
        <>
          <p role="status" class="found">
            {hits.length === 0
              ? 'No profile names this.'
              : `Named by ${plural(countries, 'country', 'countries')}, in ${plural(hits.length, 'answer')}.`}
          </p>
          <SaveRows
            summary={summary}
            title={`Countries that name ${name ?? thingKey}`}
            choices={[name ?? thingKey]}
            count={hits.length}
            load={() =>
              indicatorRows(
                summary,
                hits.map(({ section }) => section.row),
              )
            }
          />
          <HitList hits={hits} />
        </>
      )}
    </>
  )
}

/** Laws, bodies, treaties and whatever else profiles name. */
export const NamedView = (props: ViewProps): ComponentChild => {
  const [kind, key] = props.route.parts
  if (!isKind(kind)) return <Kinds />
  if (key === undefined) return <Things key={kind} {...props} kind={kind} />
  return <ThingPage key={key} {...props} kind={kind} thingKey={key} />
}
