/** The versions of a campaign's definition: who saved what when, and any one of them whole. */
import { findCampaign } from '../campaigns/queries.ts'
import { findDefinitions, listVersionHeads, type VersionHead } from '../campaigns/version-queries.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { describeChanges } from './describe-changes.ts'
import { rememberChanges, rememberedChanges } from './remember-changes.ts'
import type { ChangeView, VersionsView, VersionView } from './schemas.ts'

const AT_ONCE = 100
/** Definitions compared for one list: each is some 300 kB, and whoever saved has left the changes behind. */
const COMPARED_AT_ONCE = 10

type ReadDeps = Pick<Deps, 'db'>

/** The newest first. Throws campaign-unknown (404). */
export async function readVersions(deps: ReadDeps, code: string, below = 1_000_001): Promise<VersionsView> {
  const campaign = await findCampaign(deps.db, code)
  if (!campaign) throw errors.campaignUnknown()
  const heads = await listVersionHeads(deps.db, campaign.id, { below, limit: AT_ONCE + 1 })
  await compareMissing(deps, campaign.id, heads)
  return heads.slice(0, AT_ONCE).map((head, at) => viewHead(head, changesOf(head, heads[at + 1])))
}

/** Throws campaign-unknown and version-unknown (404). */
export async function readVersion(deps: ReadDeps, code: string, version: number): Promise<VersionView> {
  const campaign = await findCampaign(deps.db, code)
  if (!campaign) throw errors.campaignUnknown()
  const [heads, definitions] = await Promise.all([
    listVersionHeads(deps.db, campaign.id, { below: version + 1, limit: 2 }),
    findDefinitions(deps.db, campaign.id, [version]),
  ])
  const [head, before] = heads
  const definition = definitions.get(version)
  if (!head || !definition) throw errors.versionUnknown()
  await compareMissing(deps, campaign.id, heads)
  return { ...viewHead(head, changesOf(head, before)), definition }
}

const viewHead = ({ version, createdAt, actor, hash }: VersionHead, changes: ChangeView[]) => ({
  ...{ version, at: createdAt.toISOString(), by: actor, hash, changes },
})

const changesOf = ({ hash }: VersionHead, before: VersionHead | undefined): ChangeView[] =>
  (before && rememberedChanges(before.hash, hash)) ?? []

async function compareMissing({ db }: ReadDeps, campaignId: string, heads: VersionHead[]): Promise<void> {
  const unknown = heads.slice(0, -1).filter((head, at) => !rememberedChanges(heads[at + 1]!.hash, head.hash))
  for (let from = 0; from < unknown.length; from += COMPARED_AT_ONCE) {
    const part = unknown.slice(from, from + COMPARED_AT_ONCE)
    const wanted = part.flatMap(({ version }) => [version, version - 1])
    const definitions = await findDefinitions(db, campaignId, [...new Set(wanted)])
    for (const { version, hash } of part) {
      const before = heads.find((head) => head.version === version - 1)!
      const [old, now] = [definitions.get(version - 1), definitions.get(version)]
      if (old && now) rememberChanges(before.hash, hash, describeChanges(old, now))
    }
  }
}
