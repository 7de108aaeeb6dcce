import type { ComponentChild } from 'preact'
import type { Summary } from '../../data/explorer-data.ts'
import { citeView } from '../model/citation.ts'
import { fileStem, type RowSet, toCsv } from '../model/row-set.ts'
import { pageAddress } from './page-address.ts'
import { saveCsv } from './save-file.ts'
import { useCopy } from './use-copy.tsx'

/** A button that saves exactly the rows of a view and copies their citation. */
export const SaveRows = ({
  summary,
  title,
  choices,
  count,
  noun = 'row',
  load,
}: {
  summary: Summary
  /** What the rows are, for the citation. */
  title: string
  /** What the rows were chosen by, for the file name. */
  choices: readonly string[]
  count: number
  noun?: string
  load: () => RowSet | Promise<RowSet>
}): ComponentChild => {
  const { copy, say, status } = useCopy()
  const citation = (): string => citeView(summary, title, pageAddress(location.hash), new Date())
  const save = async (): Promise<void> => {
    const stem = fileStem(summary, ...choices)
    try {
      saveCsv(stem, toCsv(await load()))
    } catch (error) {
      say(`Not saved: ${error instanceof Error ? error.message : String(error)}`)
      return
    }
    await copy(citation(), `Saved ${stem}.csv; the citation is on the clipboard.`)
  }
  return (
    <p class="save-rows">
      <button type="button" onClick={save} disabled={count === 0}>
        Save {count.toLocaleString('en-GB')} {count === 1 ? noun : `${noun}s`} (CSV) and copy citation
      </button>{' '}
      <button type="button" class="quiet" onClick={() => copy(citation(), 'Citation copied.')}>
        Copy citation
      </button>{' '}
      {status}
    </p>
  )
}
