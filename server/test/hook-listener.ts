/** The index module's end of a webhook: a real HTTP server that keeps what it is sent and says whether the signature is good. */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type HookCall = { body: string; signature: string; receivedAt: number }
export type HookListener = { url: string; calls: HookCall[]; close(): Promise<void> }

export async function listenForHooks(): Promise<HookListener> {
  const calls: HookCall[] = []
  const server = createServer(async (req, res) => {
    calls.push({
      body: await text(req),
      signature: String(req.headers['x-phieu-signature']),
      receivedAt: Date.now(),
    })
    res.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/phieu`,
    calls,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** CONTRACT "Index module": t=…,v1=HMAC-SHA256(secret, t.body), and t is now. */
export function hasGoodSignature({ body, signature, receivedAt }: HookCall, secret: string): boolean {
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? []
  if (!t || Math.abs(Number(t) * 1000 - receivedAt) > 60_000) return false
  return createHmac('sha256', secret).update(`${t}.${body}`).digest('hex') === v1
}
