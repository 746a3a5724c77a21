/**
 * A group's questionnaire exactly as a phone shows it, for a frame in the console: the respondent's own page, of a person
 * who does not exist. It has no link, no key and no credential, its policy lets it connect to nothing and makes it a
 * stranger to the console, and its script ends at "Gửi phiếu".
 */
import type { Block, Questionnaire } from '../campaigns/definition.ts'
import { noticeText } from '../campaigns/notice-text.ts'
import { type Campaign, findCampaign } from '../campaigns/queries.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { PageAssets } from '../respond/assets.ts'
import { type Page, renderPage } from '../respond/render-page.ts'

type PreviewDeps = Pick<Deps, 'db'>
type Shown = { campaign: Campaign; block: Block; group: Block['groups'][number]; questionnaire: Questionnaire }

const END = 'Đây là bản xem thử nên không có gì được gửi đi. Ở phiếu thật, đến đây phiếu được đóng dấu và gửi.'

/** Throws campaign-unknown and block-unknown (404); a group without a questionnaire is block-unknown too. */
export async function previewPage(
  deps: PreviewDeps,
  code: string,
  block: string,
  group: string,
  assets: PageAssets,
): Promise<Page> {
  const shown = await findShown(deps, code, block, group)
  const { definition, title, closesAt } = shown.campaign
  const [unit] = shown.block.units
  const closed = { ...assets, policy: lockIn(assets.policy), richPolicy: lockIn(assets.richPolicy) }
  const { document, policy } = renderPage(
    {
      campaign: { code, title, status: 'open', closesAt: closesAt?.toISOString() ?? null },
      organizer: definition.organizer,
      notice: { version: definition.notice.version, text: noticeText(definition) },
      noOpinion: definition.noOpinion,
      invitations: [
        {
          id: 'xem-thu',
          unit: { code: unit!.code, name: unit!.name },
          group: { code: shown.group.code, name: shown.group.name },
          stratum: '',
          answered: false,
          questionnaire: shown.questionnaire,
        },
      ],
      preview: END,
    },
    closed,
  )
  return { document, policy: `${policy}; sandbox allow-scripts` }
}

/** SurveyJS JSON of the group's questionnaire. Throws as previewPage. */
export async function previewQuestionnaire(
  deps: PreviewDeps,
  code: string,
  block: string,
  group: string,
): Promise<Questionnaire> {
  return (await findShown(deps, code, block, group)).questionnaire
}

const lockIn = (policy: string): string =>
  policy
    .replace("connect-src 'self'", "connect-src 'none'")
    .replace("worker-src 'self'", "worker-src 'none'")
    .replace("frame-ancestors 'none'", "frame-ancestors 'self'")

async function findShown({ db }: PreviewDeps, code: string, blockCode: string, groupCode: string): Promise<Shown> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const block = campaign.definition.blocks.find((candidate) => candidate.code === blockCode)
  const group = block?.groups.find((candidate) => candidate.code === groupCode)
  const questionnaire = group && block?.questionnaires[group.questionnaire]
  if (!block || !group || !questionnaire) throw errors.blockUnknown()
  return { campaign, block, group, questionnaire }
}
