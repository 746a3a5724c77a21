/** What stands behind a personal link (CONTRACT `GET /api/links/:token`). Reads only: previews and scanners open links (promise 7). */
import type { Definition } from '../campaigns/definition.ts'
import { noticeText } from '../campaigns/notice-text.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { sha256 } from '../secrets.ts'
import { findDefinition, type LinkRow, listLinkInvitations } from './queries.ts'
import type { LinkView } from './schemas.ts'

/**
 * Definitions of open campaigns never change, so they are kept; a draft's may, so it is read again. Bounded: a definition
 * is some 100 kB and a province has a handful of campaigns.
 */
const definitions = new Map<string, Definition>()
const KEPT_DEFINITIONS = 20

/** Throws link-unknown (404). After close: no questionnaires and no keys. */
export async function readLink({ db, clock }: Pick<Deps, 'db' | 'clock'>, token: string): Promise<LinkView> {
  const rows = await listLinkInvitations(db, sha256(token))
  if (!rows[0]) throw errors.linkUnknown()
  const { campaignId, code, title, ...campaign } = rows[0]
  const definition = await keptDefinition(db, campaignId, campaign.status)
  const over = campaign.closesAt !== null && campaign.closesAt <= clock.now()
  const status = over && (campaign.status === 'open' || campaign.status === 'paused') ? 'closed' : campaign.status
  const answerable = status === 'open' || status === 'paused'
  return {
    campaign: { code, title, status, closesAt: campaign.closesAt?.toISOString() ?? null },
    organizer: definition.organizer,
    notice: { version: definition.notice.version, text: noticeText(definition) },
    noOpinion: definition.noOpinion,
    invitations: inDefinitionOrder(definition, rows).map((row) => invitationView(definition, row, answerable)),
  }
}

async function keptDefinition(db: Deps['db'], campaignId: string, status: string): Promise<Definition> {
  const kept = definitions.get(campaignId)
  if (kept) return kept
  const definition = await findDefinition(db, campaignId)
  if (!definition) throw errors.linkUnknown()
  if (status !== 'draft') {
    if (definitions.size >= KEPT_DEFINITIONS) definitions.delete(definitions.keys().next().value!)
    definitions.set(campaignId, definition)
  }
  return definition
}

function inDefinitionOrder(definition: Definition, rows: LinkRow[]): LinkRow[] {
  const order = new Map(definition.blocks.flatMap((block) => block.units).map((unit, index) => [unit.code, index]))
  return rows.toSorted((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0))
}

function invitationView(definition: Definition, row: LinkRow, answerable: boolean): LinkView['invitations'][number] {
  const block = definition.blocks.find((candidate) => candidate.code === row.block)!
  const unit = block.units.find((candidate) => candidate.code === row.unit)!
  const group = block.groups.find((candidate) => candidate.code === row.group)!
  const view = {
    id: row.invitationId,
    unit: { code: unit.code, name: unit.name },
    group: { code: group.code, name: group.name },
    stratum: row.stratumId ?? '',
    answered: row.answered,
  }
  if (!answerable || !row.questionnaire || !row.publicKey) return view
  return {
    ...view,
    questionnaire: block.questionnaires[row.questionnaire]!,
    publicKey: row.publicKey.toString('base64url'),
  }
}
