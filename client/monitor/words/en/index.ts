/** The whole English catalogue: one file a part of the console, loaded only when English is chosen. */
import type { Catalogue } from '../t.ts'
import { accounts } from './accounts.ts'
import { audit } from './audit.ts'
import { campaign } from './campaign.ts'
import { delivery } from './delivery.ts'
import { errors } from './errors.ts'
import { index } from './index-words.ts'
import { overview } from './overview.ts'
import { privacy } from './privacy.ts'
import { report } from './report.ts'
import { results } from './results.ts'
import { roster } from './roster.ts'
import { setup } from './setup.ts'
import { shared } from './shared.ts'

export const english: Catalogue = {
  ...shared,
  ...errors,
  ...campaign,
  ...overview,
  ...setup,
  ...roster,
  ...delivery,
  ...results,
  ...index,
  ...report,
  ...audit,
  ...privacy,
  ...accounts,
}
