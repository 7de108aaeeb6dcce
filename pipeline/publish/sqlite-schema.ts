import {
  COUNTED_PILLARS,
  type Column,
  columnsOf,
  issues,
  SECTIONS,
  type Storage,
  TABLES,
  type Table,
  VIEWS,
} from '../../schemas/index.ts'

const SQL_TYPES: Readonly<Record<Storage, string>> = {
  utf8: 'TEXT',
  int32: 'INTEGER',
  float64: 'REAL',
  bool: 'INTEGER',
  date32: 'TEXT',
}

/** The tables of the database; the matrix is a view of them. */
export const DATABASE_TABLES: readonly Table[] = [...Object.values(TABLES), VIEWS.review, issues]

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`

const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`

const checkClause = ({ name, storage, values }: Column): string => {
  const column = quoteName(name)
  if (values !== null) return ` CHECK (${column} IN (${values.map(quoteText).join(', ')}))`
  if (storage === 'bool') return ` CHECK (${column} IN (0, 1))`
  return storage === 'date32' ? ` CHECK (${column} IS date(${column}))` : ''
}

const referenceClause = ({ references }: Column): string => {
  const [table, column] = references?.split('.') ?? []
  return table === undefined || column === undefined
    ? ''
    : ` REFERENCES ${quoteName(table)} (${quoteName(column)})`
}

const columnLine = (column: Column): string =>
  `  ${quoteName(column.name)} ${SQL_TYPES[column.storage]}${column.nullable ? '' : ' NOT NULL'}${checkClause(column)}${referenceClause(column)}`

const createTable = (table: Table): string => {
  const { name, primaryKey } = table
  const key = primaryKey.length === 0 ? [] : [`  PRIMARY KEY (${primaryKey.map(quoteName).join(', ')})`]
  return `CREATE TABLE ${quoteName(name)} (\n${[...columnsOf(table).map(columnLine), ...key].join(',\n')}\n);`
}

const indicatorUnits = new Map<string, string | null>(
  SECTIONS.map(({ indicator, unit }) => [indicator, unit]),
)
const pillarCounts = new Map(COUNTED_PILLARS.map(([pillar, name]) => [name, pillar]))

const matrixColumn = ({ name }: Column): string => {
  const unit = indicatorUnits.get(name)
  const pillar = pillarCounts.get(name)
  const counted = pillar === undefined ? '' : ` AND i.pillar = ${quoteText(pillar)}`
  if (unit !== undefined) {
    return `  max(i.${unit === null ? 'status' : 'value'}) FILTER (WHERE i.indicator = ${quoteText(name)}) AS ${name}`
  }
  if (name.startsWith('present_'))
    return `  count(*) FILTER (WHERE i.status = 'present'${counted}) AS ${name}`
  return `  ${['alpha_2', 'un_region', 'un_subregion', 'itu_region'].includes(name) ? 'c' : 'i'}.${name} AS ${name}`
}

const createViews = `
CREATE VIEW latest AS SELECT * FROM indicators WHERE is_latest = 1;
CREATE VIEW matrix AS SELECT
${columnsOf(VIEWS.matrix).map(matrixColumn).join(',\n')}
FROM indicators i LEFT JOIN countries c ON c.country_code = i.country_code
WHERE i.is_latest = 1 GROUP BY i.document_id ORDER BY min(i.rowid);`

/** Descriptions of the release, its columns and its codes. */
const createDescriptions = `
CREATE TABLE about (name TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  description TEXT NOT NULL,
  unit TEXT,
  PRIMARY KEY (table_name, column_name)
);
CREATE TABLE codes (
  vocabulary TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (vocabulary, value)
);`

/** Creates an empty database that checks keys, references and closed lists; opens with SQLite 3.31 and newer. */
export const DATABASE_SCHEMA = [...DATABASE_TABLES.map(createTable), createDescriptions, createViews].join(
  '\n',
)
