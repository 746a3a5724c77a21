/** What can be published, in the order in which a person decides, and what does not go without what else. */
import type { PublicationChoices } from '../../../shared/publication-types.ts'

export type Choice = keyof PublicationChoices

export const CHOICES: { choice: Choice; name: string; shows: string }[] = [
  { choice: 'classes', name: 'Xếp loại', shows: 'Mỗi đơn vị loại A, B, C hay D.' },
  { choice: 'ranks', name: 'Xếp hạng', shows: 'Thứ hạng của mỗi đơn vị trong khối.' },
  { choice: 'points', name: 'Tổng điểm', shows: 'Tổng điểm của mỗi đơn vị.' },
  {
    choice: 'domains',
    name: 'Điểm theo lĩnh vực',
    shows: 'Điểm từng lĩnh vực của mỗi đơn vị; cần công bố cả tổng điểm.',
  },
  { choice: 'change', name: 'So với năm trước', shows: 'Tăng, giảm điểm và thứ hạng, đúng những mục đã chọn ở trên.' },
  { choice: 'charts', name: 'Biểu đồ', shows: 'Biểu đồ cột của các điểm được công bố; cần công bố tổng điểm.' },
  { choice: 'survey', name: 'Điều tra xã hội học', shows: 'Số phiếu phát ra, thu về và điểm điều tra của mỗi đơn vị.' },
  { choice: 'receipts', name: 'Danh sách biên nhận', shows: 'Người trả lời tự tìm được biên nhận của mình.' },
]

/** What a first publication begins with: the result itself. */
export const RESULTS_ONLY: PublicationChoices = {
  ...{ points: true, ranks: true, classes: true, domains: false },
  ...{ change: false, charts: false, survey: false, receipts: false },
}

/** Everything there is. */
export const EVERYTHING: PublicationChoices = {
  ...{ points: true, ranks: true, classes: true, domains: true },
  ...{ change: true, charts: true, survey: true, receipts: true },
}

/** "Xếp loại, Xếp hạng": what a version shows. */
export const namesOf = (choices: PublicationChoices): string =>
  CHOICES.filter(({ choice }) => choices[choice])
    .map(({ name }) => name)
    .join(', ')

/** Why a choice can't be made as the others stand; the server judges once more. */
export function hindranceOf(choice: Choice, { points, ranks }: PublicationChoices): string | undefined {
  if ((choice === 'domains' || choice === 'charts') && !points) return 'Cần chọn cả “Tổng điểm”.'
  if (choice === 'change' && !points && !ranks) return 'Cần chọn “Tổng điểm” hoặc “Xếp hạng”.'
  return undefined
}

/** The choices without those that the others no longer carry. */
export function withoutHindered(choices: PublicationChoices): PublicationChoices {
  const kept = CHOICES.map(({ choice }) => [choice, choices[choice] && hindranceOf(choice, choices) === undefined])
  return Object.fromEntries(kept) as PublicationChoices
}
