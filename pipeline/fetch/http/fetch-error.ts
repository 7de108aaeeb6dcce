import { type FetchReason, type FetchReasonCode, makeReason, withoutSecrets } from '../../../schemas/index.ts'
import { errorCode } from '../../io/errors.ts'
import { AddressRefused } from './address-guard.ts'

/** An attempt that gave no document. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly reason: FetchReason
  /** Seconds that the server asks to wait, where it does. */
  readonly waitSeconds: number | null

  constructor(code: FetchReasonCode, address: string, value: string, waitSeconds: number | null = null) {
    const reason = makeReason(code, withoutSecrets(address), value)
    super(reason.message)
    this.reason = reason
    this.waitSeconds = waitSeconds
  }
}

/** The connection was never made: the name is not known, or nobody answers. */
const NOT_CONNECTED =
  /^(?:ENOTFOUND|EAI_\w+|ECONNREFUSED|E(?:NET|HOST)(?:UNREACH|DOWN)|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/
/** Errors of certificates and of TLS, as OpenSSL and Node.js name them. */
const UNTRUSTED =
  /^(?:CERT_\w+|CRL_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERROR_IN_CERT_\w+|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|EPROTO|ERR_(?:SSL|TLS)_\w+)$/
/** The connection broke, or the response breaks HTTP or its encoding. */
const CUT_OFF =
  /^(?:UND_ERR\w*|HPE_\w+|HTTPParserError|Z(?:STD)?_\w+|ERR__ERROR_\w+|ERR_STREAM_\w+|ERR_ASSERTION|ECONNRESET|EPIPE|ETIMEDOUT)$/

/**
 * What an error of a request for an address means; null for a fault of the program or, while a body is received, of the
 * disk.
 */
export const toFetchError = (error: unknown, address: string, isReceiving: boolean): FetchError | null => {
  if (error instanceof FetchError) return error
  if (!(error instanceof Error)) return null
  const fail = (code: FetchReasonCode, value: string): FetchError => new FetchError(code, address, value)
  if (error instanceof AddressRefused) return fail('address_refused', error.message)
  if (error.name === 'TimeoutError') return fail('too_slow', 'total_timeout')
  const code = errorCode(error)
  if (UNTRUSTED.test(code)) return fail('untrusted', code)
  if (NOT_CONNECTED.test(code)) return fail('unreachable', code)
  if (CUT_OFF.test(code)) return fail('cut_off', code)
  // the system refuses a name that is too long, port 0, or one socket too many
  return 'syscall' in error && !isReceiving ? fail('unreachable', code) : null
}
