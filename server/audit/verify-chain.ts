/**
 * Recomputes the chain part by part, so that no call takes long however much has been written: each goes on where the
 * last one ended. The call that reaches the end also looks for entries outside the chain, compares with an end that was
 * written down before, and is itself recorded, with the end that it found.
 */
import type { Tx } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/app-types.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { checkPart, findHash, findHead, findStrays } from './queries.ts'
import type { VerifyBody, VerifyView } from './schemas.ts'

type Broken = VerifyView['broken']

/** Checks at most `limit` entries after `after`. */
export async function verifyChain(
  { db, log }: Pick<Deps, 'db' | 'log'>,
  { after, kept, limit }: VerifyBody,
  staff: Staff,
): Promise<VerifyView> {
  // One snapshot: an entry and its place are committed together, and are seen together or not at all.
  const view = await db.transaction((tx) => checkOnward(tx, { after, kept, limit }), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
  if (!view.done) return view
  const { broken, last, total } = view
  const end = { total, last: last?.seq ?? null, hash: last?.hash ?? null }
  // The log of the server goes elsewhere than the database: an end noted there cannot be rewritten with it.
  log.info({ ...end, broken: broken?.reason ?? null, at: broken?.seq ?? null }, 'audit.verified')
  await recordAudit(db, { actor: staff.email, action: 'audit.verify', details: { ...end, broken } })
  return view
}

async function checkOnward(tx: Tx, { after, kept, limit }: VerifyBody): Promise<VerifyView> {
  const total = (await findHead(tx))?.seq ?? 0
  const moved = after !== undefined && (await findHash(tx, after.seq)) !== after.hash
  const nothing = { checked: 0, last: null, firstAt: null, total, done: true }
  if (moved) return { ...nothing, broken: { reason: 'changed', seq: after.seq } }
  const from = after?.seq ?? 0
  const part = await checkPart(tx, { after: from, previous: after?.hash ?? '', limit })
  const seen = {
    checked: (part.last?.seq ?? from) - from,
    last: part.last ?? (after ? await lastSeen(tx, after.seq) : null),
    firstAt: part.firstAt,
    total,
  }
  if (part.broken) return { ...seen, done: true, broken: part.broken }
  const differs = kept && kept.seq <= (part.last?.seq ?? from) ? await compareKept(tx, kept) : null
  if (differs) return { ...seen, done: true, broken: differs }
  if (part.found === limit) return { ...seen, done: false, broken: null }
  return { ...seen, done: true, broken: await judgeEnd(tx, total, kept) }
}

/** Nothing was left after `seq`: the end is there. */
async function lastSeen(tx: Tx, seq: number): Promise<VerifyView['last']> {
  const head = await findHead(tx)
  return head?.seq === seq ? head : null
}

async function compareKept(tx: Tx, kept: { seq: number; hash: string }): Promise<Broken> {
  const hash = await findHash(tx, kept.seq)
  return hash === kept.hash ? null : { reason: 'kept-changed', seq: kept.seq }
}

async function judgeEnd(tx: Tx, total: number, kept: VerifyBody['kept']): Promise<Broken> {
  if (kept && kept.seq > total) return { reason: 'kept-missing', seq: kept.seq }
  const { unchained, everWritten } = await findStrays(tx)
  if (unchained > 0) return { reason: 'unchained', seq: null, count: unchained }
  // Whoever asks has signed in, and that was written down.
  return total === 0 && everWritten ? { reason: 'empty', seq: null } : null
}
