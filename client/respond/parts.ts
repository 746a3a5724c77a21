/** One part = one invitation behind the link, with what the device keeps for it. */
import type { PageData, PageInvitation } from '../../server/respond/schemas.ts'
import { type Kept, keptKey, type Store } from './kept.ts'
import type { Place } from './places.ts'
import type { Problem } from './send-response.ts'

export type Part = {
  index: number
  invitation: PageInvitation
  key: string
  kept: Kept
  /** What the server found wrong with the answers, until it has been shown. */
  problems: Problem[]
}

export type PartState = 'sent' | 'queued' | 'elsewhere' | 'draft' | 'fresh'

export async function loadParts(data: PageData, store: Store, token: string): Promise<Part[]> {
  return Promise.all(
    data.invitations.map(async (invitation, index) => {
      // An earlier version of this page kept it under the link; there it stays.
      let key = await keptKey(`${token}/${invitation.id}`)
      let kept = await store.get(key)
      if (!Object.keys(kept).length) {
        key = await keptKey(invitation.id)
        kept = await store.get(key)
      }
      return { index, invitation, key, kept, problems: [] }
    }),
  )
}

/** For officers who look at a questionnaire: nothing is known and nothing will be kept, so no key is needed. */
export const previewParts = (data: PageData): Part[] =>
  data.invitations.map((invitation, index) => ({ index, invitation, key: '', kept: {}, problems: [] }))

export function stateOf({ kept, invitation }: Part): PartState {
  if (kept.receipt) return 'sent'
  if (kept.queued) return 'queued'
  // A seal on this device means the credential is this device's own, even when the server counts it as answered.
  if (invitation.answered && !kept.seal) return 'elsewhere'
  return kept.answers ? 'draft' : 'fresh'
}

export const isOpen = (part: Part): boolean => ['draft', 'fresh'].includes(stateOf(part))

/** Where a part that is no longer open belongs; null while it can still be answered. */
export function settledPlace(part: Part): Place | null {
  switch (stateOf(part)) {
    case 'sent':
      return { view: 'done', part: part.index }
    case 'queued':
      return { view: 'sending', part: part.index }
    case 'elsewhere':
      return { view: 'elsewhere', part: part.index }
    default:
      return null
  }
}
