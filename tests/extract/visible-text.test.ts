import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { extractPdf } from '../../pipeline/extract/extract-pdf.ts'
import { type PageOptions, pdfOfPages, stream, value } from '../hostile-files/raw-pdf.ts'

const read = async (content: string, options: PageOptions = {}) => {
  const { pages } = await extractPdf(pdfOfPages([content], options), 'off')
  return { texts: pages[0]?.runs.map(({ text }) => text.trim()), remarks: pages[0]?.remarks ?? [] }
}

const show = (text: string, y: number): string => `BT /F1 10 Tf 72 ${y} Td (${text}) Tj ET`

const SHOWN = show('There is a port act.', 700)
const HIDDEN = show('There is no act.', 650)

describe('text that no viewer shows', () => {
  const layer = {
    catalogue: '/OCProperties << /D << /OFF [6 0 R] >> /OCGs [6 0 R] >>',
    page: '/Resources << /Font << /F1 3 0 R >> /Properties << /L 6 0 R >> >>',
    more: [value('<< /Type /OCG /Name (draft) >>')],
  }
  for (const [what, content, options] of [
    ['in a layer that is off', `/OC /L BDC ${HIDDEN} EMC`, layer],
    ['outside of its clip', `q 300 20 20 20 re W n ${HIDDEN} Q`, {}],
    ['below a white shape', `${HIDDEN} 1 g 60 640 300 20 re f`, {}],
    ['in white', `1 g ${HIDDEN}`, {}],
    ['that is not painted', `3 Tr ${HIDDEN}`, {}],
  ] as const) {
    it(`is left out and reported where it is ${what}`, async () => {
      const { texts, remarks } = await read(`${SHOWN}\n${content}`, options)
      assert.deepEqual(texts, ['There is a port act.'])
      assert.deepEqual(remarks, [{ code: 'hidden_text', value: 'There is no act.' }])
    })
  }

  it('is not white text on a dark ground', async () => {
    const { texts } = await read(`0 g 60 640 300 20 re f 1 g ${HIDDEN}`)
    assert.deepEqual(texts, ['There is no act.'])
  })
})

describe('text that viewers show beside the page', () => {
  const appearance = stream(
    `BT /F1 10 Tf 2 4 Td (There is a team.) Tj ET`,
    '/Type /XObject /Subtype /Form /BBox [0 0 300 14] /Resources << /Font << /F1 3 0 R >> >>',
  )
  const field = (flags: number) =>
    value(
      `<< /Type /Annot /Subtype /Widget /FT /Tx /F ${flags} /T (a) /V (There is a team.) /Rect [70 640 370 654] /AP << /N 7 0 R >> >>`,
    )

  it('is the text of a form field, unless the field is hidden', async () => {
    const options = (flags: number) => ({ page: '/Annots [6 0 R]', more: [field(flags), appearance] })
    assert.deepEqual((await read(SHOWN, options(4))).texts, ['There is a port act.', 'There is a team.'])
    assert.deepEqual((await read(SHOWN, options(2))).texts, ['There is a port act.'])
  })

  it('keeps the spaces of a replacement text', async () => {
    const content = `/Span << /ActualText (There is a team) >> BDC ${show('xxxxxxx', 700)} EMC`
    assert.deepEqual((await read(content)).texts, ['There is a team'])
  })
})
