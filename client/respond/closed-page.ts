/** After the end: the receipts kept on this device, held against the published list. */
import { byId, make } from './page.ts'
import type { Session } from './session.ts'
import { words } from './words.ts'

export async function closedPage({ data, parts, keep }: Session): Promise<void> {
  // Nothing can be sent any more, so no answer stays on the device; that one was not sent in time does.
  for (const part of parts.filter(({ kept }) => !kept.receipt))
    await keep(part, part.kept.queued ? { queued: true } : {})
  byId('lost').hidden = !parts.some(({ kept }) => kept.queued)
  byId('lost').textContent = words.lost
  const mine = parts.filter(({ kept }) => kept.receipt)
  if (mine.length === 0) return
  const lines = mine.map((part) => {
    const receipt = make('p', '', { class: 'receipt' })
    receipt.append(make('code', part.kept.receipt))
    const check = make('p', words.checking, { role: 'status' })
    byId('mine').append(make('p', words.done(part.invitation.unit)), receipt, check)
    return { receipt: part.kept.receipt!, check }
  })
  byId('mine').hidden = false
  // Without a network, or before the list is public, nothing is said rather than something wrong.
  const list: { count: number; receipts: string[] } | null = await fetch(
    `/api/campaigns/${encodeURIComponent(data.campaign)}/receipts`,
    { credentials: 'omit', referrerPolicy: 'no-referrer' },
  )
    .then((reply) => (reply.ok ? reply.json() : null))
    .catch(() => null)
  const published = new Set(list?.receipts)
  for (const { receipt, check } of lines) {
    check.textContent = !list
      ? ''
      : published.has(receipt)
        ? words.published(list.count.toLocaleString('vi-VN'))
        : words.notPublished
  }
}
