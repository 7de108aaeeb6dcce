import { setTimeout as wait } from 'node:timers/promises'

/** How long connections may take to close, in milliseconds; to a server that is gone, some never do. */
const PATIENCE = 1_000

/** Closes connections as far as they can be closed. */
export const closeAll = async (
  connections: readonly { readonly close: () => Promise<void> }[],
): Promise<void> => {
  const late = new AbortController()
  const closed = Promise.allSettled(connections.map((connection) => connection.close()))
  const timeout = wait(PATIENCE, undefined, { signal: late.signal }).catch(() => {})
  await Promise.race([closed, timeout])
  late.abort()
}
