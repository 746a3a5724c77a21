/** Whether a channel sends, and why not, in words. Pure. */

import type { ChannelView } from '../../../../shared/delivery-types.ts'
import type { Tone } from '../../../shared/state-pill.tsx'
import { t } from '../../../words/t.ts'
import { inSentence } from '../in-sentence.ts'
import { shortMoment } from '../short-moment.ts'

type Known = Pick<ChannelView, 'state' | 'paused' | 'held' | 'due' | 'trouble'>

/** `holding`: the whole installation waits for an administrator. */
export function stateOf({ state, held, due }: Known, holding: boolean): { tone: Tone; words: string } {
  if (state === 'paused') return { tone: 'paused', words: t`Tạm dừng` }
  if (holding) return { tone: 'warn', words: t`Giữ lại, chờ người quản trị` }
  if (state === 'held' && held) return { tone: 'warn', words: t`Đang chờ tới ${shortMoment(held.until)}` }
  return due > 0 ? { tone: 'good', words: t`Đang gửi` } : { tone: 'good', words: t`Sẵn sàng, không có tin chờ` }
}

/** Null while there is nothing to explain. */
export function whyOf({ state, paused, held, trouble }: Known, holding: boolean): string | null {
  if (state === 'paused' && paused) {
    const since = t`từ ${shortMoment(paused.at)}`
    if (paused.by === null) {
      return t`Hệ thống tự tạm dừng ${since} vì có quá nhiều tin không gửi được${trouble ? `: ${inSentence(trouble.title)}. ${trouble.nextStep}` : '.'}`
    }
    return t`${paused.by} tạm dừng ${since}${paused.reason ? `: ${paused.reason}` : '.'}`
  }
  if (holding) return t`Không tin nào được gửi cho tới khi người quản trị xác nhận ở dải đỏ đầu trang.`
  if (state === 'held' && held) {
    return trouble
      ? t`${trouble.title}. ${trouble.nextStep} Hệ thống tự thử lại lúc ${shortMoment(held.until)}.`
      : t`Hệ thống tự thử lại lúc ${shortMoment(held.until)}.`
  }
  return null
}
