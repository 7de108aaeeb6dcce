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
  'cdx.json': text('json', 'application/vnd.cyclonedx+json'),
  arrow: { format: 'arrow', mediatype: 'application/vnd.apache.arrow.file' },
  parquet: { format: 'parquet', mediatype: 'application/vnd.apache.parquet' },
  sqlite: { format: 'sqlite', mediatype: 'application/vnd.sqlite3' },
  xlsx: {
    format: 'xlsx',
    mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  md: text('md', 'text/markdown'),
  html: text('html', 'text/html'),
  css: text('css', 'text/css'),
  js: text('js', 'text/javascript'),
  mjs: text('js', 'text/javascript'),
  txt: text('txt', 'text/plain'),
  ttf: { format: 'ttf', mediatype: 'font/ttf' },
  pfb: { format: 'pfb', mediatype: 'application/x-font-type1' },
  svg: text('svg', 'image/svg+xml'),
  cff: text('yaml', 'application/yaml'),
}

/** Licences of what the explorer carries, which have no extension. */
const LICENCE = /(?:^|\/)LICEN[CS]E[^./]*$/

/** The format of a file by its name; a file of an unknown kind is a sequence of bytes. */
export const fileFormat = (name: string): FileFormat => {
  if (LICENCE.test(name)) return text('txt', 'text/plain')
  const [, extension = ''] = /\.([^./]+)$/.exec(name) ?? []
  const twofold = name.split('.').slice(-2).join('.')
  return (
    FORMATS[twofold] ??
    FORMATS[extension] ?? { format: extension || 'bin', mediatype: 'application/octet-stream' }
  )
}
