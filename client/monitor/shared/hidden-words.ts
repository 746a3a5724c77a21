/** Why a unit shows no points, in a few words for its row and in full for its own page. Pure. */

import type { CampaignStatus, UnitScore } from '../../shared/api-types.ts'
import { t } from '../words/t.ts'
import { criterionNames } from './criterion-names.ts'

/** No response can come any more. */
export const isSettled = (status: CampaignStatus): boolean => status === 'closed' || status === 'final'

/** Null when nothing is hidden. */
export function hiddenWords({ hidden, answered }: UnitScore, settled: boolean): string | null {
  if (!hidden) return null
  if (hidden.reason === 'few-answers') return settled ? t`quá ít ý kiến` : t`chờ thêm ý kiến`
  if (settled) return t`không đủ ${hidden.needed} phiếu`
  return answered < hidden.needed ? t`chờ đủ ${hidden.needed} phiếu` : t`chờ thêm phiếu`
}

type Term = { words: string; meaning: string }

function meaningOf({ hidden, answered }: UnitScore, settled: boolean): string | null {
  if (!hidden) return null
  const { needed } = hidden
  if (hidden.reason === 'few-answers')
    return settled
      ? t`Có tiêu chí được dưới ${needed} người cho ý kiến, nên điểm được ẩn.`
      : t`Đã kiểm đủ phiếu, nhưng còn tiêu chí chưa đủ ${needed} người cho ý kiến.`
  if (settled) return t`Đơn vị nhận dưới ${needed} phiếu thì không công bố điểm.`
  return answered < needed
    ? t`Điểm hiện khi đã kiểm đủ ${needed} phiếu.`
    : t`Đã nhận từ ${needed} phiếu, nhưng phiếu được rút ngẫu nhiên và ${needed} phiếu luôn nằm lại trong hòm, nên điểm thường hiện từ phiếu thứ ${needed * 2}.`
}

/** What the words on these units' rows mean, each once, in the order in which they occur. */
export function waitingTerms(units: UnitScore[], settled: boolean): Term[] {
  const meanings = new Map(units.map((unit) => [hiddenWords(unit, settled), meaningOf(unit, settled)]))
  return [...meanings].flatMap(([words, meaning]) => (words && meaning ? [{ words, meaning }] : []))
}

/** Null when nothing is hidden. */
export function hiddenReason(unit: UnitScore, settled: boolean): string | null {
  const { hidden, answered, counted } = unit
  if (!hidden) return null
  const { needed } = hidden
  if (hidden.reason === 'few-answers') {
    const which = criterionNames(unit, hidden.criteria)
    return settled
      ? t`Tiêu chí ${which} có dưới ${needed} ý kiến nên điểm được ẩn, để không ai đoán ra người trả lời.`
      : t`Tiêu chí ${which} chưa đủ ${needed} ý kiến. Điểm hiện khi đủ, để không ai đoán ra người trả lời.`
  }
  if (settled)
    return t`Đơn vị chỉ có ${answered} phiếu. Dưới ${needed} phiếu thì không công bố điểm, để không ai đoán ra người trả lời.`
  return t`Đã nhận ${answered} phiếu, đã kiểm ${counted}. Điểm hiện khi kiểm đủ ${needed} phiếu. Phiếu được rút ngẫu nhiên và luôn có ít nhất ${needed} phiếu nằm lại trong hòm, nên thường phải tới phiếu thứ ${needed * 2}.`
}
