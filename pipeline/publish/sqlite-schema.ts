import {
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

/** `1.1.1` is a column name, so names are quoted. */
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

const sectionCodes: ReadonlySet<string> = new Set(SECTIONS.map(({ code }) => code))

const matrixColumn = ({ name }: Column): string =>
  sectionCodes.has(name)
    ? `  max(status) FILTER (WHERE section_code = ${quoteText(name)}) AS ${quoteName(name)}`
    : `  ${quoteName(name)}`

const createViews = `
CREATE VIEW latest AS SELECT * FROM indicators WHERE is_latest = 1;
CREATE VIEW matrix AS SELECT
${columnsOf(VIEWS.matrix).map(matrixColumn).join(',\n')}
FROM indicators WHERE is_latest = 1 GROUP BY document_id ORDER BY min(rowid);`

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
