import { stripVTControlCharacters } from 'node:util'
import { type Cell, DERIVATIONS, vocabularyOf } from '../../schemas/index.ts'
import type { Explanation, Row } from '../release/index.ts'
import { noteLines } from './note-lines.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './visible-controls.ts'

/** The source document of a cell in the inputs of a build. */
export interface SourceCheck {
  /** Null if there is no file of its name. */
  readonly path: string | null
  /** Whether it has the bytes that the release was read from. */
  readonly is_same: boolean
}

const LABEL_WIDTH = 11

const label = (name: string): string => name.padEnd(LABEL_WIDTH)
const INDENT = label('')

const text = (cell: Cell | undefined): string | null =>
  cell === null || cell === undefined ? null : oneLine(stripVTControlCharacters(String(cell)))

const textOr = (cell: Cell | undefined, otherwise: string): string => text(cell) ?? otherwise

const textOnly = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null)

/** The words that the rule decided on. */
const readEvidence = (indicator: Row): string | null =>
  textOnly(indicator[indicator['evidence_is_note'] === 1 ? 'note' : 'evidence'])

const cellLines = ({ indicator }: Explanation, terminal: Terminal): readonly string[] => {
  const value = text(indicator['value'])
  const figure =
    value === null ? [] : [`${label('figure')}${value} ${textOr(indicator['unit'], '')}`.trimEnd()]
  return [
    `${text(indicator['country'])} (${text(indicator['country_code'])}), ${text(indicator['section_code'])} ${text(indicator['section'])}: ${text(indicator['status'])}`,
    '',
    ...figure,
    label('note').trimEnd(),
    ...noteLines(textOnly(indicator['note']), readEvidence(indicator), INDENT, terminal),
  ]
}

const derivations = vocabularyOf(DERIVATIONS)?.terms ?? []

const decisionLines = ({ indicator, rule_meaning }: Explanation): readonly string[] => {
  const derivation = derivations.find(({ value }) => value === indicator['derivation'])
  return [
    `${label('rule')}${textOr(indicator['status_rule'], '(not in this release)')}: ${rule_meaning ?? 'no rule of this version has that name.'}`,
    `${label('words')}${textOr(readEvidence(indicator), '(none)')}`,
    `${label('reading')}${derivation?.definition ?? textOr(indicator['derivation'], '(not in this release)')}`,
  ]
}

const boxText = (box: Row): string =>
  `page ${text(box['page'])}, x ${text(box['x0'])} to ${text(box['x1'])}, y ${text(box['y0'])} to ${text(box['y1'])}`

const placeLines = ({ indicator, boxes }: Explanation): readonly string[] => {
  if (boxes.length > 0) {
    return [
      `${label('place')}in points from the bottom left corner of the page, line by line`,
      ...boxes.map((box) => `${INDENT}${boxText(box)}`),
    ]
  }
  const page = text(indicator['page'])
  return [`${label('place')}${page === null ? 'not in the document' : `page ${page}, without boxes`}`]
}

const itemLines = ({ items }: Explanation): readonly string[] =>
  items.map(
    (item, index) => `${label(index === 0 ? 'items' : '')}${text(item['kind'])}: ${text(item['text'])}`,
  )

const captureText = ({ mirror_url, captured }: Row): string => {
  const address = textOr(mirror_url, '(none: not fetched from an archive)')
  const day = text(captured)
  return day === null ? address : `${address}, taken ${day}`
}

const documentLines = ({ document, other_documents }: Explanation): readonly string[] => {
  const { source_date_printed, source_date } = document
  const printed = text(source_date_printed)
  const date = `${textOr(source_date, 'no date')}${printed === null ? '' : `, printed “${printed}”`}`
  return [
    `${label('document')}${text(document['document_id'])} (${date})`,
    `${label('file')}${text(document['file_name'])}, ${text(document['media_type'])}, ${text(document['bytes'])} bytes, pages ${text(document['first_page'])} to ${text(document['last_page'])} of ${text(document['pages'])}`,
    `${label('SHA-256')}${text(document['sha256'])}`,
    `${label('address')}${textOr(document['source_url'], '(not recorded)')}`,
    `${label('capture')}${captureText(document)}`,
    `${label('fetched')}${textOr(document['retrieved'], '(not recorded)')}`,
    ...(other_documents.length > 0 ? [`${label('others')}${other_documents.join(', ')}`] : []),
  ]
}

const sourceLines = (source: SourceCheck | null): readonly string[] => {
  if (source === null) return []
  if (source.path === null) return [`${label('source')}the input has no file of that name`]
  return [
    `${label('source')}${oneLine(source.path)} ${source.is_same ? 'has these bytes' : 'has OTHER bytes than were read'}`,
  ]
}

const releaseLines = ({ release }: Explanation): readonly string[] => [
  `${label('release')}${release.folder}, ${textOr(release.title, 'without a title')}, version ${textOr(release.version, 'unknown')}`,
  ...release.tables.map(({ file, sha256 }) => `${INDENT}${file} ${sha256}`),
]

/** The path from a cell to its source document, for a terminal. */
export const explanationText = (
  explanation: Explanation,
  source: SourceCheck | null,
  terminal: Terminal,
): string =>
  [
    ...cellLines(explanation, terminal),
    '',
    ...decisionLines(explanation),
    ...itemLines(explanation),
    '',
    ...documentLines(explanation),
    ...sourceLines(source),
    ...placeLines(explanation),
    '',
    ...releaseLines(explanation),
    '',
  ].join('\n')
