import { Socket as DatagramSocket } from 'node:dgram'
import { Socket } from 'node:net'

const refuse = (): never => {
  throw new Error('a document may not reach the network')
}

/** Cuts this thread off from the network: HTTP, TLS and `fetch` all open their connections by these. */
export const cutNetwork = (): void => {
  Socket.prototype.connect = refuse
  DatagramSocket.prototype.send = refuse
  DatagramSocket.prototype.connect = refuse
}
