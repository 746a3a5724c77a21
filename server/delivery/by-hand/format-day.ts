/** dd/mm/yyyy in Viet Nam; British order and signs are the Vietnamese ones. Pure. */
const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
export const formatDay = (instant: Date): string => DAY.format(instant)
