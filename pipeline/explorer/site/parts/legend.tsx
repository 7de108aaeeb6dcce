import type { ComponentChild } from 'preact'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import type { Status } from '../../../../schemas/statuses.ts'
import type { MapClass } from '../model/map-class.ts'

/** The class of a status, as maps and legends show it. */
export const statusClass = (status: Status): MapClass => ({ name: status, ...STATUS_APPEARANCE[status] })

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

/** What the colours of a chart mean. */
export const Legend = ({
  classes,
  patterned = false,
}: {
  classes: readonly MapClass[]
  /** Whether the chart distinguishes colours by patterns too, as the map does. */
  patterned?: boolean
}): ComponentChild =>
  classes.length === 0 ? null : (
    <ul class="legend" aria-label="Colours">
      {classes.map((shown) => (
        <li key={shown.name}>
          <Swatch shown={shown} patterned={patterned} />
        </li>
      ))}
    </ul>
  )
