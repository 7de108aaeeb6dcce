import { issues, TABLES, VIEWS } from '../../schemas/index.ts'
import { openArrow } from './arrow.ts'
import { openCsv } from './csv.ts'
import { openJson } from './json.ts'
import { openParquet } from './parquet.ts'
import { openSqlite } from './sqlite.ts'
import { openWorkbook } from './workbook.ts'
import { type OpenWriter, writeTableFiles } from './writer.ts'

const tables = Object.values(TABLES)

/** The formats of a release; a new one is a file and a line here. */
export const FORMATS: readonly OpenWriter[] = [
  writeTableFiles('csv', [...tables, ...Object.values(VIEWS)], openCsv),
  writeTableFiles('arrow', tables, openArrow),
  writeTableFiles('parquet', tables, openParquet),
  writeTableFiles('json', [...tables, issues], openJson),
  openSqlite,
  openWorkbook,
]
