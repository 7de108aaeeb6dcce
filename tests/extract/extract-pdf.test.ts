import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { dropDoubles, extractPdf } from '../../pipeline/extract/extract-pdf.ts'
import { PdfUnreadable } from '../../pipeline/extract/pdfium/index.ts'
import { layout } from '../../pipeline/layout/index.ts'
import { run } from '../layout/point-page.ts'
import { drawLine, makePdf } from './make-pdf.ts'

const near = (actual: number | undefined, expected: number, tolerance = 0.1): void => {
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < tolerance, `${actual} is not about ${expected}`)
}

describe('a PDF', () => {
  it('gives its text as runs, placed in points from the bottom left', async () => {
    const bytes = await makePdf((pdf) => {
      drawLine(pdf.font('Helvetica').fontSize(12), 'Harbour rules', 72, 700)
      drawLine(pdf.font('Times-Roman').fontSize(9), 'small print', 300.5, 20.25)
    })
    const { pages, derivation } = await extractPdf(bytes)
    assert.equal(derivation, 'text_layer')
    assert.equal(pages.length, 1)
    const { runs = [], ...page } = pages[0] ?? {}
    assert.deepEqual(page, { number: 1, unit: 'point', derivation: 'text_layer', width: 612, height: 792 })
    assert.deepEqual(
      runs.map(({ text }) => text),
      ['Harbour rules', 'small print'],
    )
    near(runs[0]?.x, 72)
    near(runs[0]?.y, 700)
    near(runs[0]?.size, 12)
    near(runs[1]?.x, 300.5)
    near(runs[1]?.y, 20.25)
    near(runs[1]?.size, 9)
  })

  it('names the fonts of all its pages, and knows a bold one by its name', async () => {
    const bytes = await makePdf((pdf) => {
      drawLine(pdf.font('Helvetica-Bold'), 'Heading', 72, 700)
      drawLine(pdf.font('Helvetica'), 'words', 72, 680)
      pdf.addPage()
      drawLine(pdf.font('Times-BoldItalic'), 'more', 72, 700)
      drawLine(pdf.font('Helvetica'), 'words', 72, 680)
    })
    const { pages } = await extractPdf(bytes)
    assert.deepEqual(
      pages.map(({ number, runs }) => [number, ...runs.map(({ text, font, bold }) => [text, font, bold])]),
      [
        [1, ['Heading', 'Helvetica-Bold', true], ['words', 'Helvetica', false]],
        [2, ['more', 'Times-BoldItalic', true], ['words', 'Helvetica', false]],
      ],
    )
  })

  it('measures from the corner of the visible page, where the page box begins elsewhere', async () => {
    const bytes = await makePdf((pdf) => {
      Object.assign(pdf.page.dictionary.data, { MediaBox: [100, 50, 400, 850] })
      drawLine(pdf, 'inside', 150, 500)
    })
    const [page] = (await extractPdf(bytes)).pages
    assert.deepEqual([page?.width, page?.height], [300, 800])
    near(page?.runs[0]?.x, 50)
    near(page?.runs[0]?.y, 450)
  })

  it('returns the parts of a word as separate runs if the font changes within it', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.font('Helvetica').fontSize(12)
      drawLine(pdf, 'cyber', 72, 700)
      drawLine(pdf.font('Helvetica-Oblique'), 'law', 72 + pdf.widthOfString('cyber'), 700)
    })
    const { pages } = await extractPdf(bytes)
    assert.deepEqual(
      pages[0]?.runs.map(({ text }) => text),
      ['cyber', 'law'],
    )
    assert.deepEqual(
      layout(pages).lines.map(({ text }) => text),
      ['cyberlaw'],
    )
  })

  it('gives the size that shows, where the page is drawn to another scale', async () => {
    const bytes = await makePdf((pdf) => {
      drawLine(pdf.scale(2).fontSize(6), 'twice', 30, 700)
    })
    const [page] = (await extractPdf(bytes)).pages
    near(page?.runs[0]?.size, 12)
    near(page?.runs[0]?.x, 60)
  })

  it('says which program made it, and null where it does not say', async () => {
    for (const [Producer, expected] of [
      ['Copperplate 7', 'Copperplate 7'],
      ['', null],
    ] as const) {
      assert.equal((await extractPdf(await makePdf(() => {}, { info: { Producer } }))).producer, expected)
    }
  })

  it('leaves the bytes that it was given as they are', async () => {
    const bytes = await makePdf((pdf) => drawLine(pdf, 'words', 72, 700))
    const before = Uint8Array.from(bytes)
    await extractPdf(bytes)
    assert.deepEqual(Uint8Array.from(bytes), before)
  })

  it('that is damaged, cut off or locked is unreadable, with the reason', async () => {
    const words = await makePdf((pdf) => drawLine(pdf, 'words', 72, 700))
    const locked = await makePdf((pdf) => drawLine(pdf, 'secret', 72, 700), { userPassword: 'open sesame' })
    for (const [bytes, reason] of [
      [new TextEncoder().encode('%PDF-1.4\nnothing of a PDF follows'), 'broken'],
      [words.subarray(0, 200), 'broken'],
      [locked, 'encrypted'],
    ] as const) {
      await assert.rejects(
        extractPdf(bytes),
        (error) => error instanceof PdfUnreadable && error.reason === reason && error.message !== '',
      )
    }
  })

  it('that asks for a password only to be changed is read', async () => {
    const bytes = await makePdf((pdf) => drawLine(pdf, 'open', 72, 700), { ownerPassword: 'sesame' })
    assert.equal((await extractPdf(bytes)).pages[0]?.runs[0]?.text, 'open')
  })

  it('gives the words of any line of printable ASCII back', async () => {
    const word = fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (words) => {
        const bytes = await makePdf((pdf) =>
          drawLine(pdf.font('Helvetica').fontSize(10), words.join(' '), 40, 400),
        )
        const { lines } = layout((await extractPdf(bytes)).pages)
        assert.deepEqual(
          lines.flatMap((line) => line.words.map(({ text }) => text)),
          words,
        )
      }),
      { numRuns: 40 },
    )
  })
})

describe('text drawn twice', () => {
  it('is one where two copies overlap', () => {
    const once = run('HARBOUR', 72, 700)
    assert.deepEqual(dropDoubles([once, run('HARBOUR', 72.3, 700), run('HARBOUR', 72.3, 699.8)]), [once])
  })

  it('is two elsewhere, or in other words or sizes', () => {
    const runs = [
      run('HARBOUR', 72, 700),
      run('HARBOUR', 72, 688),
      run('HARBOUR', 112, 700),
      run('PORT', 72, 700),
      run('HARBOUR', 72, 700, { size: 20 }),
    ]
    assert.deepEqual(dropDoubles(runs), runs)
  })
})
