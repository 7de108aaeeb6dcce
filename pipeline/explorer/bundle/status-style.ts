import { STATUS_APPEARANCE } from '../../../schemas/status-appearance.ts'
import { STATUSES } from '../../../schemas/statuses.ts'

/** Statuses with a hatch on the map; the others differ by lightness. */
const HATCHED = ['partial', 'planned', 'absent', 'unknown'] as const

/** The colours of the statuses as styles; all are made for black text. */
export const statusStyle = (): string =>
  [
    ...STATUSES.map((status) => {
      const { fill } = STATUS_APPEARANCE[status]
      return `.${status}{background-color:${fill};color:#000}.place.${status},.swatch-fill.${status}{fill:${fill}}`
    }),
    ...HATCHED.map(
      (status) =>
        `.place.${status}{fill:url(#hatch-${status})}#hatch-${status} .ground{fill:${STATUS_APPEARANCE[status].fill}}`,
    ),
    'pattern path{stroke:#000;stroke-opacity:.45;stroke-width:.7;stroke-linecap:round;fill:none}',
    '',
  ].join('\n')
