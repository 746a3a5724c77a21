/** The plan as an officer edits it: texts as typed, turned into what the server takes, or into problems by field. Pure. */

import type { PlanBody, PlanView } from '../../../../shared/delivery-types.ts'
import { addDays, dayOf, formatDate, formatTime } from '../../../../shared/format-vi.ts'
import { parseMoment } from '../../../shared/parse-moment.ts'
import { t } from '../../../words/t.ts'
import { usualWay, type WaveKind, wayById, wayOf } from '../wave-words.ts'

export type DraftWave = {
  /** Stays while the row is edited. */
  key: string
  /** The number of a wave that is planned already. */
  wave?: number
  kind: WaveKind
  way: string
  /** For how many units alone; null: for all. Said when it was made, and not changed here. */
  units: number | null
  /** `dd/mm/yyyy HH:MM` as typed. */
  at: string
}

export type PlanDraft = {
  /** Any hour: only where nothing is sent for real. */
  anyHour: boolean
  from: string
  to: string
  saturdays: boolean
  sundays: boolean
  /** `YYYY-MM-DD`, sorted. */
  days: string[]
  maxMessages: string
  waves: DraftWave[]
}

export type PlanProblems = Record<string, string>

const BETWEEN_REMINDERS = 3
const MORNING = '08:00'
const CLOCK = /^([01]?\d|2[0-3])[:hg]([0-5]\d)$/
const WRITE_MOMENT = t`Hãy viết như 30/11/2026 08:00.`

type ShownWave = PlanView['waves'][number]

/** What can still be changed: nothing of it has gone out, nor been written down to go out. */
export const isOpenToChange = ({ state, frozenAt }: Pick<ShownWave, 'state' | 'frozenAt'>): boolean =>
  frozenAt === null && (state === 'planned' || state === 'overdue')

export function draftOf(plan: PlanView): PlanDraft {
  const { hours, daysOff, maxMessages } = plan
  return {
    anyHour: hours === 'any',
    from: hours === 'any' ? '07:00' : hours.from,
    to: hours === 'any' ? '21:30' : hours.to,
    saturdays: daysOff.includes('sat'),
    sundays: daysOff.includes('sun'),
    days: daysOff.filter((day) => day !== 'sat' && day !== 'sun').sort(),
    maxMessages: String(maxMessages),
    waves: plan.waves.filter(isOpenToChange).map((wave) => ({
      key: `wave-${wave.wave}`,
      wave: wave.wave,
      kind: wave.kind,
      way: wayOf(wave).id,
      units: wave.units?.length ?? null,
      at: typedMoment(wave.startsAt),
    })),
  }
}

const typedMoment = (iso: string): string => `${formatDate(iso)} ${formatTime(iso)}`

/** One more wave: the invitation while there is none, else a reminder three days after the last. `now` in milliseconds. */
export function withNextWave(draft: PlanDraft, plan: PlanView, now: number): PlanDraft {
  const begun = plan.waves.filter((wave) => !isOpenToChange(wave))
  const invited = [...begun, ...draft.waves].some(({ kind }) => kind === 'invitation')
  const moments = [
    ...begun.map(({ startsAt }) => startsAt),
    ...draft.waves.flatMap(({ at }) => parseMoment(at) ?? []),
  ].sort()
  const last = moments.at(-1)
  const tomorrow = addDays(dayOf(now), 1)
  const after = invited && last ? addDays(dayOf(last), BETWEEN_REMINDERS) : tomorrow
  const day = after < tomorrow ? tomorrow : after
  const wave: DraftWave = {
    key: `new-${now}-${draft.waves.length}`,
    kind: invited ? 'reminder' : 'invitation',
    way: draft.waves.find(({ kind }) => kind === 'invitation')?.way ?? usualWay(begun),
    units: null,
    at: `${formatDate(day)} ${MORNING}`,
  }
  return { ...draft, waves: [...draft.waves, wave] }
}

/** What has begun is named unchanged, so that the server knows that it was seen; it comes before the rows of the form. */
const begunOf = ({ waves }: PlanView): ShownWave[] =>
  waves.filter((wave) => !isOpenToChange(wave) && wave.state !== 'stopped')

/** What to send to the server, or what to mend, by field (`from`, `to`, `maxMessages`, a wave's key). */
export function bodyOf(
  draft: PlanDraft,
  plan: PlanView,
): { body: PlanBody; problems: null } | { body: null; problems: PlanProblems } {
  const problems: PlanProblems = {}
  const from = clockOf(draft.from)
  const to = clockOf(draft.to)
  if (!draft.anyHour) {
    if (!from) problems.from = t`Hãy viết giờ như 07:00.`
    if (!to) problems.to = t`Hãy viết giờ như 21:30.`
    if (from && to && from >= to) problems.to = t`Giờ cuối phải sau giờ đầu.`
  }
  const most = Number(draft.maxMessages)
  if (!Number.isInteger(most) || most < 1 || most > 50) problems.maxMessages = t`Từ 1 tới 50 tin.`
  const waves = draft.waves.map(({ key, wave, kind, way, at }) => {
    const moment = parseMoment(at)
    if (!moment) problems[key] = WRITE_MOMENT
    const { channels, order, audience } = wayById(way)
    return { ...(wave ? { wave } : {}), kind, channels, order, audience, at: moment ?? '' }
  })
  if (Object.keys(problems).length > 0) return { body: null, problems }
  const daysOff = [...(draft.saturdays ? ['sat'] : []), ...(draft.sundays ? ['sun'] : []), ...draft.days]
  const begun = begunOf(plan).map(({ wave, kind, channels, order, audience, startsAt }) => ({
    ...{ wave, kind, channels, order, audience },
    at: startsAt,
  }))
  const body: PlanBody = {
    revision: plan.revision,
    hours: draft.anyHour ? 'any' : { from: from!, to: to! },
    daysOff: daysOff as NonNullable<PlanBody['daysOff']>,
    maxMessages: most,
    waves: [...begun, ...waves],
  }
  return { body, problems: null }
}

/** The server's problems (`waves.2.at`) by the row that they are about; null for one that is about no row. */
export function rowOfProblem(path: string, draft: PlanDraft, plan: PlanView): string | null {
  const place = /^waves\.(\d+)\b/.exec(path)?.[1]
  return place === undefined ? null : (draft.waves[Number(place) - begunOf(plan).length]?.key ?? null)
}

/** The number that each row has or will get: new ones the next numbers, by their moment. */
export function numbersOf(draft: PlanDraft, plan: PlanView): Map<string, number> {
  const last = Math.max(0, ...plan.waves.map(({ wave }) => wave))
  const fresh = draft.waves
    .filter(({ wave }) => wave === undefined)
    .toSorted((a, b) => Date.parse(parseMoment(a.at) ?? '') - Date.parse(parseMoment(b.at) ?? ''))
  return new Map(draft.waves.map((row) => [row.key, row.wave ?? last + 1 + fresh.indexOf(row)]))
}

/** `7:00`, `7h00` → `07:00`; null when it is no time of day. */
export function clockOf(text: string): string | null {
  const parts = CLOCK.exec(text.trim())
  return parts ? `${parts[1]!.padStart(2, '0')}:${parts[2]}` : null
}
