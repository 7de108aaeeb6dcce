import { parseQueueAddress, QueueAddressMalformed } from '../queue/index.ts'
import { EXIT, Stop } from './exit-code.ts'

/** The address that an option of the command line names. */
export const queueAddressOf = (text: string): ReturnType<typeof parseQueueAddress> => {
  try {
    return parseQueueAddress(text)
  } catch (error) {
    if (error instanceof QueueAddressMalformed) throw new Stop(EXIT.usage, error.message)
    throw error
  }
}
