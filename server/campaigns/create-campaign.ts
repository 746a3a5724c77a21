/** Creates a draft campaign from a definition that adds up (promise 6). The definition is copied, so later edits of files change nothing. */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { newId } from '../secrets.ts'
import { recordAudit } from '../staff/record-audit.ts'
import type { Definition } from './definition.ts'
import { definitionHash } from './definition-hash.ts'
import type { DefinitionEntry } from './load-definitions.ts'
import { findCampaign, insertCampaign } from './queries.ts'
import type { CampaignBody, CampaignView } from './schemas.ts'
import { validateDefinition } from './validate-definition.ts'
import { viewCampaign } from './view-campaign.ts'

const DEFAULT_HOURS = { from: '07:00', to: '21:30' }
const LEAST_CELL = 3

type CreateDeps = Pick<Deps, 'db' | 'clock' | 'definitions' | 'config'>

/**
 * Throws definition-unknown (404), definition-invalid (422, details [{path, problem}]), campaign-exists (409),
 * minimum-cell-low, closes-at-past and sending-hours-any (422).
 */
export async function createCampaign(deps: CreateDeps, body: CampaignBody, staff: Staff): Promise<CampaignView> {
  const usable = usableDefinition(deps.definitions, body.definition)
  const minimumCell = body.minimumCell ?? usable.minimumCell
  if (minimumCell < LEAST_CELL) throw errors.minimumCellLow()
  const closesAt = body.closesAt ? new Date(body.closesAt) : null
  if (closesAt && closesAt <= deps.clock.now()) throw errors.closesAtPast()
  if (body.sendingHours === 'any' && deps.config.production) throw errors.sendingHoursAny()
  const definition = withMinimumCell(usable, minimumCell)
  const inserted = await insertCampaign(deps.db, {
    id: newId(),
    code: body.code,
    title: body.title ?? definition.title,
    definition,
    definitionHash: definitionHash(definition),
    minimumCell,
    sendingHours: body.sendingHours ?? DEFAULT_HOURS,
    closesAt,
  })
  if (!inserted) throw errors.campaignExists()
  await recordAudit(deps.db, { actor: staff.email, action: 'campaign.create', campaign: body.code })
  return viewCampaign((await findCampaign(deps.db, body.code))!, { invited: 0, answered: 0 })
}

/** The notice tells respondents the very number that the campaign keeps to. */
function withMinimumCell(definition: Definition, minimumCell: number): Definition {
  const text = definition.notice.text.replaceAll('{minimumCell}', String(minimumCell))
  return { ...definition, minimumCell, notice: { ...definition.notice, text } }
}

function usableDefinition(definitions: DefinitionEntry[], slug: string) {
  const entry = definitions.find((candidate) => candidate.slug === slug)
  if (!entry) throw errors.definitionUnknown()
  const problems = entry.definition ? validateDefinition(entry.definition) : entry.problems
  if (!entry.definition || problems.length > 0) throw errors.definitionInvalid(problems.slice(0, 200))
  return entry.definition
}
