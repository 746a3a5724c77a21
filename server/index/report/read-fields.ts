/** What officers have written, for those who go on writing. */
import type { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import { findFieldCampaign } from './find-field-campaign.ts'
import { listFields, listFieldVersions } from './queries.ts'
import type { FieldsView, FieldVersionsView } from './schemas.ts'
import { FIELD_NAMES, FIELDS, isFieldName } from './words-fields.ts'

/** Versions of one field that are listed, the newest. */
const MOST_VERSIONS = 50

/** Every field of the report, written or not, in the order of the document. */
export async function readFields(
  { answerDb }: Pick<Deps, 'answerDb'>,
  code: string,
): Promise<z.infer<typeof FieldsView>> {
  const written = await listFields(answerDb, await findFieldCampaign(answerDb, code))
  const fields = FIELD_NAMES.map((field) => {
    const latest = written.find((one) => one.field === field)
    return {
      ...{ field, ...FIELDS[field], text: latest?.text ?? '', version: latest?.version ?? 0 },
      ...{ by: latest?.actor ?? null, at: latest?.at.toISOString() ?? null },
    }
  })
  return { fields }
}

/** Throws campaign-unknown, index-not-configured, field-unknown. */
export async function readFieldVersions(
  { answerDb }: Pick<Deps, 'answerDb'>,
  code: string,
  field: string,
): Promise<z.infer<typeof FieldVersionsView>> {
  const campaignId = await findFieldCampaign(answerDb, code)
  if (!isFieldName(field)) throw errors.fieldUnknown()
  const versions = await listFieldVersions(answerDb, campaignId, field, MOST_VERSIONS)
  return {
    ...{ field, ...FIELDS[field], text: versions[0]?.text ?? '', version: versions[0]?.version ?? 0 },
    versions: versions.map(({ version, text, actor, at }) => ({ version, text, by: actor, at: at.toISOString() })),
  }
}
