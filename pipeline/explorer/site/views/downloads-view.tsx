import type { ComponentChild } from 'preact'
import type { FileSummary, SectionRecord } from '../../data/explorer-data.ts'
import { loadAllRecords } from '../data/page-data.ts'
import { formatBytes, plural } from '../model/format.ts'
import { selectionCsv } from '../model/selection-csv.ts'
import { FilterBar } from '../parts/filter-bar.tsx'
import { Heading } from '../parts/heading.tsx'
import { useSelection } from '../parts/use-selection.ts'
import { type Selection, selectsAll } from '../route/selection.ts'
import type { ViewProps } from './view-props.ts'

/** Long enough for every browser to have begun a download. */
const KEEP_FOR_MILLISECONDS = 60_000

const download = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEEP_FOR_MILLISECONDS)
}

const takesSection =
  ({ statuses, section }: Selection) =>
  ({ code, status }: SectionRecord): boolean =>
    statuses.length === 0 || (statuses.includes(status) && (section === '' || section === code))

const FileRow = ({ file }: { file: FileSummary }): ComponentChild => (
  <tr>
    <th scope="row">
      <a href={`../${file.name.split('/').map(encodeURIComponent).join('/')}`} download>
        {file.name}
      </a>
    </th>
    <td class="number">{formatBytes(file.bytes)}</td>
    <td>
      <code class="hash">{file.sha256}</code>
    </td>
  </tr>
)

/** The files of the release, and the current selection as CSV. */
export const DownloadsView = ({ route, summary, entries }: ViewProps): ComponentChild => {
  const { selection, selected, typed, chosen } = useSelection(route, summary, entries)
  const save = async (): Promise<void> => {
    const records = await loadAllRecords(summary)
    const wanted = selected.flatMap(({ editions }) => editions).map(({ id }) => id)
    const kept = summary.documents.filter(({ id }) => wanted.includes(id))
    const rows = kept.flatMap(({ id }) => records.get(id) ?? [])
    download('indicators-selection.csv', selectionCsv(summary, rows, takesSection(selection)))
  }
  return (
    <>
      <Heading title="Downloads" />
      <h2>The current selection</h2>
      <FilterBar
        selection={selection}
        entries={entries}
        shown={selected.length}
        typed={typed}
        chosen={chosen}
      />
      <p>
        <button type="button" onClick={save} disabled={selected.length === 0}>
          Save{' '}
          {selectsAll(selection)
            ? 'all rows'
            : `the rows of ${plural(selected.length, 'country', 'countries')}`}{' '}
          as CSV
        </button>
      </p>
      <h2>The release</h2>
      <p>
        {summary.title}, version {summary.version}. The same rows stand in every format of a table; hashes are
        SHA-256, as in <code>SHA256SUMS</code>.
      </p>
      <div class="scroller">
        <table>
          <caption>Files</caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Size</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {summary.files.map((file) => (
              <FileRow key={file.name} file={file} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
