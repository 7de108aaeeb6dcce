/** What a fault says, in words. */
export const faultText = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Faults that no patience heals: who asks may not, or the server is not who it should be. */
const REFUSED =
  /^(?:WRONGPASS|NOAUTH|NOPERM|ERR (?:AUTH|Client sent AUTH|invalid password))|certificate|altnames/

/** Answers of a server that is there and will be ready. */
const BUSY = /^(?:LOADING|BUSY|MASTERDOWN)/

/** Answers of a server that takes nothing just now: its memory or its disk is full, or it only follows another. */
const TAKES_NOTHING = /\b(?:OOM|MISCONF|READONLY|NOREPLICAS|CLUSTERDOWN|TRYAGAIN)\b/

/** Whether a server refuses whoever asks. */
export const isRefusal = (message: string): boolean => REFUSED.test(message)

/** Whether a server says that it is not ready yet. */
export const isBusy = (message: string): boolean => BUSY.test(message)

/** Whether a server says that it takes nothing just now. */
export const takesNothing = (message: string): boolean => TAKES_NOTHING.test(message)

/** Faults of connections carry a code or come of closing; the watch over Redis decides what they mean. */
export const isConnectionFault = (error: unknown): boolean =>
  error instanceof Error && ('code' in error || /connection is closed|timed out/i.test(error.message))

/** Whether what failed may be asked for again until the watch over Redis gives the server up. */
export const mayPass = (error: unknown): boolean => {
  const message = faultText(error)
  return isConnectionFault(error) || isBusy(message) || takesNothing(message)
}
