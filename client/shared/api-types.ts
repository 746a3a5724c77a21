/** What the staff API answers: the types of the server's own schemas, under the names that the screens use. Types only. */
import type { z } from 'zod'
import type {
  CampaignDetail,
  CampaignView,
  DefinitionsView,
  ProgressView,
  Status,
} from '../../server/campaigns/schemas.ts'
import type { WaveBody } from '../../server/delivery/schemas.ts'
import type { Scores, UnitView } from '../../server/scoring/schemas.ts'
import type { SessionView } from '../../server/staff/schemas.ts'

export type { ExtendedView as Extended, OpenedView } from '../../server/campaigns/schemas.ts'
export type { WaveView as WaveCreated } from '../../server/delivery/schemas.ts'
export type { RosterReport } from '../../server/roster/schemas.ts'
export type { Scores } from '../../server/scoring/schemas.ts'
export type { SessionView } from '../../server/staff/schemas.ts'

export type Role = SessionView['staff']['role']
export type CampaignSummary = CampaignView
export type { CampaignDetail }
export type CampaignStatus = z.infer<typeof Status>
export type StatusView = { status: CampaignStatus }
export type DefinitionView = DefinitionsView[number]
export type Wave = CampaignDetail['waves'][number]

export type Progress = ProgressView
export type BlockProgress = Progress['blocks'][number]
export type UnitProgress = BlockProgress['units'][number]
/** Answered of invited of anything that has a name: a block, a unit, a group. */
export type Rate = UnitProgress['groups'][number]
export type ChannelName = WaveBody['channels'][number]
export type DeliveryCounts = Progress['deliveries'][ChannelName]

export type BlockScores = Scores['blocks'][number]
export type UnitScore = UnitView
export type CriterionScore = UnitScore['criteria'][number]
