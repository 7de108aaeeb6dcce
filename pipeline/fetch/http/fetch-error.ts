import { AssertionError } from 'node:assert'
import { errors } from 'undici'
import { type FetchReason, type FetchReasonCode, makeReason, withoutSecrets } from '../../../schemas/index.ts'
import { errorCode } from '../../io/error-code.ts'
import type { Host } from './hosts.ts'

/** An attempt that gave no document: why, and whether another attempt at the same address may do better. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly reason: FetchReason
  readonly retryable: boolean
  /** Seconds that the server asks to wait, where it does. */
  readonly waitSeconds: number | null

  constructor(
    code: FetchReasonCode,
    address: string,
    value: string,
    {
      retryable = false,
      waitSeconds = null,
    }: { readonly retryable?: boolean; readonly waitSeconds?: number | null } = {},
  ) {
    const reason = makeReason(code, withoutSecrets(address), value)
    super(reason.message)
    this.reason = reason
    this.retryable = retryable
    this.waitSeconds = waitSeconds
  }
}

/** The connection was never made: the name is not known, or nobody answers. */
const NOT_CONNECTED =
  /^(?:ENOTFOUND|EAI_\w+|ECONNREFUSED|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/
/** Errors of certificates, as OpenSSL and Node.js name them. */
const CERTIFICATE =
  /^(?:CERT_\w+|CRL_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERROR_IN_CERT_\w+|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|ERR_TLS_CERT_\w+)$/
const HANDSHAKE = /^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/
const TOO_SLOW = /^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/
const CUT_OFF =
  /^(?:UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_SOCKET|ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE|HPE_\w+|Z_\w+|ERR__ERROR_FORMAT\w+|UND_ERR_ABORTED|ETIMEDOUT|UND_ERR_RESPONSE)$/

/** Why a host that answers cannot be trusted; null for errors that do not say so. */
export const distrustReason = (error: unknown): 'certificate' | 'no_secure_connection' | null => {
  const code = errorCode(error)
  if (CERTIFICATE.test(code)) return 'certificate'
  return HANDSHAKE.test(code) ? 'no_secure_connection' : null
}

/** Whether the system refused something: a name that is too long, port 0, one socket too many. */
const isFromSystem = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && typeof error.syscall === 'string'

/** Errors of undici for answers that break HTTP, its failed assertions included. */
const isGarbled = (error: unknown): boolean =>
  error instanceof errors.UndiciError ||
  error instanceof errors.HTTPParserError ||
  error instanceof AssertionError

/**
 * What an error of a request means; the host counts it.
 *
 * @param receiving whether a body was being received: an error of the system is then that of the disk, and returned as it
 * is
 */
export const toFetchError = (error: unknown, url: URL, host: Host, receiving: boolean): unknown => {
  const code = errorCode(error)
  const distrust = distrustReason(error)
  if (distrust !== null) {
    host.giveUp(distrust, code)
    return new FetchError(distrust, url.href, code)
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new FetchError('too_slow', url.href, 'total_timeout')
  }
  if (TOO_SLOW.test(code)) return new FetchError('too_slow', url.href, code, { retryable: true })
  if (CUT_OFF.test(code)) return new FetchError('cut_off', url.href, code, { retryable: true })
  const notConnected = NOT_CONNECTED.test(code)
  if (!notConnected && isGarbled(error)) {
    return new FetchError('garbled', url.href, code, { retryable: true })
  }
  if (!notConnected && (receiving || !isFromSystem(error))) return error
  host.connectionFailed(code)
  return host.givenUp === null
    ? new FetchError('connection_failed', url.href, code, { retryable: true })
    : new FetchError('unreachable', url.href, code)
}
