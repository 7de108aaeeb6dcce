import type { ComponentChild } from 'preact'
import { loadRecords } from '../data/page-data.ts'
import { citeView } from '../model/citation.ts'
import { type CellKey, pickSection } from '../model/records.ts'
import { fileStem, type RowSet, toCsv, toRowSet } from '../model/row-set.ts'
import { plural } from '../model/text.ts'
import { pageAddress } from './page-address.ts'
import { useRelease } from './release.ts'
import { CSV_TYPE, saveFile } from './save-file.ts'
import { useCopy } from './use-copy.tsx'

interface Props {
  /** What the rows are, for the citation. */
  readonly title: string
  /** What the rows were chosen by, for the file name. */
  readonly choices: readonly string[]
}

/** A button that saves exactly the rows of a view and copies their citation. */
export const SaveRows = ({
  title,
  choices,
  count,
  load,
}: Props & { count: number; load: () => RowSet | Promise<RowSet> }): ComponentChild => {
  const { summary } = useRelease()
  const { copy, report, status } = useCopy()
  const citation = (): string => citeView(summary, title, pageAddress(location.hash), new Date())
  const save = report(async () => {
    const stem = fileStem(summary, ...choices)
    saveFile(`${stem}.csv`, toCsv(await load()), CSV_TYPE)
    await copy(citation(), `Saved ${stem}.csv; the citation is on the clipboard.`)
    return null
  })
  return (
    <p class="save-rows">
      <button type="button" onClick={save} disabled={count === 0}>
        Save {plural(count, 'row')} (CSV) and copy citation
      </button>{' '}
      <button type="button" class="quiet" onClick={() => copy(citation(), 'Citation copied.')}>
        Copy citation
      </button>{' '}
      {status}
    </p>
  )
}

/** The same for rows of `indicators`. */
export const SaveCells = ({ cells, ...props }: Props & { cells: readonly CellKey[] }): ComponentChild => {
  const { summary } = useRelease()
  const load = async (): Promise<RowSet> => {
    const records = await loadRecords(
      summary,
      cells.map(({ id }) => id),
    )
    const rows = cells.flatMap(({ id, code }) => pickSection(records.get(id), code)?.row ?? [])
    return toRowSet(summary.columns.indicators, rows)
  }
  return <SaveRows {...props} count={cells.length} load={load} />
}
