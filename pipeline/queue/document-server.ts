import { CliError, EXIT } from '../io/cli-error.ts'
/** An address that names no server of documents. */
export class DocumentServerMalformed extends CliError {
  override readonly name = 'DocumentServerMalformed'
  constructor(message: string, options?: ErrorOptions) {
    super(EXIT.usage, message, options)
  }
}

/** A static server below which documents lie by name or by SHA-256. */
export interface DocumentServer {
  /** Its address, which ends with `/`, without a name or password. */
  readonly base: string
  /** What is sent with each request where the address names a user (RFC 7617). */
  readonly authorization: string | null
}

/** What a part of an address stands for; a lone `%` stands for itself. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/**
 * A server of documents: `http://host/folder` or `https://…`, with `user:password@` where it asks.
 * @throws DocumentServerMalformed
 */
export const parseDocumentServer = (text: string): DocumentServer => {
  const url = URL.parse(text)
  if (url === null || !['http:', 'https:'].includes(url.protocol) || /[?#]/.test(text)) {
    throw new DocumentServerMalformed(
      'The server of documents must be named as http://host/folder or https://host/folder.',
    )
  }
  const user = [url.username, url.password].map(decoded).join(':')
  const base = `${url.origin}${url.pathname}`
  return {
    base: base.endsWith('/') ? base : `${base}/`,
    authorization: user === ':' ? null : `Basic ${Buffer.from(user).toString('base64')}`,
  }
}
