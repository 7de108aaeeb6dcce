import { CliError, EXIT } from '../io/errors.ts'

const DEFAULT_PORT = 6379

/** The password goes up to the last `@`, so that it may hold any character. */
const ADDRESS = /^(rediss?):\/\/(?:([^:]*)(?::(.*))?@)?([^@]+)$/is

/** A percent sign that escapes nothing is literal. */
const decodePart = (part: string): string =>
  part.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => Buffer.from(escaped.replaceAll('%', ''), 'hex').toString())

/**
 * Parses `redis://host:port/database`, or `rediss://` for TLS, with `user:password@` where the server asks for it.
 * @throws CliError
 */
export const parseQueueAddress = (text: string) => {
  const [, protocol = '', user = '', password = '', rest = ''] = ADDRESS.exec(text) ?? []
  const url = URL.parse(`${protocol.toLowerCase()}://${rest}`)
  const [, database] = /^\/?(\d*)$/.exec(url?.pathname ?? '') ?? []
  if (url === null || url.hostname === '' || database === undefined || url.search !== '' || url.hash !== '') {
    throw new CliError(EXIT.usage, 'Name the queue as redis://host:port, or rediss://host:port for TLS.')
  }
  return {
    /** As BullMQ and ioredis take it. */
    connection: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || DEFAULT_PORT),
      db: Number(database),
      ...(user !== '' && { username: decodePart(user) }),
      ...(password !== '' && { password: decodePart(password) }),
      ...(url.protocol === 'rediss:' && { tls: {} }),
    },
    /** The address without its password, for messages. */
    shown: url.href,
  }
}

/** Where a Redis server is. */
export type QueueAddress = ReturnType<typeof parseQueueAddress>
