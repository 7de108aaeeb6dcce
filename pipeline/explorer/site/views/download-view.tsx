import type { ComponentChild } from 'preact'
import type { FileSummary } from '../../data/explorer-data.ts'
import { formatBytes } from '../model/format.ts'
import { Heading } from '../parts/heading.tsx'
import { routeHref } from '../route/route.ts'
import { parseSelection, selectionQuery } from '../route/selection.ts'
import type { ViewProps } from './view-props.ts'

/** What readers ask for first. */
const MAIN_FILES: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'cyberwellness.xlsx', text: 'Everything as an Excel workbook, with its codebook' },
  { name: 'matrix.csv', text: 'One row per country, one column per indicator, latest status in each cell' },
  { name: 'indicators.csv', text: 'One row per profile and section: status, words, evidence and source' },
  { name: 'items.csv', text: 'Laws, bodies, treaties and other things that the profiles name' },
  { name: 'cyberwellness.sqlite', text: 'All tables as one SQLite database' },
  { name: 'CODEBOOK.md', text: 'What tables, columns and statuses mean' },
]

export const FileLink = ({ name }: { name: string }): ComponentChild => (
  <a href={`../${name.split('/').map(encodeURIComponent).join('/')}`} download>
    {name}
  </a>
)

const FORMATS: Readonly<Record<string, string>> = {
  csv: 'CSV',
  json: 'JSON',
  arrow: 'Arrow',
  parquet: 'Parquet',
}

/** The tables, each in its formats. */
const Tables = ({ files }: { files: readonly FileSummary[] }): ComponentChild => {
  const tables = Map.groupBy(
    files.filter(({ name }) => /^[a-z_]+\.(csv|json|arrow|parquet)$/.test(name)),
    ({ name }) => name.replace(/\..*/, ''),
  )
  return (
    <ul class="table-files">
      {[...tables].map(([table, own]) => (
        <li key={table}>
          <code>{table}</code>:{' '}
          {own.map(({ name, bytes }, index) => (
            <>
              {index > 0 && ', '}
              <a href={`../${name}`} download>
                {FORMATS[name.replace(/.*\./, '')]}
              </a>{' '}
              <span class="quiet-text">{formatBytes(bytes)}</span>
            </>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** The files of the release that readers want. */
export const DownloadView = ({ route, summary }: ViewProps): ComponentChild => {
  const sizes = new Map(summary.files.map(({ name, bytes }) => [name, bytes]))
  const selection = selectionQuery(parseSelection(route.query))
  return (
    <>
      <Heading title="Download" />
      <p class="lead">
        {summary.title}, version {summary.version}.
      </p>
      <ul class="main-files">
        {MAIN_FILES.filter(({ name }) => sizes.has(name)).map(({ name, text }) => (
          <li key={name}>
            <FileLink name={name} />{' '}
            <span class="quiet-text">{formatBytes(sizes.get(name) ?? Number.NaN)}</span>
            <br />
            {text}
          </li>
        ))}
      </ul>
      <h2>A part of the data</h2>
      <p>
        Filter the <a href={routeHref('matrix', [], selection)}>matrix</a>, an{' '}
        <a href={routeHref('indicator')}>indicator</a> or a <a href={routeHref('search')}>search</a>, and save
        exactly the rows that it shows.
      </p>
      <h2>Tables</h2>
      <Tables files={summary.files} />
      <p>
        All files with their hashes are <a href={routeHref('files')}>listed for maintainers</a>.
      </p>
      <h2>Licence</h2>
      <p>{summary.licence}</p>
    </>
  )
}
