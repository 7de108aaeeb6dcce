import type { ComponentChild } from 'preact'
import type { Loaded } from './use-loaded.ts'

/** Says that data are on their way, or why they will not come. */
export const Waiting = ({ loaded }: { loaded: Loaded<unknown> }): ComponentChild =>
  loaded.failure === null ? (
    <p role="status">Loading…</p>
  ) : (
    <p role="alert">
      {loaded.failure} Keep the folder <code>explorer</code> whole when you copy it.
    </p>
  )
