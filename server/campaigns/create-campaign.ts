/** Creates a draft campaign. Its definition is copied, so later edits of files, or of the campaign it came from, change nothing. */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { newId } from '../secrets.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { copyDefinition } from './copy-definition.ts'
import type { Definition } from './definition.ts'
import { definitionHash } from './definition-hash.ts'
import type { DefinitionEntry } from './load-definitions.ts'
import { findCampaign, insertCampaign } from './queries.ts'
import type { CampaignBody, CampaignView } from './schemas.ts'
import { validateDefinition } from './validate-definition.ts'
import { insertVersion } from './version-queries.ts'
import { viewCampaign } from './view-campaign.ts'

const DEFAULT_HOURS = { from: '07:00', to: '21:30' }
const LEAST_CELL = 3

type CreateDeps = Pick<Deps, 'db' | 'clock' | 'definitions' | 'config'>

/**
 * A draft with version 1 of its definition, from a slug of surveys/ or from last year's campaign. Throws definition-source
 * (422), definition-unknown and campaign-unknown (404), definition-invalid (422, details [{path, problem}]),
 * campaign-exists (409), minimum-cell-low, closes-at-past and sending-hours-any (422).
 */
export async function createCampaign(deps: CreateDeps, body: CampaignBody, staff: Staff): Promise<CampaignView> {
  const begun = await beginDefinition(deps, body)
  const minimumCell = body.minimumCell ?? begun.minimumCell
  if (minimumCell < LEAST_CELL) throw errors.minimumCellLow()
  const closesAt = body.closesAt ? new Date(body.closesAt) : null
  if (closesAt && closesAt <= deps.clock.now()) throw errors.closesAtPast()
  if (body.sendingHours === 'any' && deps.config.production) throw errors.sendingHoursAny()
  const definition = { ...begun, title: body.title?.normalize('NFC') ?? begun.title, minimumCell }
  await deps.db.transaction(async (tx) => {
    const id = newId()
    const hash = definitionHash(definition)
    const inserted = await insertCampaign(tx, {
      ...{ id, code: body.code, title: definition.title, definition, definitionHash: hash, minimumCell, closesAt },
      ...{ sendingHours: body.sendingHours ?? DEFAULT_HOURS, copiedFrom: body.from ?? null },
    })
    if (!inserted) throw errors.campaignExists()
    await insertVersion(tx, { campaignId: id, version: 1, definition, hash, actor: staff.email })
    const details = { definition: definition.slug, definitionHash: hash, ...(body.from && { from: body.from }) }
    await recordAudit(tx, { actor: staff.email, action: 'campaign.create', campaign: body.code, details })
  })
  return viewCampaign((await findCampaign(deps.db, body.code))!, { invited: 0, answered: 0 })
}

async function beginDefinition(
  { db, definitions }: CreateDeps,
  { definition, from }: CampaignBody,
): Promise<Definition> {
  if (definition !== undefined && from === undefined) return usableDefinition(definitions, definition)
  if (definition !== undefined || from === undefined) throw errors.definitionSource()
  const before = await findCampaign(db, from)
  if (!before) throw errors.campaignUnknown()
  return copyDefinition(before.definition)
}

function usableDefinition(definitions: DefinitionEntry[], slug: string): Definition {
  const entry = definitions.find((candidate) => candidate.slug === slug)
  if (!entry) throw errors.definitionUnknown()
  const problems = entry.definition ? validateDefinition(entry.definition) : entry.problems
  if (!entry.definition || problems.length > 0) throw errors.definitionInvalid(problems.slice(0, 200))
  return entry.definition
}
