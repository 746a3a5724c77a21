/**
 * On close, connections end when their last answer is out. Node waits for them instead: for a connection on which nothing
 * was ever asked (browsers open such in advance) and for one that goes idle after close began, up to its time-outs, which
 * are longer than the ten seconds of a stop.
 */
import type { Socket } from 'node:net'
import type { App } from './app-types.ts'

/** Somebody who takes longer to send or to read has not been accepted yet; the stores must still be closed in order. */
const PATIENCE_MS = 6_000

export function endConnectionsOnClose(app: App): void {
  /** Requests under way on each connection. */
  const open = new Map<Socket, number>()
  let closing = false

  app.server.on('connection', (socket) => {
    if (closing) return socket.destroy()
    open.set(socket, 0)
    socket.once('close', () => open.delete(socket))
  })
  app.server.on('request', ({ socket }, reply) => {
    open.set(socket, (open.get(socket) ?? 0) + 1)
    reply.once('close', () => {
      const left = (open.get(socket) ?? 1) - 1
      if (!socket.destroyed) open.set(socket, left)
      if (closing && left === 0) socket.destroySoon()
    })
  })
  app.addHook('preClose', async () => {
    closing = true
    for (const [socket, underWay] of open) if (underWay === 0) socket.destroy()
    setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS).unref()
  })
}
