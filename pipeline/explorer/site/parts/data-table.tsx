import type { ComponentChild } from 'preact'
import type { Cell } from '../../../../schemas/table.ts'
import { formatNumber, plainWord } from '../model/format.ts'
import type { RowSet } from '../model/row-set.ts'

const formatCell = (cell: Cell): string =>
  cell === null ? '–' : typeof cell === 'number' ? formatNumber(cell) : String(cell)

const heading = (column: string): string => {
  const words = plainWord(column)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Rows as they are saved, to be read. */
export const DataTable = ({ data, caption }: { data: RowSet; caption: string }): ComponentChild => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region is reached by keyboard
  <section class="scroller data-table" tabIndex={0} aria-label={caption}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {data.columns.map((column) => (
            <th key={column} scope="col">
              {heading(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr>
            {row.map((cell) => (
              <td class={typeof cell === 'number' ? 'number' : undefined}>{formatCell(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
