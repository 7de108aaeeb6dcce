import { type FetchReason, type FetchReasonCode, makeReason } from '../../../schemas/index.ts'

/** An attempt that gave no document: why, and whether another attempt at the same address may do better. */
export class FetchFault extends Error {
  override readonly name = 'FetchFault'
  readonly reason: FetchReason
  readonly again: boolean
  /** Seconds that the server asks to wait, where it does. */
  readonly wait: number | null

  constructor(
    code: FetchReasonCode,
    address: string,
    value: string,
    { again = false, wait = null }: { readonly again?: boolean; readonly wait?: number | null } = {},
  ) {
    const reason = makeReason(code, address, value)
    super(reason.message)
    this.reason = reason
    this.again = again
    this.wait = wait
  }
}
