import type { ComponentChild } from 'preact'
import type { Chart } from '../charts/chart.ts'
import { composePicture, DRAWING_WIDTH, paintPng } from '../charts/export-image.ts'
import { pageData } from '../data/page-data.ts'
import { citeView, describeSource } from '../model/citation.ts'
import { fileStem, toCsv } from '../model/row-set.ts'
import { formatDate } from '../model/text.ts'
import { frameCode, pageAddress } from './page-address.ts'
import { isPlot, openCountry } from './plot-drawing.tsx'
import { useRelease } from './release.ts'
import { CSV_TYPE, saveFile } from './save-file.ts'
import { useCopy } from './use-copy.tsx'

/** Draws a chart again at the width of a picture, in a place off the screen where its styles apply. */
const withDrawing = async (
  { drawing }: Chart,
  figure: HTMLElement,
  use: (svg: SVGElement, height: number) => string,
): Promise<string> => {
  if (!isPlot(drawing)) {
    const map = figure.querySelector<SVGSVGElement>('svg.world')
    if (!map) throw new Error('The map has not loaded yet.')
    const { width, height } = map.viewBox.baseVal
    return use(map, (DRAWING_WIDTH * height) / width)
  }
  const draw = await pageData.load('charts')
  const stage = document.createElement('div')
  stage.className = 'export-stage'
  const svg = draw(drawing, { width: DRAWING_WIDTH, height: null }, openCountry)
  stage.append(svg)
  figure.append(stage)
  try {
    return use(svg, Number(svg.getAttribute('height')))
  } finally {
    stage.remove()
  }
}

/** Saves a chart and its data, and copies its address, citation and frame. */
export const ChartTools = ({
  chart,
  figure,
}: {
  chart: Chart
  figure: { readonly current: HTMLElement | null }
}): ComponentChild => {
  const { summary } = useRelease()
  const { copy, report, status } = useCopy()
  const { title, sentence, data } = chart
  const address = pageAddress(chart.address)
  const compose = async (): Promise<string> => {
    const place = figure.current
    if (!place) throw new Error('The chart is not there.')
    const today = formatDate(new Date().toISOString())
    const caption = { title, sentence, source: `${describeSource(summary)} Saved on ${today}.` }
    return withDrawing(chart, place, (svg, height) => composePicture(place, svg, height, caption))
  }
  const save = (ending: string, type: string, make: () => Promise<string | Blob>) =>
    report(async () => {
      const name = `${fileStem(summary, title)}.${ending}`
      saveFile(name, await make(), type)
      return `Saved ${name}.`
    })
  const tools = {
    PNG: save('png', 'image/png', async () => paintPng(await compose())),
    SVG: save('svg', 'image/svg+xml', compose),
    CSV: save('csv', CSV_TYPE, async () => toCsv(data)),
    'Copy link': () => copy(address, 'Link copied.'),
    Cite: () => copy(citeView(summary, title, address, new Date()), 'Citation copied.'),
    Embed: () => copy(frameCode(chart.address, title), 'Frame copied: paste it into a page.'),
  }
  return (
    <div class="chart-tools">
      {Object.entries(tools).map(([label, work]) => (
        <button key={label} type="button" onClick={work}>
          {label}
        </button>
      ))}
      {status}
    </div>
  )
}
