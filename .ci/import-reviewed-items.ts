/**
 * Writes raw/reviewed-items.csv from a table of items that people read (document, section, kind, text, code, entity,
 * need, detail; tab-separated; the document is the name of its file). Notes are found in releases built from copies of
 * the profiles: each wording of a note gets its rows, and a note without items a row that says so.
 *
 * Usage: node .ci/import-reviewed-items.ts ITEMS.tsv RELEASE... > raw/reviewed-items.csv
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { fingerprintNote } from '../pipeline/io/note-fingerprint.ts'
import { REVIEWED_ITEM_COLUMNS } from '../schemas/index.ts'

const MAX_LENGTH = 160

const slug = (name: string): string =>
  name
    .replace(/^.*\//, '')
    .replace(/\.[^.]+$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\P{ASCII}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

const shorten = (text: string): string =>
  (text.length <= MAX_LENGTH ? text : text.slice(0, MAX_LENGTH + 1).replace(/\s+\S*$/, '')).replace(
    /[.;,]+$/,
    '',
  )
const normalise = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

const readRows = async (release: string, name: string): Promise<Record<string, string | null>[]> =>
  JSON.parse(await readFile(join(release, `${name}.json`), 'utf8'))

const [, , table = '', ...releases] = process.argv
const lines = (await readFile(table, 'utf8')).trim().split('\n')
const read = Map.groupBy(
  lines.map((line) => {
    const [
      document = '',
      section = '',
      kind = '',
      text = '',
      code = '',
      entity = '',
      need = '',
      detail = '',
    ] = line.split('\t')
    return { document, section, kind, text, code, entity, need, detail }
  }),
  ({ document, section }) => `${document} ${section}`,
)
const documents = new Set(lines.map((line) => line.split('\t')[0]))
const written = new Set<string>()
const rows: string[][] = []
for (const release of releases) {
  const files = new Map(
    (await readRows(release, 'documents')).map(({ document_id, file_name }) => [
      document_id,
      slug(file_name ?? ''),
    ]),
  )
  const drafts = new Set(
    (await readRows(release, 'items'))
      .filter(({ stage }) => stage === 'draft')
      .map(
        ({ document_id, section_code, text }) => `${document_id} ${section_code} ${normalise(text ?? '')}`,
      ),
  )
  for (const row of await readRows(release, 'indicators')) {
    const file = files.get(row['document_id'] ?? '') ?? ''
    const section = row['section_code'] ?? ''
    if (row['note'] === null || section.startsWith('0.') || !documents.has(file)) continue
    const document = `${row['country_code']?.toLowerCase()}-${row['source_date'] ?? 'undated'}`
    const note = fingerprintNote(row['note'] ?? '')
    const key = `${document.slice(0, 3)} ${section} ${note}`
    if (written.has(key)) continue
    written.add(key)
    const items = read.get(`${file} ${section}`) ?? []
    const named = items.filter(
      (item) =>
        item.need === 'must' ||
        !items.some(
          (other) =>
            other.need === 'must' &&
            other.kind !== item.kind &&
            normalise(other.text) === normalise(item.text),
        ),
    )
    if (named.length === 0) rows.push([document, section, note, '', '', '', '', '', ''])
    for (const { kind, text, code, entity, detail } of named) {
      const isDraft =
        /\b(?:draft|bill)\b/i.test(text) || drafts.has(`${row['document_id']} ${section} ${normalise(text)}`)
      const stage = kind === 'instrument' ? (isDraft ? 'draft' : 'in_force') : ''
      rows.push([document, section, note, kind, shorten(text), stage, detail, code, entity])
    }
  }
}
const order = (cells: readonly string[]): string => cells.slice(0, 3).join(' ')
const sorted = rows.toSorted((left, right) =>
  order(left) < order(right) ? -1 : order(left) > order(right) ? 1 : 0,
)
process.stdout.write(stringify([[...REVIEWED_ITEM_COLUMNS], ...sorted]))
