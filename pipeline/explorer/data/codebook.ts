import { listColumns, TABLES, type Table, VIEWS } from '../../../schemas/index.ts'
import type { TableCodebook } from './explorer-data.ts'

const tableCodebook = (table: Table): TableCodebook => ({
  name: table.name,
  title: table.title,
  description: table.description,
  columns: listColumns(table).map(({ name, description, unit, values }) => ({
    name,
    description,
    unit: unit ?? null,
    values,
  })),
})

/** What all published tables and columns mean. */
export const codebook = (): readonly TableCodebook[] =>
  [...Object.values(TABLES), ...Object.values(VIEWS)].map(tableCodebook)
