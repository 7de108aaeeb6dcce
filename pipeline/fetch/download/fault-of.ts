import { FetchFault } from './fetch-fault.ts'
import type { Hosts } from './hosts.ts'

/** Errors of a connection that never came about: the name is not known, nobody answers, the certificate is wrong. */
const NOT_CONNECTED =
  /^(?:ENOTFOUND|EAI_\w+|ECONNREFUSED|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+)$/
const TOO_SLOW = /^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/
const CUT_OFF =
  /^(?:UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_SOCKET|ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE|HPE_\w+|Z_\w+|ERR__ERROR_FORMAT\w+|UND_ERR_ABORTED|ETIMEDOUT|UND_ERR_RESPONSE)$/

/** The code of an error, or of what caused it. */
export const codeOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? error.name : codeOf(error.cause)
}

/** What an error of a connection means; errors that are none are passed on as they are. */
export const faultOf = (error: unknown, url: URL, hosts: Hosts): unknown => {
  const code = codeOf(error)
  if (NOT_CONNECTED.test(code)) {
    hosts.failed(url, code)
    return hosts.unreachable(url) === null
      ? new FetchFault('connection_failed', url.href, code, { again: true })
      : new FetchFault('unreachable', url.href, code)
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new FetchFault('too_slow', url.href, 'total_timeout')
  }
  if (TOO_SLOW.test(code)) return new FetchFault('too_slow', url.href, code, { again: true })
  if (CUT_OFF.test(code)) return new FetchFault('cut_off', url.href, code, { again: true })
  return error
}
