/**
 * The whole picture as a file, made while it is being downloaded: some hundred people at a time, so that its memory does
 * not grow with the campaign and a slow download holds no connection to the database.
 */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import type { Cell, Table } from '../../sheets/table.ts'
import { writeCsv } from '../../sheets/write-csv.ts'
import { writeXlsx } from '../../sheets/write-xlsx.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { findPictureCampaign, type PictureCampaign } from './campaign-queries.ts'
import { listExportRows, listPersonIds } from './export-queries.ts'
import { failureTable, funnelTable, MESSAGE_COLUMNS, messageCells, reachTable } from './export-table.ts'
import { readFunnel } from './read-funnel.ts'
import type { FunnelView } from './schemas.ts'

export type ExportFormat = 'csv' | 'xlsx'

const PEOPLE_AT_ONCE = 200

/** CSV holds the list of messages; .xlsx the funnel, the people and the causes too. Throws campaign-unknown (404). */
export async function exportDeliveries(
  { db }: Pick<Deps, 'db'>,
  { code, format }: { code: string; format: ExportFormat },
  staff: Staff,
): Promise<AsyncIterable<string | Buffer>> {
  const campaign = await findPictureCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const ids = await listPersonIds(db, campaign.id)
  await recordAudit(db, {
    actor: staff.email,
    action: 'delivery.export',
    campaign: code,
    details: { format, people: ids.length },
  })
  const messages: Table = { name: 'Từng tin', columns: MESSAGE_COLUMNS, rows: messageRows(db, campaign, ids) }
  if (format === 'csv') return writeCsv(messages)
  let made: Promise<FunnelView> | undefined
  const picture = () => (made ??= readFunnel({ db }, code))
  return writeXlsx([funnelTable(picture), reachTable(picture), failureTable(picture), messages])
}

async function* messageRows(db: Deps['db'], campaign: PictureCampaign, ids: string[]): AsyncGenerator<Cell[][]> {
  for (let from = 0; from < ids.length; from += PEOPLE_AT_ONCE) {
    const rows = await listExportRows(db, campaign.id, ids.slice(from, from + PEOPLE_AT_ONCE))
    yield rows.map((row) => messageCells(row, campaign.unitNames))
  }
}
