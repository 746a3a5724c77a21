/** Whether choices of what to publish hold what they promise. Pure. */
import type { PublicationChoices } from './schemas.ts'

export type ChoiceProblem = { choice: keyof PublicationChoices; problem: string }

/** Empty when the page can be made. A choice that would give away what is held back is refused, not silently widened. */
export function judgeChoices(choices: PublicationChoices): ChoiceProblem[] {
  const problems: ChoiceProblem[] = []
  const refuse = (choice: keyof PublicationChoices, problem: string) => problems.push({ choice, problem })
  const { points, ranks, classes, domains, change, charts } = choices
  if (!points && !ranks && !classes)
    refuse('points', 'Hãy chọn công bố ít nhất một trong ba mục: điểm, xếp hạng, xếp loại.')
  if (domains && !points)
    refuse('domains', 'Điểm các lĩnh vực cộng lại thành tổng điểm, nên chỉ công bố được cùng với tổng điểm.')
  if (change && !points && !ranks)
    refuse('change', 'Thay đổi so với năm trước cần công bố điểm hoặc xếp hạng để so sánh.')
  if (charts && !points) refuse('charts', 'Biểu đồ vẽ từ điểm, nên chỉ công bố được cùng với điểm.')
  return problems
}
