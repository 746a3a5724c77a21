/** The words of an estimate, for people who decide by them: who, how fast, until when, and what will not work. Pure. */

import { nextSendingMoment } from '../sending-hours.ts'
import type { ChannelOutlook, SendingSituation, WaveToEstimate } from './estimate-sending.ts'

const NUMBER = new Intl.NumberFormat('vi-VN')
const ZONE = { timeZone: 'Asia/Ho_Chi_Minh' } as const
const DAY = new Intl.DateTimeFormat('en-GB', { ...ZONE, day: '2-digit', month: '2-digit', year: 'numeric' })
const TIME = new Intl.DateTimeFormat('en-GB', { ...ZONE, hour: '2-digit', minute: '2-digit' })
const MINUTE_MS = 60_000

const NAMES = {
  email: { channel: 'Thư điện tử', one: 'thư', unit: 'thư điện tử' },
  zalo: { channel: 'Zalo', one: 'tin', unit: 'tin Zalo' },
} as const

const count = (value: number): string => NUMBER.format(value)
/** "08:12 ngày 05/12/2024" */
export const describeMoment = (at: Date): string => `${TIME.format(at)} ngày ${DAY.format(at)}`

export function describeEstimate(
  wave: WaveToEstimate,
  outlooks: ChannelOutlook[],
  situation: SendingSituation,
): { words: string; warning: boolean } {
  const several = outlooks.length > 1
  if (outlooks.every(({ messages }) => messages === 0)) {
    return { words: 'Không có ai để gửi.', warning: false }
  }
  const lines: string[] = []
  if (several) {
    const parts = outlooks.map(({ channel, messages }) => `${count(messages)} ${NAMES[channel].unit}`)
    lines.push(`${count(wave.people)} người: ${parts.join(', ')}.`)
    if (wave.order === 'in-order') lines.push(inOrderLine(outlooks))
  }
  let warning = false
  for (const outlook of outlooks.filter(({ messages }) => messages > 0)) {
    const { channel } = outlook
    const subject = several ? `${NAMES[channel].channel}:` : `${count(wave.people)} người,`
    lines.push(`${subject} ${paceOf(outlook, !several)} → ${endOf(outlook)}.`)
    const notes = [startNote(wave, outlook, situation), lateNote(outlook, situation.closesAt)].filter((note) => note)
    warning ||= notes.length > 0 || outlook.until === null || outlook.situation.stopped !== null
    lines.push(...(notes as string[]), ...conditionNotes(outlook))
  }
  return { words: lines.join('\n'), warning }
}

function inOrderLine([first, second]: ChannelOutlook[]): string {
  return `${NAMES[second!.channel].channel} chỉ gửi cho người không có hoặc không nhận được ${NAMES[first!.channel].unit}; số tin thật phụ thuộc vào số ${NAMES[first!.channel].one} hỏng.`
}

/** The limit that decides how long it takes. */
function paceOf({ channel, messages, situation: { pace, outbox } }: ChannelOutlook, alone: boolean): string {
  const unit = alone ? NAMES[channel].unit : NAMES[channel].one
  if (outbox) return `${unit} vào hộp thư thử, không giới hạn tốc độ`
  const daily = Math.min(pace.perDay ?? Number.POSITIVE_INFINITY, pace.quota?.daily ?? Number.POSITIVE_INFINITY)
  if (daily < messages) return `${count(daily)} ${unit}/ngày`
  return pace.perMinute === null ? `${unit} không giới hạn tốc độ` : `${count(pace.perMinute)} ${unit}/phút`
}

function endOf({ until, days }: ChannelOutlook): string {
  if (!until) return 'không bao giờ xong với tốc độ này'
  if (days === 1) return `xong trong ngày ${DAY.format(until)}, khoảng ${TIME.format(until)}`
  return `xong sau ${count(days)} ngày (khoảng ${describeMoment(until)})`
}

/** When it does not begin at the moment that was asked for. A pace of a minute or less is no news. */
function startNote(
  wave: WaveToEstimate,
  { channel, from }: ChannelOutlook,
  situation: SendingSituation,
): string | null {
  const wished = new Date(Math.max(wave.startsAt.getTime(), situation.now.getTime()))
  if (!from || from.getTime() - wished.getTime() < MINUTE_MS) return null
  const name = NAMES[channel].channel
  const allowed = nextSendingMoment(situation.hours, channel, wished, situation.daysOff)
  if (allowed > wished && from.getTime() - allowed.getTime() < MINUTE_MS) {
    return `${name} bắt đầu lúc ${describeMoment(from)}: ${describeMoment(wished)} nằm ngoài giờ gửi.`
  }
  return `${name} bắt đầu lúc ${describeMoment(from)}, sau các tin đang chờ trước và hạn mức trong ngày.`
}

function lateNote({ channel, messages, inTime, until }: ChannelOutlook, closesAt: Date | null): string | null {
  const missed = messages - inTime
  if (!closesAt || missed <= 0) return null
  const beyond = until ? `; muốn gửi hết cần thêm ${span(until.getTime() - closesAt.getTime())} sau hạn` : ''
  return `Không kịp: ${count(missed)} ${NAMES[channel].unit} chưa gửi được khi đợt đóng lúc ${describeMoment(closesAt)}${beyond}. Hãy gửi sớm hơn, thêm kênh hoặc tăng tốc độ.`
}

function conditionNotes({ channel, situation: { stopped, outbox, pace } }: ChannelOutlook): string[] {
  const name = NAMES[channel].channel
  return [
    stopped === 'paused' ? `${name} đang tạm dừng: ước tính này chỉ đúng nếu cho gửi tiếp ngay.` : '',
    stopped === 'held' ? `${name} đang gặp trục trặc và tự thử lại: ước tính này chỉ đúng nếu gửi lại được ngay.` : '',
    channel === 'zalo' && !outbox && !pace.quota
      ? 'Chưa biết hạn mức Zalo mỗi ngày: sẽ biết khi tin đầu tiên được trả lời; ước tính này chưa tính hạn mức.'
      : '',
  ].filter(Boolean)
}

/** "2 ngày 3 giờ", "15 phút"; rounded up to whole minutes, at most two parts. */
function span(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE_MS) + 1
  const parts = [
    [Math.floor(minutes / 1440), 'ngày'],
    [Math.floor((minutes % 1440) / 60), 'giờ'],
    [minutes % 60, 'phút'],
  ] as const
  return parts
    .filter(([value]) => value > 0)
    .slice(0, 2)
    .map(([value, unit]) => `${value} ${unit}`)
    .join(' ')
}
