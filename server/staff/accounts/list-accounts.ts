/** Accounts as administrators see them. */
import type { Deps } from '../../deps.ts'
import type { Staff } from '../../http/app-types.ts'
import { type ListedAccount, listAccounts } from './queries.ts'
import { readUnits } from './read-units.ts'
import type { AccountView } from './schemas.ts'

type AccountDeps = Pick<Deps, 'db' | 'clock' | 'definitions'>

export async function readAccounts(deps: AccountDeps, staff: Staff): Promise<AccountView[]> {
  const now = deps.clock.now()
  const [rows, units] = await Promise.all([listAccounts(deps.db, now), readUnits(deps)])
  const names = new Map(units.map(({ code, name }) => [code, name]))
  return rows.map((row) => viewAccount(row, names, now, staff))
}

function viewAccount(row: ListedAccount, names: Map<string, string>, now: Date, staff: Staff): AccountView {
  const { id, email, name, role, unit, disabledAt, lockedUntil, createdAt, lastSeenAt } = row
  const locked = lockedUntil !== null && lockedUntil > now
  return {
    ...{ id, email, name, role },
    unit: unit === null ? null : { code: unit, name: names.get(unit) ?? unit },
    state: disabledAt ? 'disabled' : locked ? 'locked' : 'active',
    lockedUntil: locked ? lockedUntil.toISOString() : null,
    secondFactor: row.totpConfirmed,
    sessions: row.sessions,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    self: id === staff.id,
  }
}
