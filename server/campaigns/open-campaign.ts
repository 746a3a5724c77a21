/**
 * Opens a campaign: checks the definition once more, merges strata that invite fewer than k, makes one key pair a stratum
 * and freezes everything in one transaction. Keys take most of the time, so progress is written as they are made.
 */

import { isDeepStrictEqual } from 'node:util'
import { generateStratumKey } from '../credential/keys.ts'
import { insertStrataWithKeys } from '../credential/queries.ts'
import type { Tx } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { assignStrata, type Cell, countByCell } from '../roster/queries.ts'
import { newId } from '../secrets.ts'
import { insertEvent } from '../staff/notify-webhooks.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { raiseRevision } from '../tally/queries.ts'
import type { Definition, DefinitionProblem } from './definition.ts'
import { judgeDefinition } from './judge-definition.ts'
import { mergeInUnit } from './merged-groups.ts'
import { type Campaign, findCampaign, lockCampaign, tryOpeningLock, updateCampaign } from './queries.ts'
import type { OpenedView } from './schemas.ts'

type OpenDeps = Pick<Deps, 'db' | 'clock' | 'secrets' | 'changes' | 'log'>
type PlannedStratum = { id: string; block: string; unit: string; group: string; questionnaire: string; cells: Cell[] }

/** One more than the cores that make keys, so that none idles while a row is written. */
const KEYS_AT_ONCE = 4

/**
 * Throws campaign-unknown (404), campaign-not-draft, campaign-busy, roster-empty, unit-too-small (409, details
 * [{unit, invited}]), definition-invalid (422). A refusal changes nothing.
 */
export async function openCampaign(deps: OpenDeps, code: string, staff: Staff): Promise<OpenedView> {
  const draft = await findDraft(deps.db, code)
  try {
    const view = await deps.db.transaction((tx) => openInTransaction(deps, tx, draft, staff))
    deps.log.info({ campaignId: draft.id, invitations: view.invitations }, 'campaign.opened')
    return view
  } finally {
    await updateCampaign(deps.db, draft.id, { opening: null })
    deps.changes.publish({ campaign: draft.id, kind: 'status' })
  }
}

async function findDraft(db: OpenDeps['db'], code: string): Promise<Campaign> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  if (campaign.status !== 'draft') throw errors.campaignNotDraft()
  const problems = await judgeDefinition(campaign.definition)
  if (problems.length > 0) throw errors.definitionInvalid(problems.slice(0, 200))
  return campaign
}

/** The row is locked only after the keys are made: until then its progress is being written to it. */
async function openInTransaction(deps: OpenDeps, tx: Tx, draft: Campaign, staff: Staff): Promise<OpenedView> {
  if (!(await tryOpeningLock(tx, draft.id))) throw errors.campaignBusy()
  const cells = await countByCell(tx, draft.id)
  const planned = planStrata(draft.definition, cells, draft.minimumCell)
  const rows = await withKeys(deps, draft, planned)
  const campaign = await lockCampaign(tx, draft.code)
  if (campaign?.status !== 'draft') throw errors.campaignNotDraft()
  // Saved while the keys were being made: what was judged is not what would be frozen.
  if (campaign.definitionVersion !== draft.definitionVersion) throw errors.campaignBusy()
  if (!isDeepStrictEqual(await countByCell(tx, draft.id), cells)) throw errors.campaignBusy()
  await insertStrataWithKeys(tx, rows)
  const mapping = planned.flatMap(({ id, cells: own }) =>
    own.map(({ unit, group }) => ({ unit, group, stratumId: id })),
  )
  await assignStrata(tx, draft.id, mapping)
  await updateCampaign(tx, draft.id, { status: 'open', opensAt: deps.clock.now() })
  await raiseRevision(tx, draft.id)
  await insertEvent(tx, draft, 'campaign.status')
  const view = viewOpened(planned)
  const details = { invitations: view.invitations, strata: planned.length, definitionHash: draft.definitionHash }
  await recordAudit(tx, { actor: staff.email, action: 'campaign.open', campaign: draft.code, details })
  return view
}

/** Strata of at least k invited, in definition order. Throws roster-empty, definition-invalid and unit-too-small. */
function planStrata(definition: Definition, cells: Cell[], k: number): PlannedStratum[] {
  if (cells.length === 0) throw errors.rosterEmpty()
  const strangers = cells.filter((cell) => !isKnown(definition, cell))
  if (strangers.length > 0) throw errors.definitionInvalid(strangers.slice(0, 200).map(describeStranger))
  const tooSmall: { unit: string; invited: number }[] = []
  const planned = definition.blocks.flatMap((block) =>
    block.units.flatMap((unit) => {
      const order = new Map(block.groups.map((group, index) => [group.code, index]))
      const ofUnit = cells
        .filter((cell) => cell.block === block.code && cell.unit === unit.code)
        .sort((a, b) => order.get(a.group)! - order.get(b.group)!)
      const invited = ofUnit.reduce((sum, cell) => sum + cell.invited, 0)
      if (invited > 0 && invited < k) tooSmall.push({ unit: unit.name, invited })
      const targets = mergeInUnit(block, ofUnit, k)
      return ofUnit
        .filter((cell) => targets.get(cell.group) === cell.group)
        .map((cell) => ({
          id: newId(),
          block: block.code,
          unit: unit.code,
          group: cell.group,
          questionnaire: block.groups.find(({ code }) => code === cell.group)!.questionnaire,
          cells: ofUnit.filter((other) => targets.get(other.group) === cell.group),
        }))
    }),
  )
  if (tooSmall.length > 0) throw errors.unitTooSmall(tooSmall)
  return planned
}

/** An import that was read before units were taken away, and written after: nobody may be left out unnoticed. */
function isKnown({ blocks }: Definition, cell: Cell): boolean {
  const block = blocks.find(({ code }) => code === cell.block)
  const has = (list: { code: string }[] = [], wanted: string) => list.some(({ code }) => code === wanted)
  return has(block?.units, cell.unit) && has(block?.groups, cell.group)
}

const describeStranger = ({ block, unit, group, invited }: Cell): DefinitionProblem => ({
  path: `blocks[${block}]`,
  problem: `danh sách có ${invited} người thuộc đơn vị “${unit}”, nhóm “${group}” mà định nghĩa không còn; hãy nhập lại danh sách`,
})

/** Makes the key pairs, several at once, and shows how far it is: every tenth of the way at least. */
async function withKeys(deps: OpenDeps, campaign: Campaign, planned: PlannedStratum[]) {
  const waiting = [...planned]
  const rows: Parameters<typeof insertStrataWithKeys>[1] = []
  const showEvery = Math.max(1, Math.min(10, Math.floor(planned.length / 10)))
  async function makeKeys(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { publicKey, privateKey } = await generateStratumKey()
      rows.push({
        ...{ id: next.id, campaignId: campaign.id, block: next.block, unit: next.unit, group: next.group },
        groups: next.cells.map((cell) => cell.group),
        questionnaire: next.questionnaire,
        invited: next.cells.reduce((sum, cell) => sum + cell.invited, 0),
        publicKey,
        sealedPrivateKey: deps.secrets.seal('stratum-key', next.id, privateKey),
      })
      if (rows.length % showEvery === 0) await showProgress(rows.length)
    }
  }
  async function showProgress(done: number): Promise<void> {
    await updateCampaign(deps.db, campaign.id, { opening: { done, total: planned.length } })
    deps.changes.publish({ campaign: campaign.id, kind: 'status' })
  }
  await showProgress(0)
  await Promise.all(Array.from({ length: KEYS_AT_ONCE }, makeKeys))
  return rows
}

function viewOpened(planned: PlannedStratum[]): OpenedView {
  const strata = planned.flatMap(({ group, cells }) =>
    cells.map((cell) => ({
      unit: cell.unit,
      group: cell.group,
      invited: cell.invited,
      ...(cell.group === group ? {} : { mergedInto: group }),
    })),
  )
  return { status: 'open', invitations: strata.reduce((sum, cell) => sum + cell.invited, 0), strata }
}
