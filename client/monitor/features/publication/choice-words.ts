/** What can be published, in the order in which a person decides, and what does not go without what else. */

import type { PublicationChoices } from '../../../shared/publication-types.ts'
import { t } from '../../words/t.ts'

export type Choice = keyof PublicationChoices

export const CHOICES: { choice: Choice; name: string; shows: string }[] = [
  { choice: 'classes', name: t`Xếp loại`, shows: t`Mỗi đơn vị loại A, B, C hay D.` },
  { choice: 'ranks', name: t`Xếp hạng`, shows: t`Thứ hạng của mỗi đơn vị trong khối.` },
  { choice: 'points', name: t`Tổng điểm`, shows: t`Tổng điểm của mỗi đơn vị.` },
  {
    choice: 'domains',
    name: t`Điểm theo lĩnh vực`,
    shows: t`Điểm từng lĩnh vực của mỗi đơn vị; cần công bố cả tổng điểm.`,
  },
  {
    choice: 'change',
    name: t`So với năm trước`,
    shows: t`Tăng, giảm điểm và thứ hạng, đúng những mục đã chọn ở trên.`,
  },
  { choice: 'charts', name: t`Biểu đồ`, shows: t`Biểu đồ cột của các điểm được công bố; cần công bố tổng điểm.` },
  {
    choice: 'survey',
    name: t`Điều tra xã hội học`,
    shows: t`Số phiếu phát ra, thu về và điểm điều tra của mỗi đơn vị.`,
  },
  { choice: 'receipts', name: t`Danh sách biên nhận`, shows: t`Người trả lời tự tìm được biên nhận của mình.` },
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
  if ((choice === 'domains' || choice === 'charts') && !points) return t`Cần chọn cả “Tổng điểm”.`
  if (choice === 'change' && !points && !ranks) return t`Cần chọn “Tổng điểm” hoặc “Xếp hạng”.`
  return undefined
}

/** The choices without those that the others no longer carry. */
export function withoutHindered(choices: PublicationChoices): PublicationChoices {
  const kept = CHOICES.map(({ choice }) => [choice, choices[choice] && hindranceOf(choice, choices) === undefined])
  return Object.fromEntries(kept) as PublicationChoices
}
