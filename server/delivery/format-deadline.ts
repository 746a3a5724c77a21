/** When a form must be in, with its hour, in Viet Nam. Made once, because making a format costs more than a message. Pure. */
const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function partsOf(instant: Date): { day: string; hour: string } {
  const [day = '', hour = ''] = PARTS.format(instant).split(', ')
  return { day, hour }
}

/** "17:00 ngày 20/12/2024" */
export function formatDeadline(instant: Date): string {
  const { day, hour } = partsOf(instant)
  return `${hour} ngày ${day}`
}

/** "17:00 20/12/2024": Zalo's template has room for 20 characters. */
export function shortDeadline(instant: Date): string {
  const { day, hour } = partsOf(instant)
  return `${hour} ${day}`
}
