import type { ComponentChild } from 'preact'
import type { Summary } from '../../data/explorer-data.ts'
import type { Chart } from '../charts/chart.ts'
import { composePicture, DRAWING_WIDTH, paintPng } from '../charts/export-image.ts'
import { pageData } from '../data/page-data.ts'
import { citeView, describeSource } from '../model/citation.ts'
import { fileStem, toCsv } from '../model/row-set.ts'
import { frameCode, pageAddress } from './page-address.ts'
import { isPlot, openCountry } from './plot-drawing.tsx'
import { saveCsv, saveFile } from './save-file.ts'
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
  summary,
  figure,
}: {
  chart: Chart
  summary: Summary
  figure: { readonly current: HTMLElement | null }
}): ComponentChild => {
  const { copy, say, status } = useCopy()
  const stem = fileStem(summary, chart.title)
  const compose = (): Promise<string> => {
    const place = figure.current
    if (!place) return Promise.reject(new Error('The chart is not there.'))
    const caption = { title: chart.title, sentence: chart.sentence, source: describeSource(summary) }
    return withDrawing(chart, place, (svg, height) => composePicture(place, svg, height, caption))
  }
  const report = (work: () => Promise<string>) => (): Promise<void> =>
    work().then(say, (error: unknown) => say(error instanceof Error ? error.message : String(error)))
  const saveSvg = report(async () => {
    saveFile(`${stem}.svg`, await compose(), 'image/svg+xml')
    return `Saved ${stem}.svg.`
  })
  const savePng = report(async () => {
    saveFile(`${stem}.png`, await paintPng(await compose()), 'image/png')
    return `Saved ${stem}.png.`
  })
  const saveData = report(async () => {
    saveCsv(stem, toCsv(chart.data))
    return `Saved ${stem}.csv.`
  })
  const address = pageAddress(chart.address)
  return (
    <div class="chart-tools">
      <button type="button" onClick={savePng}>
        PNG
      </button>
      <button type="button" onClick={saveSvg}>
        SVG
      </button>
      <button type="button" onClick={saveData}>
        CSV
      </button>
      <button type="button" onClick={() => copy(address, 'Link copied.')}>
        Copy link
      </button>
      <button
        type="button"
        onClick={() => copy(citeView(summary, chart.title, address, new Date()), 'Citation copied.')}
      >
        Cite
      </button>
      <button
        type="button"
        onClick={() => copy(frameCode(chart.address, chart.title), 'Frame copied: paste it into a page.')}
      >
        Embed
      </button>
      {status}
    </div>
  )
}
