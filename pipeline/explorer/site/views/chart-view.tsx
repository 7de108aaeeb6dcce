import type { ComponentChild } from 'preact'
import { useMemo } from 'preact/hooks'
import { makeChart } from '../charts/make-chart.ts'
import { ChartFigure } from '../parts/chart-figure.tsx'
import { Heading } from '../parts/heading.tsx'
import { isEmbedded } from '../parts/page-address.ts'
import { useSelection } from '../parts/use-selection.ts'
import { routeHref } from '../route/route.ts'
import type { ViewProps } from './view-props.ts'

/** One chart by its address, which can be embedded in a frame. */
export const ChartView = ({ route }: ViewProps): ComponentChild => {
  const { selected } = useSelection(route.query)
  const chart = useMemo(() => makeChart(route.parts, route.query, selected), [selected, route])
  if (chart === null) {
    return (
      <>
        <Heading title="Chart" />
        <p>
          There is no chart at this address. All charts are on the page{' '}
          <a href={routeHref('compare')}>Compare</a>.
        </p>
      </>
    )
  }
  return (
    <>
      {!isEmbedded() && <Heading title={chart.title} />}
      <ChartFigure chart={chart} level={1} />
    </>
  )
}
