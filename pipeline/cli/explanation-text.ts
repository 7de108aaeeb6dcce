import { stripVTControlCharacters } from 'node:util'
import { type Cell, DERIVATIONS, findVocabulary } from '../../schemas/index.ts'
import type { Explanation } from '../release/index.ts'
import { noteLines, oneLine } from './terminal-text.ts'

/**
 * The file of a cell's source document in the inputs of a build, and whether it has the bytes that were read. The path is
 * null if no file has its name; all is null if no inputs are given.
 */
export type SourceCheck = { readonly path: string | null; readonly is_same: boolean } | null

type Entry = readonly [label: string, ...lines: readonly string[]]

const LABEL_WIDTH = 21

const DOCUMENT_COLUMNS = [
  ...['document_id', 'source_date', 'source_date_printed', 'file_name', 'media_type', 'bytes', 'sha256'],
  ...['pages', 'first_page', 'last_page', 'source_url', 'mirror_url', 'captured', 'retrieved'],
]

const showCell = (cell: Cell | undefined): string => {
  if (cell === undefined) return '(not in this release)'
  return cell === null ? '(none)' : oneLine(stripVTControlCharacters(String(cell)))
}

const readText = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null)

const describeSource = (source: SourceCheck): string[] => {
  if (source === null) return []
  if (source.path === null) return ['no file of that name in the input']
  return [`${oneLine(source.path)} ${source.is_same ? 'has these bytes' : 'has OTHER bytes than were read'}`]
}

/** The path from a cell to its source document, by the names of columns; its note in lines of at most `width`. */
export const explanationText = (explanation: Explanation, source: SourceCheck, width: number): string => {
  const { release, indicator, rule_meaning, document, items, boxes, other_documents } = explanation
  const show = (name: string): string => showCell(indicator[name])
  const evidence = readText(indicator['evidence'])
  const derivation = findVocabulary(DERIVATIONS)?.terms.find(({ value }) => value === indicator['derivation'])
  // a section without text is not_reported; other rows have a note, which a release may leave out
  const missingNote = indicator['status'] === 'not_reported' ? null : '(left out of this release)'
  const entries: readonly Entry[] = [
    ['value', ...(indicator['value'] == null ? [] : [`${show('value')} ${show('unit')}`])],
    ['note', ...noteLines(readText(indicator['note']) ?? missingNote, evidence, width - LABEL_WIDTH)],
    ['status_rule', `${show('status_rule')}: ${rule_meaning ?? 'no rule of this version has that name.'}`],
    ['evidence', show('evidence')],
    ['derivation', derivation?.definition ?? show('derivation')],
    ['items', ...items.map((item) => `${showCell(item['kind'])}: ${showCell(item['text'])}`)],
    ['', ''],
    ...DOCUMENT_COLUMNS.map((name): Entry => [name, showCell(document[name])]),
    ['other_documents', ...(other_documents.length > 0 ? [other_documents.join(', ')] : [])],
    ['source', ...describeSource(source)],
    ['', ''],
    ['page', show('page')],
    [
      'boxes',
      boxes.length === 0 ? '(none)' : 'in points from the bottom left corner of the page, line by line',
      ...boxes.map(({ page, x0, x1, y0, y1 }) => `page ${page}, x ${x0} to ${x1}, y ${y0} to ${y1}`),
    ],
    ['', ''],
    [
      'release',
      `${release.folder}, ${release.title ?? 'without a title'}, version ${release.version ?? 'unknown'}`,
      ...release.tables.map(({ file, sha256 }) => `${file} ${sha256}`),
      '',
    ],
  ]
  const lines = entries.flatMap(([label, ...texts]) =>
    texts.map((text, index) => ((index === 0 ? label : '').padEnd(LABEL_WIDTH) + text).trimEnd()),
  )
  const title = `${show('country')} (${show('country_code')}), ${show('section_code')} ${show('section')}: ${show('status')}`
  return [title, '', ...lines].join('\n')
}
