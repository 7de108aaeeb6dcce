import { answer, type Network } from './answer.ts'
import { FetchFault } from './fetch-fault.ts'
import { type Tried, withRetries } from './with-retries.ts'

/** The largest page that is read, in bytes. */
const MOST_BYTES = 50_000_000

/** A page of the web as text in UTF-8, and the address that gave it after all redirections. */
export interface Page {
  readonly address: string
  readonly text: string
}

/** Reads a page of the web into memory. */
export const pageText = (address: string, network: Network): Promise<Tried<Page>> =>
  withRetries(network, () =>
    answer(new URL(address), {}, network, async ({ response, url }) => {
      if (response.statusCode !== 200) {
        throw new FetchFault('server_error', url.href, String(response.statusCode))
      }
      const chunks: Uint8Array[] = []
      let bytes = 0
      for await (const chunk of response.body) {
        bytes += chunk.length
        if (bytes > MOST_BYTES) throw new FetchFault('too_large', url.href, String(MOST_BYTES))
        chunks.push(chunk)
      }
      return { address: url.href, text: new TextDecoder().decode(Buffer.concat(chunks)) }
    }),
  )
