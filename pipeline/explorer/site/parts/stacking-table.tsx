import type { ComponentChild } from 'preact'

/** A table of few columns, the first of which names the rows; a list on small screens. */
export const StackingTable = ({
  caption,
  heads,
  numbers,
  rows,
}: {
  caption: string
  heads: readonly string[]
  /** Index of a column of numbers. */
  numbers?: number
  rows: readonly (readonly ComponentChild[])[]
}): ComponentChild => {
  const style = (column: number): string | undefined => (column === numbers ? 'number' : undefined)
  return (
    <table class="stacking">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head, column) => (
            <th key={head} scope="col" class={style(column)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td class={style(index + 1)}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
