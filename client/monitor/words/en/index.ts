/** The whole English catalogue: one file a part of the console, loaded only when English is chosen. */
import type { Catalogue } from '../t.ts'
import { accounts } from './accounts.ts'
import { audit } from './audit.ts'
import { auditActs } from './audit-acts.ts'
import { auditDetails } from './audit-details.ts'
import { campaign } from './campaign.ts'
import { delivery } from './delivery.ts'
import { deliveryPeople } from './delivery-people.ts'
import { deliveryPlan } from './delivery-plan.ts'
import { errors } from './errors.ts'
import { index } from './index-words.ts'
import { overview } from './overview.ts'
import { points } from './points.ts'
import { privacy } from './privacy.ts'
import { publication } from './publication.ts'
import { report } from './report.ts'
import { results } from './results.ts'
import { roster } from './roster.ts'
import { sampling } from './sampling.ts'
import { serverCauses } from './server-causes.ts'
import { serverDelivery } from './server-delivery.ts'
import { serverIndex } from './server-index.ts'
import { serverLetters } from './server-letters.ts'
import { serverRoster } from './server-roster.ts'
import { serverSetup } from './server-setup.ts'
import { setup } from './setup.ts'
import { setupCodes } from './setup-codes.ts'
import { setupWork } from './setup-work.ts'
import { shared } from './shared.ts'

/** A text has its English in one of these only (words.test.ts). */
export const catalogues: Catalogue[] = [
  shared,
  errors,
  campaign,
  overview,
  setup,
  setupWork,
  setupCodes,
  roster,
  sampling,
  delivery,
  deliveryPeople,
  deliveryPlan,
  results,
  points,
  index,
  report,
  publication,
  audit,
  auditActs,
  auditDetails,
  privacy,
  accounts,
]

export const english: Catalogue = Object.assign({}, ...catalogues)

/** What the server says in Vietnamese; {0} finds what stands in a sentence. */
export const sentences: Catalogue = {
  ...serverSetup,
  ...serverDelivery,
  ...serverCauses,
  ...serverLetters,
  ...serverIndex,
  ...serverRoster,
}
