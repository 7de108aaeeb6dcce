import type { ComponentChild } from 'preact'
import type { RowSet } from '../model/row-set.ts'
import { formatNumber, plainWord } from '../model/text.ts'
import { routeHref } from '../route/route.ts'

interface TableProps {
  readonly caption: string
  readonly heads: readonly ComponentChild[]
  /** Numbers are written as such, with their column to the right. */
  readonly rows: readonly (readonly ComponentChild[])[]
  /** `stacking` for a table of few columns that is a list on small screens. */
  readonly style?: string
  readonly showsCaption?: boolean
}

const findStyle = (cell: ComponentChild): string | undefined =>
  typeof cell === 'number' ? 'number' : undefined

/** A table; the first cell of each row names it. */
export const Table = ({ caption, heads, rows, style, showsCaption = false }: TableProps): ComponentChild => (
  <table class={style}>
    <caption class={showsCaption ? undefined : 'hidden'}>{caption}</caption>
    <thead>
      <tr>
        {heads.map((head, column) => (
          <th scope="col" class={findStyle(rows[0]?.[column])}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([name, ...cells]) => (
        <tr>
          <th scope="row">{name}</th>
          {cells.map((cell) => (
            <td class={findStyle(cell)}>{typeof cell === 'number' ? formatNumber(cell) : cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** A column as people write it: `country_code` becomes “Country code”. */
const formatHead = (column: string): string =>
  plainWord(column).replace(/^./, (letter) => letter.toUpperCase())

/** Rows as they are saved, to be read; countries lead to their pages. */
export const DataTable = ({ data, caption }: { data: RowSet; caption: string }): ComponentChild => {
  const code = data.columns.indexOf('country_code')
  const rows = data.rows.map((row) =>
    row.map((cell, column) =>
      code !== -1 && data.columns[column] === 'country' ? (
        <a href={routeHref('country', [String(row[code])])}>{cell}</a>
      ) : (
        (cell ?? '–')
      ),
    ),
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region is reached by keyboard
    <section class="scroller data-table" tabIndex={0} aria-label={caption}>
      <Table caption={caption} heads={data.columns.map(formatHead)} rows={rows} showsCaption />
    </section>
  )
}
