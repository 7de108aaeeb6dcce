import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { ComponentChild } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { LineBox, PageRecord } from '../../data/explorer-data.ts'

/** The em of the character grid of text files: a line is two cells high, see `pipeline/extract/page.ts`. */
const MARGIN = { point: 0, cell: 4 } as const

/** How many pixels a point has at most: enough for print, and within what every canvas takes. */
const SCALE = 2

const draw = async (pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Promise<void> => {
  const page = await pdf.getPage(number)
  // stored positions are those of the page before any rotation
  const viewport = page.getViewport({ scale: SCALE, rotation: 0 })
  canvas.width = viewport.width
  canvas.height = viewport.height
  await page.render({ canvas, viewport }).promise
}

const PdfCanvas = ({ pdf, number }: { pdf: PDFDocumentProxy; number: number }): ComponentChild => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current) {
      const drawn = canvas.current
      draw(pdf, number, drawn).then(
        () => {
          drawn.dataset['drawn'] = 'yes'
        },
        () => {
          drawn.dataset['drawn'] = 'failed'
        },
      )
    }
  }, [pdf, number])
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas without an index takes no focus; the text lies above it
  return <canvas ref={canvas} aria-hidden="true" />
}

const Run = ({
  run: [text, x, y, width, size, bold],
  top,
}: {
  run: PageRecord['runs'][number]
  top: number
}) => (
  <text
    x={x}
    y={top - y}
    font-size={size}
    font-weight={bold === 1 ? 700 : 400}
    textLength={width > 0 ? width : undefined}
    lengthAdjust="spacingAndGlyphs"
  >
    {text}
  </text>
)

interface SourcePageProps {
  readonly page: PageRecord
  readonly pdf: PDFDocumentProxy | null
  readonly boxes: readonly LineBox[]
}

/** A page as it was printed, with boxes highlighted: over a drawing of the PDF if there is one, else over its extracted text. */
export const SourcePage = ({ page, pdf, boxes }: SourcePageProps): ComponentChild => {
  const margin = MARGIN[page.unit]
  // a text file counts its lines downwards from 0, a page its points upwards from the bottom
  const top = page.unit === 'point' ? page.height : 0
  return (
    <figure class="page" data-page={page.number}>
      <figcaption>Page {page.number}</figcaption>
      <div class={pdf ? 'sheet drawn' : 'sheet'}>
        {pdf && <PdfCanvas pdf={pdf} number={page.number} />}
        <svg
          viewBox={`${-margin} ${-margin} ${page.width + 2 * margin} ${page.height + 2 * margin}`}
          role="img"
          aria-label={`Page ${page.number}${boxes.length > 0 ? ', with the note highlighted' : ''}`}
        >
          {boxes.map(({ x0, y0, x1, y1 }) => (
            <rect class="lit" x={x0} y={top - y1} width={x1 - x0} height={y1 - y0} />
          ))}
          {page.runs.map((run) => (
            <Run run={run} top={top} />
          ))}
        </svg>
      </div>
    </figure>
  )
}
