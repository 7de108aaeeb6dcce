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
  int64: 'INTEGER',
  float64: 'REAL',
  bool: 'INTEGER',
  date32: 'TEXT',
}

/** The tables of the database; the matrix is a view of them. */
export const DATABASE_TABLES: readonly Table[] = [...Object.values(TABLES), VIEWS.review, issues]

/** A name as SQL quotes it, since `1.1.1` is a column. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A text as SQL quotes it. */
const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`

const checkOf = ({ name, storage, values }: Column): string => {
  const column = sqlName(name)
  if (values !== null) return ` CHECK (${column} IN (${values.map(sqlText).join(', ')}))`
  if (storage === 'bool') return ` CHECK (${column} IN (0, 1))`
  return storage === 'date32' ? ` CHECK (${column} IS date(${column}))` : ''
}

const referenceOf = ({ references }: Column): string => {
  const [table, column] = references?.split('.') ?? []
  return table === undefined || column === undefined
    ? ''
    : ` REFERENCES ${sqlName(table)} (${sqlName(column)})`
}

const columnLine = (column: Column): string =>
  `  ${sqlName(column.name)} ${SQL_TYPES[column.storage]}${column.nullable ? '' : ' NOT NULL'}${checkOf(column)}${referenceOf(column)}`

const createTable = (table: Table): string => {
  const { name, primaryKey } = table
  const key = primaryKey.length === 0 ? [] : [`  PRIMARY KEY (${primaryKey.map(sqlName).join(', ')})`]
  return `CREATE TABLE ${sqlName(name)} (\n${[...columnsOf(table).map(columnLine), ...key].join(',\n')}\n) STRICT;`
}

const sectionCodes: ReadonlySet<string> = new Set(SECTIONS.map(({ code }) => code))

const matrixColumn = ({ name }: Column): string =>
  sectionCodes.has(name)
    ? `  max(status) FILTER (WHERE section_code = ${sqlText(name)}) AS ${sqlName(name)}`
    : `  ${sqlName(name)}`

const createViews = `
CREATE VIEW latest AS SELECT * FROM indicators WHERE is_latest = 1;
CREATE VIEW matrix AS SELECT
${columnsOf(VIEWS.matrix).map(matrixColumn).join(',\n')}
FROM indicators WHERE is_latest = 1 GROUP BY document_id ORDER BY min(rowid);`

/** What the database says of itself, beside the tables of the release. */
const createDescriptions = `
CREATE TABLE about (name TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  description TEXT NOT NULL,
  unit TEXT,
  PRIMARY KEY (table_name, column_name)
) STRICT;
CREATE TABLE codes (
  vocabulary TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (vocabulary, value)
) STRICT;`

/** The statements that make an empty database of a release: keys, references and closed lists are checked by it. */
export const DATABASE_SCHEMA = [...DATABASE_TABLES.map(createTable), createDescriptions, createViews].join(
  '\n',
)
