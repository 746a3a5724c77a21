/** Close, finalize, and the points beside those that the province printed. */

import type { z } from 'zod'
import type { ScoresView } from '../scoring/schemas.ts'
import type { Officer } from './officer.ts'
import { CODE, type Say } from './prepare-survey.ts'
import { PRINTED_POINTS } from './printed-points.ts'

const TOLERANCE = 0.05
const text = (points: number): string => points.toFixed(2).replace('.', ',')

/** Prints every unit's points; true when mean, highest and lowest of each block are within 0.05 of the printed ones. */
export async function finishSurvey(officer: Officer, say: Say): Promise<boolean> {
  await officer.post(`/api/campaigns/${CODE}/close`)
  await officer.post(`/api/campaigns/${CODE}/finalize`)
  const scores = await officer.get<z.infer<typeof ScoresView>>(`/api/campaigns/${CODE}/scores`)
  let near = true
  for (const block of scores.blocks) {
    const printed = PRINTED_POINTS.find((candidate) => candidate.block === block.code)!
    const rows = block.units.map((unit) => {
      const source = unit.sources.find((candidate) => candidate.origin === 'survey')!
      return { ...unit, points: source.points ?? 0, max: source.max }
    })
    rows.sort((a, b) => b.points - a.points)
    say('')
    say(`${block.name}: điểm điều tra xã hội học (tối đa ${rows[0]!.max})`)
    for (const row of rows) say(`  ${text(row.points)}  ${row.name}  (${row.counted}/${row.invited} phiếu)`)
    const mean = rows.reduce((sum, row) => sum + row.points, 0) / rows.length
    for (const [what, points, target] of [
      ['trung bình', mean, printed.mean],
      ['cao nhất', rows[0]!.points, printed.highest.points],
      ['thấp nhất', rows.at(-1)!.points, printed.lowest.points],
    ] as const) {
      const close = Math.abs(points - target) <= TOLERANCE
      near &&= close
      say(`  ${what}: ${text(points)}, báo cáo in ${text(target)} ${close ? '✓' : '✗'}`)
    }
  }
  say('')
  say(`Kết quả đã chốt, mã đối chiếu ${scores.digest}`)
  return near
}
