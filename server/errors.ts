/**
 * The catalogue of refusals: stable English code, HTTP status, Vietnamese message that says what to do (CONTRACT); of each
 * room in a file of its own. Throw with `throw errors.campaignClosed()`; http/error-handler.ts answers. Details hold codes,
 * ids, numbers and the caller's own input back to the caller; nothing of other people.
 */
import { campaignRefusals } from './errors/campaign-refusals.ts'
import { deliveryRefusals } from './errors/delivery-refusals.ts'
import { indexRefusals } from './errors/index-refusals.ts'
import { privacyRefusals } from './errors/privacy-refusals.ts'
import { requestRefusals } from './errors/request-refusals.ts'
import { respondentRefusals } from './errors/respondent-refusals.ts'
import { rosterRefusals } from './errors/roster-refusals.ts'
import { samplingRefusals } from './errors/sampling-refusals.ts'
import { setupRefusals } from './errors/setup-refusals.ts'
import { staffRefusals } from './errors/staff-refusals.ts'

export type { NotSendable } from './errors/delivery-refusals.ts'
export { AppError } from './errors/refusal.ts'

export const errors = {
  ...requestRefusals,
  ...staffRefusals,
  ...campaignRefusals,
  ...rosterRefusals,
  ...deliveryRefusals,
  ...respondentRefusals,
  ...samplingRefusals,
  ...privacyRefusals,
  ...setupRefusals,
  ...indexRefusals,
} as const
