import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import { ITEM_KINDS, type ItemKind } from '../../../../schemas/sections.ts'
import type { EntityRecord, Summary } from '../../data/explorer-data.ts'
import { loadAllRecords, loadSearch, pageData } from '../data/page-data.ts'
import { fold } from '../model/fold.ts'
import { plural } from '../model/format.ts'
import { indicatorRows, itemRows } from '../model/row-set.ts'
import { KIND_LABELS, KIND_NAMES, listThings, type Thing } from '../model/things.ts'
import { Heading } from '../parts/heading.tsx'
import { HitList } from '../parts/hit-list.tsx'
import { SaveRows } from '../parts/save-rows.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { Waiting } from '../parts/waiting.tsx'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

/** Things shown before a person asks for all, and on the page of all kinds. */
const FIRST_THINGS = 60
const EXAMPLES = 3

const isKind = (name: string | undefined): name is ItemKind => ITEM_KINDS.some((kind) => kind === name)

const loadThings = async (summary: Summary, kinds: readonly ItemKind[]) => {
  const [records, entities, names] = await Promise.all([
    loadAllRecords(summary),
    pageData.load('entities'),
    pageData.load('countries'),
  ])
  return kinds.map((kind) => ({ kind, things: listThings(records.values(), kind, entities, names) }))
}

const ThingLink = ({ kind, thing: { key, name } }: { kind: ItemKind; thing: Thing }): ComponentChild => (
  <a href={routeHref('named', [kind, key])}>
    <bdi>{name}</bdi>
  </a>
)

/** What kinds of things there are, with those that most countries name. */
const Kinds = ({ summary }: ViewProps): ComponentChild => {
  const loaded = useLoaded('kinds', () => loadThings(summary, ITEM_KINDS))
  return (
    <>
      <Heading title="Laws, bodies and treaties" />
      <p class="lead">What profiles name, each with every country that names it.</p>
      {loaded.value === null ? (
        <Waiting loaded={loaded} />
      ) : (
        <ul class="kinds">
          {loaded.value.map(({ kind, things }) => (
            <li key={kind}>
              <a href={routeHref('named', [kind])}>{KIND_NAMES[kind]}</a>{' '}
              <span class="quiet-text">{things.length.toLocaleString('en-GB')}</span>
              <ul>
                {things.slice(0, EXAMPLES).map((thing) => (
                  <li key={thing.key}>
                    <ThingLink kind={kind} thing={thing} />{' '}
                    <span class="quiet-text">{plural(thing.countries, 'country', 'countries')}</span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const ThingTable = ({ things, kind }: { things: readonly Thing[]; kind: ItemKind }): ComponentChild => (
  <table class="thing-table">
    <thead>
      <tr>
        <th scope="col">{KIND_LABELS[kind]}</th>
        <th scope="col">Countries</th>
      </tr>
    </thead>
    <tbody>
      {things.map((thing) => (
        <tr key={thing.key}>
          <th scope="row">
            <ThingLink kind={kind} thing={thing} />
          </th>
          <td class="number">{thing.countries}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** All things of a kind, filtered as a person types. */
const Things = ({ kind, summary }: ViewProps & { kind: ItemKind }): ComponentChild => {
  const loaded = useLoaded(kind, () => loadThings(summary, [kind]))
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const things = (loaded.value?.[0]?.things ?? []).filter(({ name }) => fold(name).includes(fold(typed)))
  const shown = all ? things : things.slice(0, FIRST_THINGS)
  const items = shown.flatMap((thing) => thing.items)
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
            count={items.length}
            load={() => itemRows(summary, items)}
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

const About = ({ entity }: { entity: EntityRecord | undefined }): ComponentChild =>
  entity ? (
    <p class="lead">
      {entity.aliases.length > 0 && <>Also called {entity.aliases.join('; ')}. </>}
      {entity.homepage !== null && (
        <a href={entity.homepage} rel="noopener noreferrer">
          {entity.homepage}
        </a>
      )}
    </p>
  ) : null

/** One thing, and every country that names it. */
const ThingPage = ({
  kind,
  thingKey,
  summary,
  entries,
}: ViewProps & { kind: ItemKind; thingKey: string }): ComponentChild => {
  const loaded = useLoaded(thingKey, async () => {
    const [search, entities, things] = await Promise.all([
      loadSearch(summary),
      pageData.load('entities'),
      loadThings(summary, [kind]),
    ])
    const entity = entities.find(({ id }) => id === thingKey)
    const thing = things[0]?.things.find(({ key }) => key === thingKey)
    return { entity, name: entity?.name ?? thing?.name, hits: search.naming(thingKey) }
  })
  const { entity, name = KIND_LABELS[kind], hits = [] } = loaded.value ?? {}
  const countries = new Set(hits.map(({ record }) => record.document.country_code)).size
  const partner = entries.find(({ code }) => thingKey === `partner_country:${code}`)
  return (
    <>
      <Heading title={name} />
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
            title={`Countries that name ${name}`}
            choices={[name]}
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
  if (!isKind(kind)) return <Kinds {...props} />
  if (key === undefined) return <Things key={kind} {...props} kind={kind} />
  return <ThingPage key={key} {...props} kind={kind} thingKey={key} />
}
