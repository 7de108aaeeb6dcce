import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { type DocumentResult, readDocuments } from '../../../pipeline/build/index.ts'
import type { SourceFile } from '../../../pipeline/fetch/index.ts'
import type { DocumentRows } from '../../../pipeline/normalize/index.ts'
import type { PopplerWord } from '../../../pipeline/quality/crosscheck/bbox-layout.ts'

/** A specimen that is read for the comparisons. */
export const SPECIMEN: SourceFile = {
  path: fileURLToPath(new URL('../../../raw/specimen/nuvale.pdf', import.meta.url)),
  name: 'nuvale.pdf',
}

/** The specimen as we read it. */
export const readSpecimen = async (): Promise<DocumentResult & { rows: DocumentRows }> => {
  const [result] = await readDocuments([SPECIMEN], 1, () => {})
  assert.ok(result?.rows)
  return result
}

/** Words of equal width along the first line of a note: what an engine finds that reads as we do. */
export const wordsOfNote = (rows: DocumentRows, section: string): PopplerWord[] => {
  const note = rows.indicators.find((row) => row.section_code === section)?.note ?? ''
  const box = rows.boxes.find((row) => row.section_code === section)
  assert.ok(box)
  const words = note.split(' ')
  const width = (box.x1 - box.x0) / words.length
  return words.map((text, index) => ({
    text,
    page: box.page,
    x0: box.x0 + index * width,
    y0: box.y0,
    x1: box.x0 + (index + 1) * width,
    y1: box.y1,
  }))
}

/** Every note of a document as words at their places. */
export const wordsOfNotes = (rows: DocumentRows): PopplerWord[] =>
  rows.indicators
    .filter((row) => rows.boxes.some((box) => box.section_code === row.section_code))
    .flatMap((row) => wordsOfNote(rows, row.section_code))

/** Words in the form that `pdftotext -bbox-layout` writes, on pages 1000 points high. */
export const bboxLayout = (words: readonly PopplerWord[]): string => {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const pages = Math.max(...words.map((word) => word.page))
  const page = (number: number): string =>
    words
      .filter((word) => word.page === number)
      .map(
        ({ text, x0, y0, x1, y1 }) =>
          `<word xMin="${x0.toFixed(6)}" yMin="${(1000 - y1).toFixed(6)}" xMax="${x1.toFixed(6)}" yMax="${(1000 - y0).toFixed(6)}">${escaped(text)}</word>\n`,
      )
      .join('')
  const all = Array.from(
    { length: pages },
    (_, index) => `<page width="600" height="1000">\n${page(index + 1)}</page>\n`,
  )
  return `<html><body>\n<doc>\n${all.join('')}</doc>\n</body></html>\n`
}
