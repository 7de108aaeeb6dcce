import { type FetchReason, type FetchReasonCode, makeReason, withoutSecrets } from '../../../schemas/index.ts'
import { errorCode } from '../../io/error-code.ts'
import type { Host } from './network.ts'

/** Another attempt at the same address may do better. */
const RETRYABLE: ReadonlySet<FetchReasonCode> = new Set(['unreachable', 'busy', 'server_error', 'cut_off'])

/** An attempt that gave no document. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly reason: FetchReason
  readonly isRetryable: boolean
  /** Seconds that the server asks to wait, where it does. */
  readonly waitSeconds: number | null

  constructor(
    code: FetchReasonCode,
    address: string,
    value: string,
    { waitSeconds = null }: { readonly waitSeconds?: number | null } = {},
  ) {
    const reason = makeReason(code, withoutSecrets(address), value)
    super(reason.message)
    this.reason = reason
    this.isRetryable = RETRYABLE.has(code)
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

/** Whether the system refused something: a name that is too long, port 0, one socket too many. */
const isFromSystem = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && typeof error.syscall === 'string'

/**
 * What an error of a request means; the host counts it.
 * @param isReceiving whether a body was being received: an error of the system is then that of the disk, and returned as
 * it is
 */
export const toFetchError = (error: unknown, url: URL, host: Host, isReceiving: boolean): unknown => {
  const code = errorCode(error)
  if (UNTRUSTED.test(code)) {
    host.giveUp('untrusted', code)
    return new FetchError('untrusted', url.href, code)
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new FetchError('too_slow', url.href, 'total_timeout')
  }
  if (NOT_CONNECTED.test(code) || (isFromSystem(error) && !isReceiving && !CUT_OFF.test(code))) {
    host.connectionFailed(code)
    return new FetchError('unreachable', url.href, code)
  }
  return CUT_OFF.test(code) ? new FetchError('cut_off', url.href, code) : error
}
