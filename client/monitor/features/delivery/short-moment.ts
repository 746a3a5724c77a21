/** ISO time → `15/11 08:00`, in Vietnam: short enough for a table. Pure. */
import { dayOf, formatDay, formatTime } from '../../../shared/format-vi.ts'

export const shortMoment = (iso: string): string => `${formatDay(dayOf(iso))} ${formatTime(iso)}`
