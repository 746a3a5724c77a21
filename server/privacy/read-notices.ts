/** The notice's versions as proof of consent: each text as it was shown with its hash, and how many agreed to it. Names nobody. */
import { noticeText } from '../campaigns/notice-text.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { sha256 } from '../secrets.ts'
import { countConsents, findPrivacyCampaign, listNotices } from './queries.ts'
import type { NoticesView } from './schemas.ts'

/** Throws campaign-unknown. */
export async function readNotices({ db }: Pick<Deps, 'db'>, code: string): Promise<NoticesView> {
  const campaign = await findPrivacyCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const [rows, consents] = await Promise.all([listNotices(db, campaign.id), countConsents(db, campaign.id)])
  const { version } = campaign.definition.notice
  const shown = noticeText(campaign.definition)
  return {
    notices: rows.map(({ notice, text: written, minimumCell, version: saved, by, on }) => {
      const text = noticeText({ notice: { version: notice, text: written }, minimumCell })
      const current = notice === version && text === shown
      return {
        version: notice,
        text,
        sha256: sha256(text).toString('hex'),
        firstSaved: { version: saved, by, on },
        current,
        // Nobody can answer before the definition is frozen, so only the last text under a version's name was ever agreed to.
        consents: current ? (consents.find((one) => one.version === notice)?.count ?? 0) : 0,
      }
    }),
  }
}
