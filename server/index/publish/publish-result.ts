/** Publishes a frozen result, or takes it back. Each is a new version with who and why; what was public once is kept. */
import { lockCampaign } from '../../campaigns/queries.ts'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { sha256 } from '../../secrets.ts'
import { inVietnam } from '../../sheets/cell-rules.ts'
import { insertEvent } from '../../staff/notify-webhooks.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { makePage } from './make-page.ts'
import { findPublication, insertPublication } from './queries.ts'
import type { PublicationChoices } from './schemas.ts'

type Act = { reason: string; confirm: string }

/** Throws campaign-unknown (404), publish-unconfirmed (422), index-not-frozen (409), choices-contradict (422). */
export async function publishResult(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  code: string,
  { choices, reason, confirm }: Act & { choices: PublicationChoices },
  staff: Staff,
): Promise<void> {
  if (!isTyped(confirm, 'công bố')) throw errors.publishUnconfirmed()
  await db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    const on = inVietnam(clock.now()).toISOString().slice(0, 10)
    const page = await makePage(tx, campaign.id, { choices, reason, on })
    await keep(tx, campaign, { choices, reason, page, digest: digestOfPage(page) }, staff)
  })
}

/** Throws campaign-unknown (404), withdraw-unconfirmed (422), not-published (409). */
export async function withdrawResult(
  { db }: Pick<Deps, 'db'>,
  code: string,
  { reason, confirm }: Act,
  staff: Staff,
): Promise<void> {
  if (!isTyped(confirm, 'gỡ xuống')) throw errors.withdrawUnconfirmed()
  await db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    const current = await findPublication(tx, code)
    if (!current?.page) throw errors.notPublished()
    await keep(tx, campaign, { choices: current.choices, reason, page: null, digest: current.digest }, staff)
  })
}

type Kept = { choices: PublicationChoices; reason: string; page: string | null; digest: string }

async function keep(tx: Tx, campaign: { id: string; code: string }, kept: Kept, staff: Staff): Promise<void> {
  const version = await insertPublication(tx, { ...kept, campaignId: campaign.id, actor: staff.email })
  const { choices, page, digest } = kept
  await insertEvent(tx, campaign, 'index.published', page === null ? {} : { digest })
  await recordAudit(tx, {
    actor: staff.email,
    action: page === null ? 'index.withdraw' : 'index.publish',
    campaign: campaign.code,
    details: { version, digest, choices },
  })
}

const isTyped = (typed: string, words: string) => typed.normalize('NFC').trim().toLowerCase() === words

const digestOfPage = (page: string) => sha256(page).toString('base64url')
