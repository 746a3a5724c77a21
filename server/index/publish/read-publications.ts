/** What staff see of a campaign's publications, and what the public does. */
import { findCampaign } from '../../campaigns/queries.ts'
import type { Db } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import { listReceipts } from '../../responses/list-receipts.ts'
import { inVietnam } from '../../sheets/cell-rules.ts'
import { writeCsv } from '../../sheets/write-csv.ts'
import { findFrozenIndex } from '../compute/queries.ts'
import { domainColumns, listRows } from './list-rows.ts'
import { makePage, readFrozenIndex } from './make-page.ts'
import { findPublication, listPublications, type PublicationHead } from './queries.ts'
import type { PublicationChoices, PublicationsView, PublicationView } from './schemas.ts'

/** Throws campaign-unknown (404). */
export async function readPublications(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  code: string,
): Promise<PublicationsView> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const [heads, frozen] = await Promise.all([listPublications(db, campaign.id), findFrozenIndex(db, campaign.id)])
  const versions = heads.map(viewOf)
  return {
    url: `${config.publicUrl}/cong-bo/${code}`,
    frozen: frozen !== undefined,
    current: versions[0]?.published ? versions[0] : null,
    versions,
  }
}

const viewOf = ({ at, ...head }: PublicationHead): PublicationView => ({ ...head, at: at.toISOString() })

/** The page as it would be published now. Throws campaign-unknown, index-not-frozen, choices-contradict. */
export async function previewPage(
  { db }: Pick<Deps, 'db'>,
  code: string,
  { choices, reason = '' }: { choices: PublicationChoices; reason?: string | undefined },
): Promise<{ page: string }> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  return { page: await db.transaction((tx) => makePage(tx, campaign.id, { choices, reason, on: null })) }
}

export type PublicFile = { body: string | Buffer }

/** When the page was taken back; null where one is public, or none ever was. */
export async function findWithdrawal({ answerDb }: { answerDb: Db }, code: string): Promise<string | null> {
  const publication = await findPublication(answerDb, code)
  return publication && publication.page === null ? inVietnam(publication.at).toISOString().slice(0, 10) : null
}

/** The published page; null when there is none, or it was taken back, or no such campaign is known. */
export async function findPublicPage({ answerDb }: { answerDb: Db }, code: string): Promise<PublicFile | null> {
  const publication = await findPublication(answerDb, code)
  return publication?.page ? { body: publication.page } : null
}

/** The published columns as .csv as a Vietnamese spreadsheet program reads it, a block after the other. */
export async function findPublicTable({ answerDb }: { answerDb: Db }, code: string): Promise<PublicFile | null> {
  const publication = await findPublication(answerDb, code)
  if (!publication?.page) return null
  const index = await answerDb.transaction((tx) => readFrozenIndex(tx, publication.campaignId))
  const tables = index.blocks.map((block) => {
    const { columns, units } = listRows(index, block, publication.choices)
    return { block, units, columns: publication.choices.domains ? [...columns, ...domainColumns(block)] : columns }
  })
  const titles = [...new Set(tables.flatMap(({ columns }) => columns.map(({ key }) => key)))]
  const titleOf = (key: string) =>
    tables.flatMap(({ columns }) => columns).find((column) => column.key === key)?.title ?? key
  const rows = tables.flatMap(({ block, columns, units }) =>
    units.map((unit) => [
      block.name,
      ...titles.map((key) => columns.find((column) => column.key === key)?.cell(unit).value ?? null),
    ]),
  )
  const columns = ['Khối', ...titles.map(titleOf)].map((title) => ({ title, width: 20 }))
  const parts: Buffer[] = []
  for await (const part of writeCsv({ name: 'ket-qua', columns, rows: [rows] }, 'semicolon'))
    parts.push(Buffer.from(part))
  return { body: Buffer.concat(parts) }
}

/** Every receipt, one a line, where the publication offers them. */
export async function findPublicReceipts(deps: Pick<Deps, 'answerDb'>, code: string): Promise<PublicFile | null> {
  const publication = await findPublication(deps.answerDb, code)
  if (!publication?.page || !publication.choices.receipts) return null
  const { receipts } = await listReceipts(deps, code)
  return { body: `${receipts.join('\n')}\n` }
}
