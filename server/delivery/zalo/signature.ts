/** X-ZEvent-Signature: mac=<hex>, hex = SHA-256(app id + raw body + timestamp + OA secret), over the raw body (domain/README "Zalo"). Pure. */
import { createHash, timingSafeEqual } from 'node:crypto'

export type ZaloSignatureKeys = { appId: string; oaSecret: string | undefined }

/** False also when no OA secret is set: without one nothing can be believed. */
export function zaloSignatureMatches(
  { appId, oaSecret }: ZaloSignatureKeys,
  rawBody: Buffer,
  timestamp: string,
  header: string | undefined,
): boolean {
  if (!oaSecret) return false
  const given = /^mac=([0-9a-f]{64})$/i.exec(header ?? '')?.[1]
  if (!given) return false
  const mac = createHash('sha256').update(appId).update(rawBody).update(timestamp).update(oaSecret).digest()
  return timingSafeEqual(mac, Buffer.from(given, 'hex'))
}
