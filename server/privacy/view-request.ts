/** A request as staff see it. Pure. */
import { dayInVietnam } from '../clock.ts'
import type { RequestRow } from './queries.ts'
import type { PersonCard, RequestView } from './schemas.ts'

export function viewRequest(row: RequestRow, person: PersonCard | undefined, today: string): RequestView {
  const { id, kind, via, receivedOn, dueOn, state, note, outcome, createdBy, closedBy, closedAt } = row
  return {
    ...{ id, kind, via, receivedOn, dueOn, state, note, outcome, createdBy, closedBy },
    overdue: state === 'open' && dueOn < today,
    person: person ?? null,
    closedOn: closedAt && dayInVietnam(closedAt),
  }
}
