import { CliError, EXIT } from '../io/cli-error.ts'
import {
  DocumentServerMalformed,
  parseDocumentServer,
  parseQueueAddress,
  QueueAddressMalformed,
} from '../queue/index.ts'

const parsed = <Address>(parse: (text: string) => Address, text: string): Address => {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof QueueAddressMalformed || error instanceof DocumentServerMalformed)
      throw new CliError(EXIT.usage, error.message)
    throw error
  }
}

/** The queue that an option of the command line names. */
export const queueAddressOf = (text: string): ReturnType<typeof parseQueueAddress> =>
  parsed(parseQueueAddress, text)

/** The server of documents that an option of the command line names. */
export const documentServerOf = (text: string): ReturnType<typeof parseDocumentServer> =>
  parsed(parseDocumentServer, text)
