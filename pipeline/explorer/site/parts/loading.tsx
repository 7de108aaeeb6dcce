import type { ComponentChild } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** What became of loading: the value, or why it could not be loaded. */
export interface Loaded<Value> {
  readonly value: Value | null
  readonly failure: string | null
}

const WAITING = { value: null, failure: null } as const

/**
 * Loads something for as long as a view shows it.
 * @param key tells when something else is to be loaded; null while nothing is wanted
 */
export const useLoaded = <Value,>(key: string | null, load: () => Promise<Value>): Loaded<Value> => {
  const [state, setState] = useState<Loaded<Value> & { key: string | null }>({ ...WAITING, key: null })
  useEffect(() => {
    if (key === null) return
    let wanted = true
    const settle = (result: Loaded<Value>): void => {
      if (wanted) setState({ ...result, key })
    }
    load().then(
      (value) => settle({ value, failure: null }),
      (error: unknown) =>
        settle({ value: null, failure: error instanceof Error ? error.message : String(error) }),
    )
    return () => {
      wanted = false
    }
  }, [key])
  return state.key === key ? state : WAITING
}

/** Says that data are on their way, or why they will not come. */
const Waiting = ({ failure }: { failure: string | null }): ComponentChild =>
  failure === null ? (
    <p role="status">Loading…</p>
  ) : (
    <p role="alert">
      {failure} Keep the folder <code>explorer</code> whole when you copy it.
    </p>
  )

/** Loads something and shows it when it is there; `of` tells when something else is to be loaded. */
export const Load = <Value,>({
  of: key,
  load,
  children,
}: {
  of: string
  load: () => Promise<Value>
  children: (value: Value) => ComponentChild
}): ComponentChild => {
  const { value, failure } = useLoaded(key, load)
  return value === null ? <Waiting failure={failure} /> : children(value)
}
