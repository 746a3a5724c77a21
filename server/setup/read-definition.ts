/** A campaign's definition as it stands, with what keeps it from being opened; and a definition judged without saving it. */
import { judgeDefinition } from '../campaigns/judge-definition.ts'
import { type Campaign, findCampaign } from '../campaigns/queries.ts'
import { findVersionHead } from '../campaigns/version-queries.ts'
import type { Db, Tx } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { cleanDefinition } from './clean-definition.ts'
import { describeChanges } from './describe-changes.ts'
import { type CheckView, type DefinitionView, MOST_PROBLEMS } from './schemas.ts'

/** Throws campaign-unknown (404). */
export async function readDefinition({ db }: Pick<Deps, 'db'>, code: string): Promise<DefinitionView> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  return viewDefinition(db, campaign)
}

export async function viewDefinition(db: Db | Tx, campaign: Campaign): Promise<DefinitionView> {
  const [head, problems] = await Promise.all([
    findVersionHead(db, campaign.id, campaign.definitionVersion),
    judgeDefinition(campaign.definition),
  ])
  return {
    version: campaign.definitionVersion,
    editable: campaign.status === 'draft',
    definition: campaign.definition,
    problems: problems.slice(0, MOST_PROBLEMS),
    savedBy: head?.actor ?? '',
    savedAt: (head?.createdAt ?? campaign.createdAt).toISOString(),
    copiedFrom: campaign.copiedFrom,
  }
}

/** Judges what an officer is typing; changes nothing. Throws campaign-unknown (404). */
export async function checkDefinition({ db }: Pick<Deps, 'db'>, code: string, sent: unknown): Promise<CheckView> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const { definition, problems } = cleanDefinition(sent)
  if (!definition) return { savable: false, problems, changes: [] }
  const judged = await judgeDefinition(definition)
  return {
    savable: true,
    problems: judged.slice(0, MOST_PROBLEMS),
    changes: describeChanges(campaign.definition, definition),
  }
}
