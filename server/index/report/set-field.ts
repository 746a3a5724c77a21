/** Writes one field of the report: a new version over the one that the editor saw, and over no other. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { sha256 } from '../../secrets.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { findFieldCampaign } from './find-field-campaign.ts'
import { judgeField } from './judge-field.ts'
import { type FieldVersion, insertFieldVersion, listFieldVersions } from './queries.ts'
import { isFieldName } from './words-fields.ts'

type Typed = { code: string; field: string; text: string; version: number }

/**
 * `version`: the one the editor saw, 0 for a field never written. Returns the field's version now; the same text again adds
 * none. Throws campaign-unknown, index-not-configured, field-unknown, field-invalid, field-changed (details: the other's).
 */
export async function setField(
  { db }: Pick<Deps, 'db'>,
  { code, field, text: typed, version: seen }: Typed,
  staff: Staff,
): Promise<{ field: string; version: number; text: string }> {
  const campaignId = await findFieldCampaign(db, code)
  if (!isFieldName(field)) throw errors.fieldUnknown()
  const { text, problem } = judgeField(field, typed)
  if (problem) throw errors.fieldInvalid([{ path: field, problem }])
  return db.transaction(async (tx) => {
    const [latest] = await listFieldVersions(tx, campaignId, field, 1)
    if ((latest?.text ?? '') === text) return { field, version: latest?.version ?? 0, text }
    if ((latest?.version ?? 0) !== seen) throw errors.fieldChanged(otherOf(latest))
    const version = seen + 1
    // The key (campaign, field, version) lets one of two who saw the same version write; the other is told.
    if (!(await insertFieldVersion(tx, { campaignId, field, version, text, actor: staff.email })))
      throw errors.fieldChanged(otherOf((await listFieldVersions(tx, campaignId, field, 1))[0]))
    const details = { field, version, length: text.length, digest: sha256(text).toString('base64url') }
    await recordAudit(tx, { actor: staff.email, action: 'report.field', campaign: code, details })
    return { field, version, text }
  })
}

/** What stands there now, for the editor to compare. */
const otherOf = (latest: FieldVersion | undefined) =>
  latest && { version: latest.version, text: latest.text, by: latest.actor, at: latest.at.toISOString() }
