/** A person as lists show them: words beside codes, units by name, the phone as people write it. Pure. */
import { describeCause } from './describe-cause.ts'
import { describeState } from './describe-state.ts'
import type { PersonRow } from './people-queries.ts'
import type { PersonView } from './schemas.ts'

/** "84912345678" → "0912345678". */
export const writtenPhone = (phone: string): string => phone.replace(/^84/, '0')

export function viewPerson(row: PersonRow, unitNames: Record<string, string>): PersonView {
  const { emailFailure, phoneFailure, last } = row
  return {
    ...row,
    phone: row.phone && writtenPhone(row.phone),
    units: row.units.map((code) => ({ code, name: unitNames[code] ?? code })),
    emailFailure:
      emailFailure === null ? null : { cause: emailFailure, title: describeCause('email', emailFailure).title },
    phoneFailure:
      phoneFailure === null ? null : { cause: phoneFailure, title: describeCause('zalo', phoneFailure).title },
    last: last && { ...last, title: describeState(last.channel, last.state, last.cause) },
  }
}
