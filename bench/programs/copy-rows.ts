// Has DuckDB write the rows of a Parquet file as CSV and as Parquet, and prints the seconds that COPY took:
// `node copy-rows.ts FILE FOLDER`.
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

const [file = '', folder = '.'] = process.argv.slice(2)
const connection = await (await DuckDBInstance.create(':memory:')).connect()
await connection.run(`CREATE TABLE rows AS SELECT * FROM read_parquet('${file}')`)
const started = performance.now()
await connection.run(`COPY rows TO '${join(folder, 'copied.csv')}'`)
await connection.run(`COPY rows TO '${join(folder, 'copied.parquet')}'`)
process.stdout.write(`${(performance.now() - started) / 1_000}\n`)
