/** The units that a contact can be of. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import { listUnits } from './queries.ts'
import type { UnitsView } from './schemas.ts'

type UnitDeps = Pick<Deps, 'db' | 'definitions'>

/** Of campaigns first; definitions tell of units before there is any campaign. */
export async function readUnits({ db, definitions }: UnitDeps): Promise<UnitsView> {
  const known = new Map<string, string>()
  for (const { definition } of definitions)
    for (const block of definition?.blocks ?? []) for (const { code, name } of block.units) known.set(code, name)
  for (const { code, name } of await listUnits(db)) known.set(code, name)
  const collator = new Intl.Collator('vi')
  return [...known].map(([code, name]) => ({ code, name })).sort((a, b) => collator.compare(a.name, b.name))
}

/** Throws unit-unknown (422). */
export async function requireUnit(deps: UnitDeps, unit: string): Promise<void> {
  if (!(await readUnits(deps)).some(({ code }) => code === unit)) throw errors.unitUnknown({ unit })
}

/** A unit's name, or its code when nobody knows it any more. */
export async function nameUnit(deps: UnitDeps, code: string): Promise<string> {
  return (await readUnits(deps)).find((unit) => unit.code === code)?.name ?? code
}
