import type { ComponentChild } from 'preact'
import type { Cell } from '../../../../schemas/table.ts'
import { formatNumber, plainWord } from '../model/format.ts'
import type { RowSet } from '../model/row-set.ts'
import { routeHref } from '../route/route.ts'

const formatCell = (cell: Cell): string =>
  cell === null ? '–' : typeof cell === 'number' ? formatNumber(cell) : String(cell)

const heading = (column: string): string => {
  const words = plainWord(column)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Rows as they are saved, to be read; countries lead to their pages. */
export const DataTable = ({
  data: { columns, rows },
  caption,
}: {
  data: RowSet
  caption: string
}): ComponentChild => {
  const [name, code] = [columns.indexOf('country'), columns.indexOf('country_code')]
  const isLink = (column: number): boolean => column === name && code !== -1
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region is reached by keyboard
    <section class="scroller data-table" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {heading(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, column) => (
                <td class={typeof cell === 'number' ? 'number' : undefined}>
                  {isLink(column) ? (
                    <a href={routeHref('country', [String(row[code])])}>{formatCell(cell)}</a>
                  ) : (
                    formatCell(cell)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
