import type { ComponentChild } from 'preact'
import { ITEM_KINDS } from '../../../../schemas/sections.ts'
import { loadAllRecords } from '../data/page-data.ts'
import { formatDate, plainWord, plural } from '../model/format.ts'
import { type Mention, type NamedThing, namedThings } from '../model/item-mentions.ts'
import { ForeignText } from '../parts/foreign-text.tsx'
import { Heading } from '../parts/heading.tsx'
import { NoteText } from '../parts/note-text.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useLoaded } from '../parts/use-loaded.ts'
import { Waiting } from '../parts/waiting.tsx'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

const Kinds = (): ComponentChild => (
  <ul>
    {ITEM_KINDS.map((kind) => (
      <li key={kind}>
        <a href={routeHref('item', [kind])}>{plainWord(kind)}</a>
      </li>
    ))}
  </ul>
)

const countriesOf = ({ mentions }: NamedThing): number =>
  new Set(mentions.map(({ record }) => record.document.country_code)).size

const Things = ({ kind, things }: { kind: string; things: readonly NamedThing[] }): ComponentChild => (
  <ol class="columns">
    {things.map((thing) => (
      <li key={thing.key}>
        <a href={routeHref('item', [kind, thing.key])}>
          <ForeignText text={thing.text} />
        </a>{' '}
        ({plural(countriesOf(thing), 'country', 'countries')})
      </li>
    ))}
  </ol>
)

const Place = ({ mention: { record, section, item } }: { mention: Mention }): ComponentChild => (
  <article class="record">
    <h2>
      <a href={routeHref('country', [record.document.country_code, section.code])}>
        {record.document.country}, {section.code}
      </a>{' '}
      <small>{formatDate(record.document.source_date)}</small>
    </h2>
    <p>
      <StatusMark status={section.status} />
    </p>
    <NoteText note={section.note} evidence={item.text} />
  </article>
)

/** A thing that profiles name, and every place that names it; or all things of a kind. */
export const ItemView = ({ route, summary, entries }: ViewProps): ComponentChild => {
  const [kind, key] = route.parts
  const loaded = useLoaded(kind === undefined ? null : 'all', () => loadAllRecords(summary))
  if (kind === undefined) {
    return (
      <>
        <Heading title="Named things" />
        <Kinds />
      </>
    )
  }
  const things = loaded.value === null ? [] : namedThings(loaded.value.values(), kind)
  const thing = things.find((candidate) => candidate.key === key)
  const own = kind === 'partner_country' ? entries.find(({ code }) => code === key) : undefined
  return (
    <>
      <Heading title={`${plainWord(kind)}${thing ? `: ${thing.text}` : ''}`} />
      <p>
        <a href={routeHref('item', [kind])}>All of this kind</a>, <a href={routeHref('item')}>all kinds</a>
        {own && (
          <>
            , <a href={routeHref('country', [own.code])}>the profile of {own.name}</a>
          </>
        )}
      </p>
      {loaded.value === null && <Waiting loaded={loaded} />}
      {loaded.value !== null && key !== undefined && !thing && <p>No profile names this.</p>}
      {key === undefined && <Things kind={kind} things={things} />}
      {thing?.mentions.map((mention) => (
        <Place key={`${mention.record.document.document_id} ${mention.section.code}`} mention={mention} />
      ))}
    </>
  )
}
