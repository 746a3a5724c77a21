/** Nothing is dated before what it builds on, and no period ends before it begins. */
import type { ReportContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { type Stage, stageOf, stagesBefore } from '../stages.ts'
import { sayDay } from '../words.ts'

/** `first` and `last`: its days; `earlier`: what it says itself that it builds on. */
type Dated = {
  what: string
  stage: Stage | null
  first: string
  last: string
  place: string
  lastPlace: string
  earlier: string[]
}

export const datesInOrder: Rule = {
  name: 'dates-in-order',
  examine: (report) => {
    const dated = datedOf(report)
    return [...dated.flatMap(judgePeriod), ...dated.flatMap((entry) => judgeEntry(entry, dated))]
  },
}

function datedOf({ figures: { documents = [], steps = [] } }: ReportContext): Dated[] {
  const papers = documents.map((document, position) => ({
    ...document,
    from: undefined,
    to: undefined,
    at: `documents[${position}]`,
  }))
  const acts = steps.map((step, position) => ({ ...step, at: `steps[${position}]` }))
  return [...papers, ...acts].flatMap(({ what, date, from, to, after = [], at }) => {
    const first = from ?? date ?? to
    const last = to ?? date ?? from
    if (first === undefined || last === undefined) return []
    const placeOf = (key: string): string => `${at}.${date === undefined ? key : 'date'}`
    return [
      {
        what,
        stage: stageOf(what),
        first,
        last,
        place: placeOf(from ? 'from' : 'to'),
        lastPlace: placeOf(to ? 'to' : 'from'),
        earlier: after,
      },
    ]
  })
}

function judgePeriod({ what, first, last, place, lastPlace }: Dated): Remark[] {
  if (first <= last) return []
  const message = `“${what}” kết thúc ngày ${sayDay(last)}, trước khi bắt đầu ngày ${sayDay(first)}.`
  return [
    { place: lastPlace, against: [place], printed: last, possible: { dates: { from: first, to: null } }, message },
  ]
}

function judgeEntry(entry: Dated, dated: Dated[]): Remark[] {
  const before = entry.stage ? stagesBefore(entry.stage) : []
  const late = dated.filter(
    ({ what, stage, last }) =>
      ((stage !== null && before.includes(stage)) || entry.earlier.includes(what)) && last > entry.first,
  )
  if (late.length === 0) return []
  const latest = late.reduce((a, b) => (b.last > a.last ? b : a))
  return [
    {
      place: entry.place,
      against: late.map(({ lastPlace }) => lastPlace),
      printed: entry.first,
      possible: { dates: { from: latest.last, to: null } },
      message: `“${entry.what}” ghi ngày ${sayDay(entry.first)}, trước những gì phải có trước nó: ${late.map(({ what, last }) => `${what} (${sayDay(last)})`).join('; ')}.`,
    },
  ]
}
