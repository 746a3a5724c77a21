/** What officers are told when a channel stops by itself. Pure; no name, no address, no link but the console's. */
import type { ChannelName } from '../../channels/channel.ts'
import { html } from '../../markup/escape-html.ts'
import type { ChannelRow } from '../channel-queries.ts'
import { describeCause } from '../picture/describe-cause.ts'

export type Trouble = {
  /** Another key is another trouble, and is told anew. */
  key: string
  cause: string
  kind: 'person' | 'paused' | 'quota'
}

/** Trouble that somebody should hear of at once; a pause by a person and a short hold are none. */
export function findTrouble({
  needsPerson,
  pausedAt,
  pausedBy,
  pauseReason,
  heldFor,
  heldUntil,
}: ChannelRow): Trouble | null {
  if (needsPerson) return { key: `person ${needsPerson}`, cause: needsPerson, kind: 'person' }
  if (pausedAt && !pausedBy) {
    return { key: `paused ${pausedAt.toISOString()}`, cause: pauseReason ?? '', kind: 'paused' }
  }
  if (heldUntil && (heldFor === 'quota-used' || heldFor === 'zalo-144' || heldFor === 'zalo-147')) {
    return { key: `quota ${heldUntil.toISOString()}`, cause: heldFor, kind: 'quota' }
  }
  return null
}

const NAMES: Record<ChannelName, string> = { email: 'Thư điện tử', zalo: 'Zalo' }
const HEADLINES: Record<Trouble['kind'], string> = {
  person: 'cần người xử lý',
  paused: 'đã tự tạm dừng vì nhiều tin không gửi được',
  quota: 'đã hết hạn mức gửi hôm nay',
}

/** `waiting`: messages of the channel that are due and wait. */
export function composeAlert(
  channel: ChannelName,
  { cause, kind }: Trouble,
  { waiting, consoleUrl }: { waiting: number; consoleUrl: string },
): { subject: string; text: string; html: string } {
  const { title, nextStep } = describeCause(channel, cause)
  const subject = `[Phiếu] ${NAMES[channel]} ${HEADLINES[kind]}`
  const lines = [
    `Kênh ${NAMES[channel]} ${HEADLINES[kind]}.`,
    `Nguyên nhân: ${title}.`,
    `Việc cần làm: ${nextStep}`,
    `${new Intl.NumberFormat('vi-VN').format(waiting)} tin đang chờ; không tin nào bị mất.`,
  ]
  const close = 'Thư này do hệ thống tự gửi, mỗi sự việc một lần, tới cán bộ và người quản trị.'
  return {
    subject,
    text: [...lines, '', 'Xem và xử lý tại:', '', consoleUrl, '', close, ''].join('\n'),
    html: html`<!doctype html><html lang="vi"><body style="font:16px/1.5 sans-serif">${lines.map((line) => html`<p>${line}</p>`)}<p><a href="${consoleUrl}">Xem và xử lý</a></p><p>${close}</p></body></html>`
      .html,
  }
}
