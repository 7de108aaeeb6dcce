import { AssertionError } from 'node:assert'
import { errors } from 'undici'
import { FetchFault } from './fetch-fault.ts'
import type { GivenUp, Hosts } from './hosts.ts'

/** Errors of a connection that never came about: the name is not known, or nobody answers. */
const NOT_CONNECTED =
  /^(?:ENOTFOUND|EAI_\w+|ECONNREFUSED|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/
/** Errors of certificates, as OpenSSL and Node.js name them: somebody answers, who may be anybody. */
const CERTIFICATE =
  /^(?:CERT_\w+|CRL_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERROR_IN_CERT_\w+|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|ERR_TLS_CERT_\w+)$/
/** Errors of a handshake. */
const NO_SECURE_CONNECTION = /^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/
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

/** Why a host that somebody answers for is given up; null for errors that say nothing against it. */
export const distrustOf = (error: unknown): GivenUp | null => {
  const why = codeOf(error)
  if (CERTIFICATE.test(why)) return { code: 'certificate', why }
  return NO_SECURE_CONNECTION.test(why) ? { code: 'no_secure_connection', why } : null
}

/** Whether the system refused something: a name that is too long, a port that cannot be, one socket too many. */
const isOfSystem = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && typeof error.syscall === 'string'

/** Errors of undici for answers that break HTTP, those included that it took for impossible. */
const isGarbled = (error: unknown): boolean =>
  error instanceof errors.UndiciError ||
  error instanceof errors.HTTPParserError ||
  error instanceof AssertionError

/**
 * What an error of asking a host means.
 *
 * @param receiving whether it came while a body was received, where an error that is none of the connection, such as
 * that of a full disk, is passed on as it is
 */
export const faultOf = (error: unknown, url: URL, hosts: Hosts, receiving: boolean): unknown => {
  const code = codeOf(error)
  const distrust = distrustOf(error)
  if (distrust !== null) {
    hosts.giveUp(url, distrust)
    return new FetchFault(distrust.code, url.href, distrust.why)
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new FetchFault('too_slow', url.href, 'total_timeout')
  }
  if (TOO_SLOW.test(code)) return new FetchFault('too_slow', url.href, code, { again: true })
  if (CUT_OFF.test(code)) return new FetchFault('cut_off', url.href, code, { again: true })
  const notConnected = NOT_CONNECTED.test(code)
  if (!notConnected && isGarbled(error)) return new FetchFault('garbled', url.href, code, { again: true })
  if (!notConnected && (receiving || !isOfSystem(error))) return error
  hosts.failed(url, code)
  return hosts.givenUp(url) === null
    ? new FetchFault('connection_failed', url.href, code, { again: true })
    : new FetchFault('unreachable', url.href, code)
}
