import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { findDrawnBullets } from '../../pipeline/extract/drawn-bullets.ts'
import { extractPdf } from '../../pipeline/extract/extract-pdf.ts'
import { layout } from '../../pipeline/layout/index.ts'
import { run } from '../layout/point-page.ts'
import { drawLine, makePdf, PAGE_HEIGHT } from './make-pdf.ts'

type Pdf = Parameters<Parameters<typeof makePdf>[0]>[0]

const readLines = async (draw: (pdf: Pdf) => void): Promise<string[]> => {
  const { pages } = await extractPdf(await makePdf(draw))
  return layout(pages).lines.map(({ text }) => text)
}

const disc = (pdf: Pdf, x: number, baseline: number): void => {
  pdf.circle(x, PAGE_HEIGHT - baseline - 4, 1.7).fill('black')
}

/** A square shape round a point. */
const square = (x: number, y: number, side = 3) => ({
  x0: x - side / 2,
  y0: y - side / 2,
  x1: x + side / 2,
  y1: y + side / 2,
})

const drawing = (...shapes: ReturnType<typeof square>[]) => ({ shapes, pictures: [] })

describe('bullets that a page draws', () => {
  it('are list marks of their lines', async () => {
    const lines = await readLines((pdf) => {
      drawLine(pdf, 'Laws of the harbour:', 72, 700)
      for (const [index, law] of ['Tide Act', 'Quay Act,', 'as amended'].entries()) {
        drawLine(pdf, law, 90, 680 - index * 15)
        if (index < 2) disc(pdf, 80, 680 - index * 15)
      }
    })
    assert.deepEqual(lines, ['Laws of the harbour:', '• Tide Act', '• Quay Act,', 'as amended'])
  })

  it('are found on every page', async () => {
    const lines = await readLines((pdf) => {
      drawLine(pdf, 'A page of prose.', 72, 700)
      pdf.addPage()
      drawLine(pdf, 'Laws of the harbour:', 72, 700)
      drawLine(pdf, 'Tide Act', 90, 680)
      disc(pdf, 80, 680)
      pdf.addPage()
      drawLine(pdf, 'Quay Act', 90, 700)
      disc(pdf, 80, 700)
    })
    assert.deepEqual(lines, ['A page of prose.', 'Laws of the harbour:', '• Tide Act', '• Quay Act'])
  })

  it('may be pictures, and drawn twice', () => {
    const pictures = [square(80, 703)]
    assert.equal(findDrawnBullets({ shapes: [], pictures }, [run('Tide Act', 90, 700)]).length, 1)
    assert.equal(
      findDrawnBullets(drawing(square(80, 703), square(80, 703, 3.4)), [run('Tide Act', 90, 700)]).length,
      1,
    )
  })

  it('are not the parts of a flag, marks within a line, or rules', () => {
    const text = [run('WILMARK', 90, 700)]
    assert.deepEqual(findDrawnBullets(drawing(square(80, 703), square(84, 705)), text), [])
    assert.deepEqual(findDrawnBullets(drawing({ x0: 70, y0: 700, x1: 88, y1: 703 }), text), [])
    assert.deepEqual(findDrawnBullets(drawing(square(80, 715)), text), [])
    assert.deepEqual(findDrawnBullets(drawing(square(80, 703)), [run('OF', 68, 700), ...text]), [])
  })
})
