import type { CampaignDetail } from '../../../shared/api-types.ts'

/** What every act's dialog is given; `onDone` closes it. */
export type ActFormProps = { campaign: CampaignDetail; onDone: () => void }
