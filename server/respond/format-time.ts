/** Dates as people in Vietnam read them, always in Asia/Ho_Chi_Minh, whatever the server's own zone is. */
const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' })

type Moment = string | Date

/** "15/12/2024" */
export const formatDay = (at: Moment): string => DAY.format(new Date(at))

/** "đến hết ngày 15/12/2024"; a deadline inside a day keeps its hour: "đến 17:00 ngày 15/12/2024". */
export function formatDeadline(at: Moment): string {
  const last = new Date(new Date(at).getTime() - 1)
  const hour = TIME.format(last)
  return hour === '23:59' || hour === '23:58'
    ? `đến hết ngày ${formatDay(last)}`
    : `đến ${TIME.format(new Date(at))} ngày ${formatDay(at)}`
}
