import type { Specimen } from '../specimen.ts'
import { type Measure, makeMeasure } from './measure.ts'
import { type Document, newDocument } from './new-document.ts'
import { type PlacedRow, paginate } from './paginate.ts'
import { profileRows } from './profile-rows.ts'
import type { Fragment } from './row.ts'
import { BLACK, GREY, PAGE } from './style.ts'

const FLAG = { x: 470, y: 46, width: 66, height: 40 }

const SPECIMEN_LINE = 'SPECIMEN: invented place, not ITU data'

/** Characters that Helvetica has in the encoding of the standard fonts (most of Windows-1252). */
const ENCODABLE = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u00ff–—‘’“”•…]*$/

const drawFragment = (document: Document, fragment: Fragment, baseline: number): void => {
  const { text, style, x, raised = 0, wordSpacing = 0 } = fragment
  if (!ENCODABLE.test(text)) throw new RangeError(`not in the encoding of the standard fonts: ${text}`)
  document
    .font(style.font)
    .fontSize(style.size)
    .fillColor(style.colour)
    .text(text, x, baseline - raised, { lineBreak: false, baseline: 'alphabetic', wordSpacing })
}

const drawFlag = (document: Document, colours: readonly string[]): void => {
  const height = FLAG.height / colours.length
  for (const [index, colour] of colours.entries()) {
    document.rect(FLAG.x, FLAG.y + index * height, FLAG.width, height).fill(colour)
  }
}

const drawFoot = (document: Document, pageNumber: number, measure: Measure): void => {
  const centred = (text: string, size: number, colour: string, baseline: number): void => {
    const style = { font: 'Helvetica', size, colour } as const
    const x = (PAGE.width - measure(text, style)) / 2
    drawFragment(document, { text, style, x }, baseline)
  }
  centred(String(pageNumber), 9, BLACK, PAGE.pageNumberBaseline)
  centred(SPECIMEN_LINE, 7, GREY, PAGE.specimenLineBaseline)
}

/** The pages of a specimen, without their feet. */
export const specimenPages = (specimen: Specimen, measure: Measure): PlacedRow[][] =>
  paginate(profileRows(specimen, measure), PAGE.top, PAGE.bottom)

/** The PDF of a specimen; the same bytes every time. A character that Helvetica lacks is a RangeError. */
export const drawPdf = async (specimen: Specimen): Promise<Uint8Array> => {
  const document = newDocument()
  const measure = makeMeasure()
  for (const [index, page] of specimenPages(specimen, measure).entries()) {
    document.addPage()
    if (index === 0) drawFlag(document, specimen.look.flag)
    for (const { row, baseline } of page) {
      for (const fragment of row.fragments) drawFragment(document, fragment, baseline)
    }
    drawFoot(document, index + 1, measure)
  }
  document.end()
  return Buffer.concat(await document.toArray())
}
