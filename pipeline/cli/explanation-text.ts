import { stripVTControlCharacters } from 'node:util'
import { type Cell, DERIVATIONS, findVocabulary } from '../../schemas/index.ts'
import type { Explanation } from '../release/index.ts'
import { noteLines, oneLine } from './terminal-text.ts'

/** The source document of a cell in the inputs of a build. */
export interface SourceCheck {
  /** Null if there is no file of its name. */
  readonly path: string | null
  /** Whether it has the bytes that the release was read from. */
  readonly is_same: boolean
}

const LABEL_WIDTH = 11

type Entry = readonly [label: string, ...lines: readonly string[]]

const showCell = (cell: Cell | undefined, missing = '(none)'): string =>
  cell === null || cell === undefined ? missing : oneLine(stripVTControlCharacters(String(cell)))

const readText = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null)

const NOT_HELD = '(not in this release)'
const NOT_RECORDED = '(not recorded)'

const describePlace = ({ indicator, boxes }: Explanation): string[] => {
  if (boxes.length === 0) {
    const page = showCell(indicator['page'], '')
    return [page === '' ? 'not in the document' : `page ${page}, without boxes`]
  }
  return [
    'in points from the bottom left corner of the page, line by line',
    ...boxes.map((box) => {
      const [page, x0, x1, y0, y1] = ['page', 'x0', 'x1', 'y0', 'y1'].map((name) => showCell(box[name]))
      return `page ${page}, x ${x0} to ${x1}, y ${y0} to ${y1}`
    }),
  ]
}

const describeSource = (source: SourceCheck | null): string[] => {
  if (source === null) return []
  if (source.path === null) return ['the input has no file of that name']
  return [`${oneLine(source.path)} ${source.is_same ? 'has these bytes' : 'has OTHER bytes than were read'}`]
}

const describeDocument = (document: Explanation['document']): readonly Entry[] => {
  const show = (name: string, missing?: string): string => showCell(document[name], missing)
  const printed = show('source_date_printed', '')
  const capture = show('captured', '')
  return [
    [
      'document',
      `${show('document_id')} (${show('source_date', 'no date')}${printed && `, printed “${printed}”`})`,
    ],
    [
      'file',
      `${show('file_name')}, ${show('media_type')}, ${show('bytes')} bytes, pages ${show('first_page')} to ${show('last_page')} of ${show('pages')}`,
    ],
    ['SHA-256', show('sha256')],
    ['address', show('source_url', NOT_RECORDED)],
    [
      'capture',
      `${show('mirror_url', '(none: not fetched from an archive)')}${capture && `, taken ${capture}`}`,
    ],
    ['fetched', show('retrieved', NOT_RECORDED)],
  ]
}

/** The path from a cell to its source document; its note in lines of at most `width` characters. */
export const explanationText = (
  explanation: Explanation,
  source: SourceCheck | null,
  width: number,
): string => {
  const { release, indicator, rule_meaning, document, items, other_documents } = explanation
  const show = (name: string, missing?: string): string => showCell(indicator[name], missing)
  const value = show('value', '')
  const evidence = indicator[indicator['evidence_is_note'] === 1 ? 'note' : 'evidence']
  const derivation = findVocabulary(DERIVATIONS)?.terms.find((term) => term.value === show('derivation'))
  const entries: readonly Entry[] = [
    ['figure', ...(value === '' ? [] : [`${value} ${show('unit', '')}`])],
    ['note', ...noteLines(readText(indicator['note']), readText(evidence), width - LABEL_WIDTH), ''],
    ['rule', `${show('status_rule', NOT_HELD)}: ${rule_meaning ?? 'no rule of this version has that name.'}`],
    ['words', showCell(evidence)],
    ['reading', derivation?.definition ?? show('derivation', NOT_HELD)],
    ['items', ...items.map((item) => `${showCell(item['kind'])}: ${showCell(item['text'])}`)],
    ['', ''],
    ...describeDocument(document),
    ['others', ...(other_documents.length > 0 ? [other_documents.join(', ')] : [])],
    ['source', ...describeSource(source)],
    ['place', ...describePlace(explanation), ''],
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
