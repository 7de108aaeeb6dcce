import type { ComponentChild } from 'preact'
import type { Chart } from '../charts/chart.ts'
import type { MapClass } from '../model/map-class.ts'

/** A colour with its mark and meaning. */
export const Swatch = ({ shown, patterned }: { shown: MapClass; patterned: boolean }): ComponentChild => (
  <>
    <svg class="swatch" viewBox="0 0 24 16" aria-hidden="true">
      <rect class={patterned ? `place ${shown.name}` : `swatch-fill ${shown.name}`} width="24" height="16" />
    </svg>
    <span class="swatch-label">
      {shown.mark !== '' && <span aria-hidden="true">{shown.mark} </span>}
      {shown.label}
    </span>
  </>
)

/** What the colours of a chart mean; the map distinguishes them by patterns too. */
export const Legend = ({
  classes,
  patterned,
}: Pick<Chart, 'classes'> & { patterned: boolean }): ComponentChild =>
  classes.length > 0 && (
    <ul class="legend" aria-label="Colours">
      {classes.map((shown) => (
        <li key={shown.name}>
          <Swatch shown={shown} patterned={patterned} />
        </li>
      ))}
    </ul>
  )
