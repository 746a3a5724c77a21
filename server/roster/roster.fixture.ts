/** What the roster's tests share: a small definition, a draft campaign, spreadsheets. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import writeExcelFile, { type Row } from 'write-excel-file/node'
import type { Block, Definition } from '../campaigns/definition.ts'
import type { Db } from '../db/client.ts'
import { campaigns } from '../db/schema.ts'
import type { Staff } from '../http/app-types.ts'
import type { SpreadsheetFile } from '../sheets/sheet.ts'

const block = (code: string, name: string, units: Block['units'], groups: [string, string, string[]][]): Block => ({
  code,
  name,
  weighting: 'pooled',
  units,
  groups: groups.map(([groupCode, groupName, aliases]) => ({
    code: groupCode,
    name: groupName,
    aliases,
    questionnaire: 'q',
  })),
  sources: [{ code: 's', name: 'Khảo sát', origin: 'survey', max: '30' }],
  domains: [{ code: 'd', name: 'Chỉ đạo' }],
  criteria: [{ code: 'c', name: 'Chỉ đạo', domain: 'd', source: 's', max: '30', question: 'q1' }],
  questionnaires: { q: {} },
})

export const definition: Definition = {
  slug: 'thu',
  title: 'Khảo sát thử',
  year: 2024,
  organizer: { name: 'Sở Nội vụ', phone: '0212 000 0000', email: 'khao-sat@tinh.example' },
  surveyMax: '30',
  minimumCell: 5,
  notice: { version: '1', text: 'Thông báo về việc xử lý dữ liệu cá nhân của người trả lời khảo sát.' },
  levels: [
    { value: 'tot', name: 'Tốt', share: '1' },
    { value: 'kem', name: 'Kém', share: '0' },
  ],
  noOpinion: { value: 'khong-biet', name: 'Không biết' },
  blocks: [
    block(
      'so',
      'Khối sở',
      [
        { code: 'SNV', name: 'Sở Nội vụ' },
        { code: 'SNGV', name: 'Sở Ngoại vụ' },
        { code: 'STC', name: 'Sở Tài chính' },
        { code: 'SYT', name: 'Sở Y tế' },
        { code: 'STP', name: 'Sở Tư pháp' },
        { code: 'SVHTTDL', name: 'Sở Văn hóa, Thể thao và Du lịch', aliases: ['Sở VHTT&DL'] },
        { code: 'VPUB', name: 'Văn phòng UBND tỉnh' },
        { code: 'SXD', name: 'Sở Xây dựng' },
      ],
      [
        ['LDS', 'Tập thể lãnh đạo sở', ['Lãnh đạo sở']],
        ['LDP', 'Lãnh đạo phòng, đơn vị', ['Lãnh đạo phòng']],
        ['CCVC', 'Công chức, viên chức', ['Công chức']],
      ],
    ),
    block(
      'huyen',
      'Khối huyện',
      [
        { code: 'TPSL', name: 'UBND thành phố Hòa An', aliases: ['Thành phố Hòa An'] },
        { code: 'MC', name: 'UBND huyện Mộc Châu', aliases: ['Huyện Mộc Châu', 'Mộc Châu'] },
        { code: 'ML', name: 'UBND huyện Mường La', aliases: ['Huyện Mường La', 'Mường La'] },
      ],
      [
        ['HDND', 'Đại biểu Hội đồng nhân dân cấp huyện', ['Đại biểu HĐND']],
        ['TTUBH', 'Thường trực UBND cấp huyện', ['Thường trực UBND huyện']],
        ['CCX', 'Công chức chuyên môn cấp xã', ['Công chức cấp xã']],
      ],
    ),
  ],
}

export const officer: Staff = { id: 'staff-1', email: 'can-bo@tinh.example', role: 'officer', unit: null }

/** A draft campaign with the definition above; returns its code (also its id). */
export async function createDraft(db: Db, status: 'draft' | 'open' = 'draft'): Promise<string> {
  const code = `thu-${randomBytes(4).toString('hex')}`
  await db.insert(campaigns).values({
    id: code,
    code,
    title: definition.title,
    status,
    definition,
    definitionHash: 'x',
    minimumCell: definition.minimumCell,
    sendingHours: 'any',
  })
  return code
}

export async function fixture(name: string): Promise<SpreadsheetFile> {
  return { name, data: await readFile(new URL(`./fixtures/${name}`, import.meta.url)) }
}

export const HEADER = ['Họ và tên', 'Email', 'Số điện thoại', 'Đơn vị', 'Nhóm', 'Chức vụ', 'Mã']

/** An .xlsx with one sheet, or with several by name. */
export async function xlsx(content: Row[] | Record<string, Row[]>): Promise<SpreadsheetFile> {
  const sheets = Array.isArray(content) ? { Sheet1: content } : content
  const data = Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows }))
  return { name: 'danh-sach.xlsx', data: await writeExcelFile(data).toBuffer() }
}

export const csv = (text: string): SpreadsheetFile => ({ name: 'danh-sach.csv', data: Buffer.from(text) })
