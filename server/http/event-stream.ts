/**
 * Server-sent events (HTML Living Standard, "Server-sent events"). A listener that does not read is disconnected rather
 * than buffered for; its browser reconnects by itself and gets everything anew.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'

export type EventStream = {
  /** Sends one named event with JSON data. */
  send(event: string, data: unknown): void
  end(): void
  /** Asks at once whether the listener is still allowed, as every heartbeat does. */
  askAgain(): void
  /** Called once when the other side has gone or the stream has ended. */
  onEnd(listener: () => void): void
}

const HEARTBEAT_MS = 15_000
const MOST_UNREAD_BYTES = 4 * 1024 * 1024

/** Takes the reply over. `stillAllowed` is asked with every heartbeat; false ends the stream. */
export function openEventStream(
  req: FastifyRequest,
  reply: FastifyReply,
  stillAllowed: () => Promise<boolean>,
): EventStream {
  reply.hijack()
  const raw = reply.raw
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  raw.write('retry: 2000\n\n')
  const listeners: (() => void)[] = []
  const askAgain = () =>
    void stillAllowed().then(
      (allowed) => allowed || raw.end(),
      () => raw.end(),
    )
  const heartbeat = setInterval(() => {
    raw.write(': still here\n\n')
    askAgain()
  }, HEARTBEAT_MS)
  raw.on('close', () => {
    clearInterval(heartbeat)
    for (const listener of listeners) listener()
  })
  req.raw.socket.setNoDelay(true)
  return {
    send(event, data) {
      if (raw.writableEnded || raw.destroyed) return
      if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy()
      else raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    end: () => void raw.end(),
    askAgain,
    onEnd: (listener) => void listeners.push(listener),
  }
}
