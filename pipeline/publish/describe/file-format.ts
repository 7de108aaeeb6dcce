/** The format of a file, in the words of a Data Package; `encoding` for text alone. */
export interface FileFormat {
  readonly format: string
  readonly mediatype: string
  readonly encoding?: 'utf-8'
}

const text = (format: string, mediatype: string): FileFormat => ({ format, mediatype, encoding: 'utf-8' })

/** Formats by file name extension; media types as IANA registers them, where it does. */
const FORMATS: Readonly<Record<string, FileFormat>> = {
  csv: text('csv', 'text/csv'),
  json: text('json', 'application/json'),
  arrow: { format: 'arrow', mediatype: 'application/vnd.apache.arrow.file' },
  parquet: { format: 'parquet', mediatype: 'application/vnd.apache.parquet' },
  sqlite: { format: 'sqlite', mediatype: 'application/vnd.sqlite3' },
  xlsx: {
    format: 'xlsx',
    mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  md: text('md', 'text/markdown'),
  cff: text('yaml', 'application/yaml'),
}

/** The format of a file by its name; a file of an unknown kind is a sequence of bytes. */
export const fileFormat = (name: string): FileFormat => {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  return FORMATS[extension] ?? { format: extension, mediatype: 'application/octet-stream' }
}

/** Files of the explorer are in the checksums alone. */
export const isDescribed = ({ name }: { readonly name: string }): boolean => !name.includes('/')
