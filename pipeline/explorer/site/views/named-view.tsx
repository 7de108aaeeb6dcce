import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import { ITEM_KINDS, type ItemKind } from '../../../../schemas/sections.ts'
import type { Summary } from '../../data/explorer-data.ts'
import { loadAllRecords, loadSearch, pageData } from '../data/page-data.ts'
import { countCountries, toCellKey } from '../model/records.ts'
import { toRowSet } from '../model/row-set.ts'
import { fold, plural } from '../model/text.ts'
import { KINDS, listThings, type Thing } from '../model/things.ts'
import { Outside } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { HitList } from '../parts/hit-list.tsx'
import { Load } from '../parts/loading.tsx'
import { SaveCells, SaveRows } from '../parts/save-rows.tsx'
import { Table } from '../parts/table.tsx'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

/** Things of each kind on the page of all kinds. */
const EXAMPLES = 3

const isKind = (name: string | undefined): name is ItemKind => ITEM_KINDS.some((kind) => kind === name)

const loadThings = async (summary: Summary, kinds: readonly ItemKind[]) => {
  const [index, records, entities, names] = await Promise.all([
    loadSearch(summary),
    loadAllRecords(summary),
    pageData.load('entities'),
    pageData.load('countries'),
  ])
  return kinds.map((kind) => ({
    kind,
    things: listThings(records.values(), kind, entities, names, index.countNaming),
  }))
}

const ThingLink = ({ kind, thing: { key, name } }: { kind: ItemKind; thing: Thing }): ComponentChild => (
  <a href={routeHref('named', [kind, key])}>
    <bdi>{name}</bdi>
  </a>
)

/** What kinds of things there are, with those that most countries name. */
const Kinds = ({ summary }: ViewProps): ComponentChild => (
  <>
    <Heading title="Laws, bodies and treaties" />
    <p class="lead">What profiles name, each with every country that names it.</p>
    <Load of="kinds" load={() => loadThings(summary, ITEM_KINDS)}>
      {(kinds) => (
        <ul class="kinds">
          {kinds.map(({ kind, things }) => (
            <li key={kind}>
              <a href={routeHref('named', [kind])}>{KINDS[kind].many}</a>{' '}
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
    </Load>
  </>
)

/** All things of a kind, filtered as a person types. */
const Things = ({ kind, summary }: ViewProps & { kind: ItemKind }): ComponentChild => {
  const [typed, setTyped] = useState('')
  return (
    <>
      <Heading title={KINDS[kind].many} />
      <p>
        <a href={routeHref('named')}>Laws, bodies and treaties</a>
      </p>
      <Load of={kind} load={() => loadThings(summary, [kind])}>
        {(kinds) => {
          const things = kinds
            .flatMap((found) => found.things)
            .filter(({ name }) => fold(name).includes(fold(typed)))
          const items = things.flatMap((thing) => thing.items)
          return (
            <>
              <label class="filters">
                Name{' '}
                <input type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />{' '}
                <span role="status" class="quiet-text">
                  {plural(things.length, 'name')}
                </span>
              </label>
              <SaveRows
                title={[KINDS[kind].many, typed].filter((part) => part !== '').join(', ')}
                choices={[kind, typed]}
                count={items.length}
                load={() => toRowSet(summary.columns.items, items)}
              />
              <Table
                style="stacking"
                caption={KINDS[kind].many}
                heads={[KINDS[kind].one, 'Countries']}
                rows={things.map((thing) => [<ThingLink kind={kind} thing={thing} />, thing.countries])}
              />
            </>
          )
        }}
      </Load>
    </>
  )
}

const loadThing = async (summary: Summary, kind: ItemKind, key: string) => {
  const [search, entities, things] = await Promise.all([
    loadSearch(summary),
    pageData.load('entities'),
    loadThings(summary, [kind]),
  ])
  const entity = entities.find(({ id }) => id === key)
  const thing = things.flatMap((found) => found.things).find((candidate) => candidate.key === key)
  return { entity, name: entity?.name ?? thing?.name ?? KINDS[kind].one, hits: search.naming(key) }
}

/** One thing, and every country that names it. */
const ThingPage = ({
  kind,
  thingKey,
  summary,
  entries,
}: ViewProps & { kind: ItemKind; thingKey: string }): ComponentChild => {
  const partner = entries.find(({ code }) => thingKey === `partner_country:${code}`)
  return (
    <Load of={thingKey} load={() => loadThing(summary, kind, thingKey)}>
      {({ entity, name, hits }) => (
        <>
          <Heading title={name} />
          <p>
            <a href={routeHref('named', [kind])}>{KINDS[kind].many}</a>
            {partner && (
              <>
                , <a href={routeHref('country', [partner.code])}>the profile of {partner.name}</a>
              </>
            )}
          </p>
          {entity && (
            <p class="lead">
              {entity.aliases.length > 0 && <>Also called {entity.aliases.join('; ')}. </>}
              {entity.homepage !== null && <Outside address={entity.homepage} />}
            </p>
          )}
          <p role="status" class="found">
            {hits.length === 0
              ? 'No profile names this.'
              : `Named by ${plural(countCountries(hits), 'country', 'countries')}, in ${plural(hits.length, 'answer')}.`}
          </p>
          <SaveCells title={`Countries that name ${name}`} choices={[name]} cells={hits.map(toCellKey)} />
          <HitList hits={hits} />
        </>
      )}
    </Load>
  )
}

/** Laws, bodies, treaties and whatever else profiles name. */
export const NamedView = (props: ViewProps): ComponentChild => {
  const [kind, key] = props.route.parts
  if (!isKind(kind)) return <Kinds {...props} />
  if (key === undefined) return <Things key={kind} {...props} kind={kind} />
  return <ThingPage key={key} {...props} kind={kind} thingKey={key} />
}
