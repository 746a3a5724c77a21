/** Checks that a webhook's call comes from Phiếu and is fresh: x-phieu-signature: t=<seconds>,v1=<hex HMAC-SHA256 of "t.body">. */

/** What Phiếu tells. `digest` of the set of points, the frozen index or the published page; a withdrawn page has none. */
export type WebhookEvent = {
  event: 'campaign.status' | 'index.points' | 'index.past' | 'index.frozen' | 'index.published'
  campaign: string
  status: 'draft' | 'open' | 'paused' | 'closed' | 'final'
  revision: number
  digest?: string
}

export type WebhookCall = {
  /** The secret that POST /api/webhooks showed once. */
  secret: string
  /** Header x-phieu-signature. */
  signature: string | null | undefined
  /** The body's text, exactly as it came: parse it only after this. */
  body: string
  /** An older call is refused, so that nobody can send a recorded one again; 300 by default. */
  toleranceSeconds?: number
  /** Milliseconds since 1970. */
  now?: number
}

/** The event, or null when the signature is missing, wrong or too old. Events may come twice and out of order: compare `revision`. */
export async function verifyWebhook(call: WebhookCall): Promise<WebhookEvent | null> {
  const { secret, signature, body, toleranceSeconds = 300, now = Date.now() } = call
  const [, t, v1] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? '') ?? []
  if (!t || !v1 || Math.abs(now / 1000 - Number(t)) > toleranceSeconds) return null
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['verify'])
  const mac = Uint8Array.from(v1.match(/../g)!, (byte) => Number.parseInt(byte, 16))
  const genuine = await crypto.subtle.verify('HMAC', key, mac, encoder.encode(`${t}.${body}`))
  return genuine ? (JSON.parse(body) as WebhookEvent) : null
}
