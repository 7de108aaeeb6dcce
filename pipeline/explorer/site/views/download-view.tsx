import type { ComponentChild } from 'preact'
import { formatBytes } from '../model/text.ts'
import { Heading } from '../parts/heading.tsx'
import { Table } from '../parts/table.tsx'
import { routeHref } from '../route/route.ts'
import { parseSelection, selectionQuery } from '../route/selection.ts'
import type { ViewProps } from './view-props.ts'

/** What readers ask for first. */
const MAIN_FILES: Readonly<Record<string, string>> = {
  'cyberwellness.xlsx': 'Everything as an Excel workbook, with its codebook',
  'matrix.csv': 'One row per country, one column per indicator, latest status in each cell',
  'indicators.csv': 'One row per profile and section: status, note, evidence and source',
  'items.csv': 'Laws, bodies, treaties and other things that the profiles name',
  'cyberwellness.sqlite': 'All tables as one SQLite database',
}

const FileLink = ({ name }: { name: string }): ComponentChild => (
  <a href={`../${encodeURI(name)}`} download={name}>
    {name}
  </a>
)

/** The files of the release: first those that readers want. */
export const DownloadView = ({ route, summary }: ViewProps): ComponentChild => {
  const selection = selectionQuery(parseSelection(route.query))
  return (
    <>
      <Heading title="Download" />
      <p class="lead">
        {summary.title}, version {summary.version}. {summary.licence}
      </p>
      <ul class="main-files">
        {Object.entries(MAIN_FILES).flatMap(([name, text]) => {
          const file = summary.files.find((candidate) => candidate.name === name)
          return file === undefined ? (
            []
          ) : (
            <li key={name}>
              <FileLink name={name} /> <span class="quiet-text">{formatBytes(file.bytes)}</span>
              <br />
              {text}
            </li>
          )
        })}
      </ul>
      <p>
        What tables, columns and statuses mean: <a href="../CODEBOOK.md">CODEBOOK.md</a>.
      </p>
      <h2>A part of the data</h2>
      <p>
        Filter the <a href={routeHref('matrix', [], selection)}>matrix</a>, an{' '}
        <a href={routeHref('indicator')}>indicator</a> or a <a href={routeHref('search')}>search</a>, and save
        exactly the rows that it shows.
      </p>
      <h2 id="files">All files</h2>
      <p>
        The same rows are in every format of a table. Hashes are SHA-256, as in <code>SHA256SUMS</code>.
      </p>
      <Table
        style="stacking"
        caption="Files"
        heads={['File', 'Size', 'SHA-256']}
        rows={summary.files.map(({ name, bytes, sha256 }) => [
          <FileLink name={name} />,
          formatBytes(bytes),
          <code class="hash">{sha256}</code>,
        ])}
      />
    </>
  )
}
