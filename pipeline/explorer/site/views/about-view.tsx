import type { ComponentChild } from 'preact'
import { listCaveats } from '../../../../schemas/caveats.ts'
import { SECTIONS } from '../../../../schemas/sections.ts'
import { STATUS_DEFINITIONS, STATUSES } from '../../../../schemas/statuses.ts'
import { Facts } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

/** What the data are, what their terms mean, and their limits. */
export const AboutView = ({ summary }: ViewProps): ComponentChild => (
  <>
    <Heading title="About" />
    <p class="lead">{summary.description}</p>
    <p>
      The International Telecommunication Union published a Cyberwellness Profile for each of about 195
      countries. These pages show what a program read in them: each status comes with its reason, the words
      that decided it, and the page where they stand.
    </p>
    <h2>Licence</h2>
    <p>{summary.licence}</p>
    <p>
      The outlines of the map are by Natural Earth, in the public domain. Borders and names on it say nothing
      about the legal status of any place.
    </p>
    <h2>Limits</h2>
    <ul>
      {listCaveats(summary.collection, summary.years).map(({ name, text }) => (
        <li key={name}>
          {text.split('`').map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>))}
        </li>
      ))}
    </ul>
    <p>
      Rows that need human review are in the <a href={routeHref('review')}>review list</a>.
    </p>
    <h2>Statuses</h2>
    <Facts
      rows={STATUSES.map((status) => [<StatusMark status={status} />, STATUS_DEFINITIONS[status]] as const)}
    />
    <h2>Indicators</h2>
    <Facts
      rows={SECTIONS.map(({ code, indicator, name, definition, unit }) => {
        const title = `${code} ${name}`
        const term = unit === null ? <a href={routeHref('indicator', [indicator])}>{title}</a> : title
        return [term, definition] as const
      })}
    />
    <p>
      What each table and column holds is written in the codebook beside these pages:{' '}
      <a href="../CODEBOOK.md">CODEBOOK.md</a>.
    </p>
  </>
)
