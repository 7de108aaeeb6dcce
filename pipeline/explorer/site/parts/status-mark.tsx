import type { ComponentChild } from 'preact'
import { STATUS_APPEARANCE } from '../../../../schemas/status-appearance.ts'
import type { Status } from '../../../../schemas/statuses.ts'

/** The sign and name of a status. */
export const StatusLabel = ({ status }: { status: Status }): ComponentChild => (
  <>
    <span aria-hidden="true">{STATUS_APPEARANCE[status].mark}</span> {STATUS_APPEARANCE[status].label}
  </>
)

/** The sign and name of a status on its colour. */
export const StatusMark = ({ status }: { status: Status }): ComponentChild => (
  <span class={`status ${status}`}>
    <StatusLabel status={status} />
  </span>
)
