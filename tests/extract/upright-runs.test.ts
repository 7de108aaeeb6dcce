import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it, test } from 'vitest'
import { extractPdf } from '../../pipeline/extract/extract-pdf.ts'
import type { TextRun } from '../../pipeline/extract/index.ts'
import { uprightPage } from '../../pipeline/extract/upright-runs.ts'
import { run } from '../layout/point-page.ts'
import { drawLine, makePdf } from './make-pdf.ts'

const WIDTH = 600
const HEIGHT = 800

const PAGE = { width: WIDTH, height: HEIGHT }

/** A page as it is where it was turned clockwise by quarters. */
const turnPage = (x: number, y: number, quarters: number) => {
  const places = [
    { x, y },
    { x: y, y: WIDTH - x },
    { x: WIDTH - x, y: HEIGHT - y },
    { x: HEIGHT - y, y: x },
  ]
  const size = quarters % 2 === 0 ? PAGE : { width: HEIGHT, height: WIDTH }
  const angle = quarters === 0 ? {} : { angle: -90 * quarters }
  return { ...size, runs: [{ ...run('Harbour rules', 0, 0), ...places[quarters], ...angle }] }
}

describe('a page whose text runs another way', () => {
  it('is turned until its lines are level, whichever way it lies', () => {
    const [x, y] = [fc.integer({ min: 0, max: WIDTH }), fc.integer({ min: 0, max: HEIGHT })]
    fc.assert(
      fc.property(x, y, fc.integer({ min: 0, max: 3 }), (x, y, quarters) => {
        const { runs, ...size } = uprightPage(turnPage(x, y, quarters))
        assert.deepEqual(size, PAGE)
        const rounded = runs.map((read) => ({
          ...read,
          x: Math.round(read.x) + 0,
          y: Math.round(read.y) + 0,
        }))
        assert.deepEqual(rounded, [run('Harbour rules', x, y)])
      }),
    )
  })

  it('keeps the angle of text across its lines, and levels the slight slant of a scan', () => {
    const runs = [
      ...[run('A line of text', 72, 700), run('Another', 72, 640)],
      run('A line of a tilted scan', 72, 680, { angle: 1.5 }),
      ...[run('DRAFT', 100, 300, { angle: 45 }), run('margin', 20, 300, { angle: 90 })],
    ]
    assert.deepEqual(
      uprightPage({ ...PAGE, runs }).runs.map(({ angle }) => angle),
      [undefined, undefined, undefined, 45, 90],
    )
  })

  /** Words of a page whose lines rise or fall to the right, by an angle in degrees. */
  const slantedWords = (degrees: number, changes = {}): TextRun[] => {
    const slope = Math.tan((degrees * Math.PI) / 180)
    return Array.from({ length: 120 }, (_, index) => {
      const [x, y] = [72 + 50 * (index % 8), 700 - 14 * Math.floor(index / 8)]
      return run('harbour', x, y + slope * x, changes)
    })
  }

  test.each([-3, -0.5, 0.5, 1.2, 4])(
    'has level lines where a text layer is tilted by %d degrees',
    (degrees) => {
      const turned = uprightPage({ ...PAGE, runs: slantedWords(degrees, { angle: degrees }) })
      const stepped = uprightPage({ ...PAGE, runs: slantedWords(degrees) }, true)
      for (const { runs } of [turned, stepped])
        assert.equal(new Set(runs.map(({ y }) => Math.round(y / 5))).size, 15)
    },
  )

  it('reads upright out of a PDF', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.translate(100, 700).rotate(-90)
      pdf.text('Ferries sail at noon', 0, 0, { lineBreak: false, baseline: 'alphabetic' })
      pdf.rotate(90).translate(-100, -700)
      drawLine(pdf, 'seal', 300, 500)
    })
    const [page] = (await extractPdf(bytes)).pages
    assert.deepEqual([page?.width, page?.height], [792, 612])
    assert.deepEqual(
      page?.runs.map(({ text, x, y, angle }) => [text, Math.round(x), Math.round(y), angle]),
      [
        ['Ferries sail at noon', 92, 512, undefined],
        ['seal', 500, 312, -90],
      ],
    )
  })
})
