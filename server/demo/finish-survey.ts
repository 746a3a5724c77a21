/** Close, finalize, and the results beside those that the province printed. */
import type { IndexDocument } from '../index/compute/schemas.ts'
import { meanOf } from '../index/report/compute-figures.ts'
import type { Scores } from '../scoring/schemas.ts'
import type { Officer } from './officer.ts'
import { CODE, type Say } from './prepare-survey.ts'
import { type PrintedSpread, readPrinted } from './printed-points.ts'

type Row = { name: string; points: number }

const text = (points: number): string => points.toFixed(2).replace('.', ',')

/** Prints every unit's survey points and each block's ends; true when all of them are as printed. */
export async function finishSurvey(officer: Officer, say: Say): Promise<boolean> {
  await officer.post(`/api/campaigns/${CODE}/close`)
  await officer.post(`/api/campaigns/${CODE}/finalize`)
  const scores = await officer.get<Scores>(`/api/campaigns/${CODE}/scores`)
  const index = await officer.get<IndexDocument>(`/api/campaigns/${CODE}/index`)
  let same = true
  for (const printed of await readPrinted()) {
    const block = scores.blocks.find(({ code }) => code === printed.code)!
    const rows = block.units.map((unit) => {
      const source = unit.sources.find((candidate) => candidate.origin === 'survey')!
      return { ...unit, points: source.points ?? 0, max: source.max }
    })
    rows.sort((a, b) => b.points - a.points)
    say('')
    say(`${block.name}: điểm điều tra xã hội học (tối đa ${rows[0]!.max})`)
    for (const row of rows) say(`  ${text(row.points)}  ${row.name}  (${row.counted}/${row.invited} phiếu)`)
    same = compare(rows, printed.survey, say) && same
    const { units } = index.blocks.find(({ code }) => code === printed.code)!
    say(`${block.name}: Chỉ số (tối đa ${index.rules.total})`)
    const totals = units.map(({ name, points }) => ({ name, points: points ?? 0 }))
    same = compare(totals, printed.index, say) && same
  }
  say('')
  say(`Kết quả đã chốt. Mã kiểm tra của điểm điều tra: ${scores.digest}`)
  say(`Chỉ số ${index.status === 'final' ? 'đã chốt' : 'chưa chốt'}. Mã kiểm tra của kết quả: ${index.digest}`)
  return same && index.status === 'final'
}

function compare(rows: Row[], printed: PrintedSpread, say: Say): boolean {
  const sorted = rows.toSorted((a, b) => b.points - a.points)
  const mean = { name: '', points: meanOf(rows.map(({ points }) => points)) ?? 0 }
  const ends: [string, Row, { unit?: string; points: number }][] = [
    ['trung bình', mean, { points: printed.mean }],
    ['cao nhất', sorted[0]!, printed.highest],
    ['thấp nhất', sorted.at(-1)!, printed.lowest],
  ]
  return ends
    .map(([what, { name, points }, target]) => {
      const same = points === target.points && name === (target.unit ?? '')
      say(`  ${what}: ${text(points)}${name && ` ${name}`}; báo cáo in ${text(target.points)} ${same ? '✓' : '✗'}`)
      return same
    })
    .every(Boolean)
}
