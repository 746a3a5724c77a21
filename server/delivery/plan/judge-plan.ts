/** Whether a plan makes sense as a whole. Pure. A moment outside the sending hours is no fault: the estimate says when it begins. */
import type { ChannelName } from '../../channels/channel.ts'
import { nextSendingMoment, type SendingHours } from '../sending-hours.ts'
import type { Wave } from '../wave-queries.ts'
import { LEAST_PAUSE_MS, wavesMeet } from '../waves-meet.ts'
import { describeMoment } from './describe-estimate.ts'
import { hasBegun, type MergedPlan } from './merge-plan.ts'

export type PlanProblem = { path: string; problem: string }

export const MOST_WAVES = 20

const NAMES: Record<ChannelName, string> = { email: 'thư điện tử', zalo: 'Zalo' }

export function judgePlan(
  { waves, added, changed, places }: MergedPlan,
  {
    hours,
    closesAt,
    now,
    missing,
  }: {
    hours: SendingHours
    closesAt: Date | null
    now: Date
    /** Channels that this installation cannot send over. */
    missing: ChannelName[]
  },
): PlanProblem[] {
  const standing = waves.filter(({ state }) => state !== 'stopped')
  const problems: PlanProblem[] = []
  const say = (wave: Wave, field: string, problem: string): void => {
    const place = places.get(wave.number)
    problems.push({ path: place === undefined ? 'waves' : `waves.${place}.${field}`, problem })
  }
  if (standing.length > MOST_WAVES) {
    problems.push({ path: 'waves', problem: `Một đợt có nhiều nhất ${MOST_WAVES} lượt gửi, kể cả các lượt đã gửi.` })
  }
  const invitations = standing.filter(({ kind }) => kind === 'invitation')
  for (const second of invitations.slice(1)) say(second, 'kind', 'Mỗi đợt chỉ có một lượt mời.')
  const invitation = invitations[0]
  const isNew = new Set([...added, ...changed].map(({ number }) => number))

  for (const wave of standing.filter((one) => !hasBegun(one))) {
    if (isNew.has(wave.number) && wave.startsAt <= now)
      say(wave, 'at', 'Thời điểm này đã qua. Hãy chọn thời điểm sau bây giờ.')
    if (closesAt && wave.startsAt >= closesAt) {
      say(wave, 'at', `Đợt đóng lúc ${describeMoment(closesAt)}. Hãy chọn thời điểm trước đó.`)
    }
    if (wave.kind === 'reminder' && !invitation)
      say(wave, 'kind', 'Chưa có lượt mời nên không thể nhắc. Hãy thêm lượt mời.')
    if (wave.kind === 'reminder' && invitation && !hasBegun(invitation) && wave.startsAt <= invitation.startsAt) {
      say(wave, 'at', 'Lượt nhắc phải ở sau lượt mời.')
    }
    for (const channel of wave.channels as ChannelName[]) {
      if (missing.includes(channel)) say(wave, 'channels', `Chưa cấu hình ${NAMES[channel]} trên hệ thống này.`)
    }
    const near = standing.find(
      (other) => other.number !== wave.number && comesBefore(other, wave) && collides(other, wave),
    )
    if (near) {
      say(
        wave,
        'at',
        `Cách lượt ${near.number} qua cùng kênh chưa đầy 10 phút. Hãy để cách xa hơn, người nhận sẽ không bị nhắn dồn.`,
      )
    }
  }
  if (standing.some(({ channels }) => channels.includes('zalo')) && !reachesZalo(hours)) {
    problems.push({
      path: 'hours',
      problem: 'Zalo không gửi từ 22:00 đến 06:00. Hãy chọn giờ gửi có phần nằm ngoài khoảng đó.',
    })
  }
  return problems
}

/** Of two that are too near each other, the later one is told. */
const comesBefore = (a: Wave, b: Wave): boolean =>
  hasBegun(a) || a.startsAt < b.startsAt || (a.startsAt.getTime() === b.startsAt.getTime() && a.number < b.number)

const collides = (a: Wave, b: Wave): boolean =>
  Math.abs(a.startsAt.getTime() - b.startsAt.getTime()) < LEAST_PAUSE_MS && wavesMeet(a, b)

/** Whether Zalo's own hours leave anything of the campaign's. */
function reachesZalo(hours: SendingHours): boolean {
  if (hours === 'any') return true
  const allowed = nextSendingMoment(hours, 'zalo', new Date(0))
  return nextSendingMoment(hours, 'email', allowed).getTime() === allowed.getTime()
}
