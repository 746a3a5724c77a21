/** Accounts, and the units that a contact can be of. */
import type { Deps } from '../../deps.ts'
import type { Staff } from '../../http/app-types.ts'
import { type ListedAccount, listAccounts, listUnits } from './queries.ts'
import type { AccountView, UnitsView } from './schemas.ts'

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

/** Of campaigns first; definitions tell of units before there is any campaign. */
export async function readUnits({ db, definitions }: Pick<AccountDeps, 'db' | 'definitions'>): Promise<UnitsView> {
  const known = new Map<string, string>()
  for (const { definition } of definitions)
    for (const block of definition?.blocks ?? []) for (const { code, name } of block.units) known.set(code, name)
  for (const { code, name } of await listUnits(db)) known.set(code, name)
  const collator = new Intl.Collator('vi')
  return [...known].map(([code, name]) => ({ code, name })).sort((a, b) => collator.compare(a.name, b.name))
}

/** A unit's name, or its code when nobody knows it any more. */
export async function nameUnit(deps: Pick<AccountDeps, 'db' | 'definitions'>, code: string): Promise<string> {
  return (await readUnits(deps)).find((unit) => unit.code === code)?.name ?? code
}
