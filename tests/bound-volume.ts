import { specimenPages } from '../raw/specimen/draw/draw-pdf.ts'
import { makeMeasure } from '../raw/specimen/draw/measure.ts'
import { type Document, newDocument } from '../raw/specimen/draw/new-document.ts'
import type { PlacedRow } from '../raw/specimen/draw/paginate.ts'
import { PAGE } from '../raw/specimen/draw/style.ts'
import type { Specimen } from '../raw/specimen/specimen.ts'

/** A part of a volume: a specimen profile, or pages of other lines. */
export type Part = Specimen | readonly (readonly string[])[]

/** How the pages of a volume are numbered: through the volume, or from 1 in each part. */
export type Numbering = 'volume' | 'part'

const isSpecimen = (part: Part): part is Specimen => 'sections' in part

const drawLine = (document: Document, text: string, x: number, y: number, size = 10): void => {
  document.font('Helvetica').fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
}

const drawRows = (document: Document, rows: readonly PlacedRow[]): void => {
  for (const { row, baseline } of rows) {
    for (const { text, style, x, raised = 0, wordSpacing = 0 } of row.fragments) {
      document
        .font(style.font)
        .fontSize(style.size)
        .text(text, x, baseline - raised, { lineBreak: false, baseline: 'alphabetic', wordSpacing })
    }
  }
}

/** What a volume is made with; `change` gets the rows of each page of each specimen before they are drawn. */
export interface Binding {
  readonly numbering?: Numbering
  readonly runningHead?: (page: number) => string | null
  readonly change?: (rows: readonly PlacedRow[], specimen: Specimen, page: number) => readonly PlacedRow[]
}

/** A PDF that binds specimens and other pages, in their order, each beginning on a new page. */
export const boundVolume = async (parts: readonly Part[], binding: Binding = {}): Promise<Uint8Array> => {
  const { numbering = 'volume', runningHead = () => null, change = (rows) => rows } = binding
  const document = newDocument()
  const measure = makeMeasure()
  let page = 0
  for (const part of parts) {
    const pages: readonly ((number: number) => void)[] = isSpecimen(part)
      ? specimenPages(part, measure).map(
          (rows, index) => () => drawRows(document, change(rows, part, index + 1)),
        )
      : part.map((lines) => () => {
          for (const [index, line] of lines.entries()) drawLine(document, line, PAGE.left, 120 + index * 15)
        })
    for (const [index, draw] of pages.entries()) {
      page++
      document.addPage()
      draw(page)
      const head = runningHead(page)
      if (head !== null) drawLine(document, head, PAGE.left, 25, 8)
      const number = String(numbering === 'volume' ? page : index + 1)
      drawLine(document, number, PAGE.width / 2, PAGE.pageNumberBaseline, 9)
    }
  }
  document.end()
  return Buffer.concat(await document.toArray())
}
