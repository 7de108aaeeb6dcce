import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import {
  COUNTRY_CODE,
  SOURCE_FOLDERS,
  type Source,
  type SourceKind,
  sha256,
  webAddress,
} from '../../schemas/index.ts'
import { slug } from './slug.ts'

/** A list of sources that cannot be taken as it is; its message names the line. */
export class ListMalformed extends Error {
  override readonly name = 'ListMalformed'
}

const emptyAsAbsent = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** One line of a list: `name` and `url`, and what else is known. Other columns are passed over. */
const listedSource = z.object({
  name: z.string().refine((name) => slug(name) !== '', 'holds no letter or digit'),
  url: webAddress,
  country_code: emptyAsAbsent(z.string().regex(COUNTRY_CODE, 'is not an ISO 3166-1 alpha-3 code')),
  sha256: emptyAsAbsent(sha256),
  bytes: emptyAsAbsent(
    z
      .string()
      .regex(/^[1-9]\d*$/, 'is not a number of bytes')
      .transform(Number),
  ),
})

const sourceOf = (kind: SourceKind, row: z.infer<typeof listedSource>): Source => ({
  id: `${SOURCE_FOLDERS[kind]}/${slug(row.name)}`,
  kind,
  addresses: [row.url],
  ...(row.country_code === undefined ? {} : { country_code: row.country_code }),
  ...(row.sha256 === undefined ? {} : { sha256: row.sha256 }),
  ...(row.bytes === undefined ? {} : { bytes: row.bytes }),
})

/**
 * The sources of one kind that a CSV with a header lists.
 * @throws ListMalformed where a line names no source
 */
export const listedSources = (text: string, kind: SourceKind): Source[] => {
  let rows: { readonly record: unknown; readonly info: { readonly lines: number } }[]
  try {
    rows = parse(text, { bom: true, columns: true, skip_empty_lines: true, info: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ListMalformed(`line ${String(error['lines'] ?? 1)}: ${error.message}`)
  }
  return rows.map(({ record, info }) => {
    const result = listedSource.safeParse(record)
    if (result.success) return sourceOf(kind, result.data)
    const [first] = result.error.issues
    throw new ListMalformed(`line ${info.lines}: ${first?.path.join('.')} ${first?.message}`)
  })
}
