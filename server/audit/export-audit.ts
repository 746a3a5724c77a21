/**
 * The audit log as a file, written while it is downloaded. Every line carries the very text that its hash covers, the hash,
 * and the hash before, so that an auditor recomputes the chain without us (docs/audit-log.md).
 */
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/app-types.ts'
import type { Cell, Column, Table } from '../sheets/table.ts'
import { writeCsv } from '../sheets/write-csv.ts'
import { writeXlsx } from '../sheets/write-xlsx.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { type ChainedRow, findHead, listChained } from './queries.ts'
import type { AuditFilter } from './schemas.ts'

export const EXPORT_FORMATS = ['jsonl', 'csv', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const ENTRIES_AT_ONCE = 1_000
/** What a cell of a spreadsheet can hold. */
const CELL_CHARACTERS = 32_000

const COLUMNS: Column[] = [
  { title: 'Số', width: 8 },
  { title: 'Thời điểm', width: 17 },
  { title: 'Người', width: 28 },
  { title: 'Việc', width: 18 },
  { title: 'Đợt điều tra', width: 16 },
  { title: 'Nội dung được băm', width: 80 },
  { title: 'Mã băm của mục trước', width: 66 },
  { title: 'Mã băm', width: 66 },
]

/** Up to the entry that was the newest when asked. The export is recorded, which that file does not hold. */
export async function exportAudit(
  { db }: Pick<Deps, 'db'>,
  { format, filter }: { format: ExportFormat; filter: AuditFilter },
  staff: Staff,
): Promise<AsyncIterable<string | Buffer>> {
  const head = await findHead(db)
  const through = head?.seq ?? 0
  const chosen = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
  await recordAudit(db, {
    actor: staff.email,
    action: 'audit.export',
    details: { format, filter: chosen, through, hash: head?.hash ?? null },
  })
  const parts = readParts(db, filter, through)
  if (format === 'jsonl') return writeLines(parts)
  const table: Table = { name: 'Nhật ký', columns: COLUMNS, rows: cellsOf(parts, format) }
  return format === 'csv' ? writeCsv(table) : writeXlsx([table])
}

async function* readParts(db: Deps['db'], filter: AuditFilter, through: number): AsyncGenerator<ChainedRow[]> {
  for (let after = 0; after < through; ) {
    const rows = await listChained(db, filter, { after, through, limit: ENTRIES_AT_ONCE })
    if (rows.length > 0) yield rows
    if (rows.length < ENTRIES_AT_ONCE) return
    after = rows.at(-1)!.seq
  }
}

/** A JSON object a line, in which the entry stands byte for byte as it was hashed. */
async function* writeLines(parts: AsyncIterable<ChainedRow[]>): AsyncGenerator<string> {
  for await (const rows of parts) {
    yield rows
      .map(({ hash, previous, text }) => `{"hash":"${hash}","previous":"${previous}","entry":${text}}\n`)
      .join('')
  }
}

async function* cellsOf(parts: AsyncIterable<ChainedRow[]>, format: ExportFormat): AsyncGenerator<Cell[][]> {
  const shortened = (text: string) =>
    format === 'xlsx' && text.length > CELL_CHARACTERS
      ? `${text.slice(0, CELL_CHARACTERS)}… (đủ trong tệp .jsonl)`
      : text
  for await (const rows of parts) {
    yield rows.map(({ seq, at, actor, action, campaign, text, hash, previous }) => [
      ...[seq, new Date(at), actor, action, campaign],
      ...[shortened(text), previous, hash],
    ])
  }
}
