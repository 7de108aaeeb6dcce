import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import { ITEM_KINDS, type ItemKind } from '../../../../schemas/sections.ts'
import type { EntityRecord, Summary } from '../../data/explorer-data.ts'
import { loadAllRecords, loadSearch, pageData } from '../data/page-data.ts'
import { fold } from '../model/fold.ts'
import { plural } from '../model/format.ts'
import { countCountries, toCellKey } from '../model/records.ts'
import { itemRows } from '../model/row-set.ts'
import { KIND_LABELS, KIND_NAMES, listThings, type Thing } from '../model/things.ts'
import { Heading } from '../parts/heading.tsx'
import { HitList } from '../parts/hit-list.tsx'
import { SaveCells, SaveRows } from '../parts/save-rows.tsx'
import { StackingTable } from '../parts/stacking-table.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { Waiting } from '../parts/waiting.tsx'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

/** Things of each kind on the page of all kinds. */
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

/** All things of a kind, filtered as a person types. */
const Things = ({ kind, summary }: ViewProps & { kind: ItemKind }): ComponentChild => {
  const loaded = useLoaded(kind, () => loadThings(summary, [kind]))
  const [typed, setTyped] = useState('')
  const things = (loaded.value?.[0]?.things ?? []).filter(({ name }) => fold(name).includes(fold(typed)))
  const items = things.flatMap((thing) => thing.items)
  return (
    <>
      <Heading title={KIND_NAMES[kind]} />
      <p>
        <a href={routeHref('named')}>Laws, bodies and treaties</a>
      </p>
      <label class="filters">
        Name <input type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />{' '}
        <span role="status" class="shown">
          {plural(things.length, 'name')}
        </span>
      </label>
      {loaded.value === null ? (
        <Waiting loaded={loaded} />
      ) : (
        <>
          <SaveRows
            title={[KIND_NAMES[kind], typed].filter((part) => part !== '').join(', ')}
            choices={[kind, typed]}
            count={items.length}
            load={() => itemRows(summary, items)}
          />
          <StackingTable
            caption={KIND_NAMES[kind]}
            heads={[KIND_LABELS[kind], 'Countries']}
            numbers={1}
            rows={things.map((thing) => [<ThingLink kind={kind} thing={thing} />, thing.countries])}
          />
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
              : `Named by ${plural(countCountries(hits), 'country', 'countries')}, in ${plural(hits.length, 'answer')}.`}
          </p>
          <SaveCells title={`Countries that name ${name}`} choices={[name]} cells={hits.map(toCellKey)} />
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
