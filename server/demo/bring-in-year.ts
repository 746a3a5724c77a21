/** What an officer brings in beside the survey: self-assessed and appraised points, the citizens' survey, last year, texts. */
import type { Officer } from './officer.ts'
import { CODE, type Say } from './prepare-survey.ts'
import type { Year } from './read-year.ts'

/** By the calls of the console; with them the index shows provisional totals while people answer. */
export async function bringInYear(officer: Officer, { points, past, narratives }: Year, say: Say): Promise<void> {
  let brought = 0
  for (const { query, file, data, reason } of points) {
    const path = `/api/campaigns/${CODE}/points?${query}&dryRun=false`
    const { filled } = await officer.upload<{ filled: number }>(path, file, data, { reason })
    brought += filled
  }
  const reason = 'Kết quả đã công bố của năm trước'
  await officer.put(`/api/campaigns/${CODE}/past`, { reason, document: past })
  for (const [field, text] of Object.entries(narratives)) {
    await officer.put(`/api/campaigns/${CODE}/index/report/fields/${field}`, { text, version: 0 })
  }
  say(
    `Đã nhập ${brought.toLocaleString('vi-VN')} điểm tự đánh giá, thẩm định, người dân; kết quả năm ${past.year}; lời văn báo cáo.`,
  )
}
