import { ReadingStopped } from '../build/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import { faultText } from './redis-fault.ts'

/** An address that names no Redis server. */
export class QueueAddressMalformed extends CliError {
  override readonly name = 'QueueAddressMalformed'
  constructor(message: string, options?: ErrorOptions) {
    super(EXIT.usage, message, options)
  }
}

/** Where a Redis server is, by a URL that may hold a password. */
export interface QueueAddress {
  readonly url: string
  /** The address as it may be shown: without its password. */
  readonly shown: string
}

/** The queue cannot be reached, or lets nobody in. */
export class QueueUnreachable extends ReadingStopped {
  override readonly name = 'QueueUnreachable'
}

/** What to throw where a queue cannot be used, with the reason. */
export const unreachable = ({ shown }: QueueAddress, reason: unknown): QueueUnreachable =>
  new QueueUnreachable(`The queue at ${shown} cannot be used: ${faultText(reason)}.`)

/**
 * The address of a Redis server: `redis://host:port`, or `rediss://…` over TLS, with `user:password@` where it asks.
 * @throws QueueAddressMalformed
 */
export const parseQueueAddress = (text: string): QueueAddress => {
  const url = URL.parse(text)
  if (url === null || !['redis:', 'rediss:'].includes(url.protocol) || url.hostname === '') {
    throw new QueueAddressMalformed('The queue must be named as redis://host:port or rediss://host:port.')
  }
  const shown = new URL(url)
  shown.username = ''
  shown.password = ''
  shown.search = ''
  return { url: text, shown: shown.href }
}
