/** What the set that is meant must hold. */
import type { Campaign } from '../../campaigns/queries.ts'
import { errors } from '../../errors.ts'
import { type PointsPlan, planPoints } from './plan-points.ts'
import type { SetKey } from './queries.ts'

/** Throws points-kind-invalid: an unknown source, a source where there is none, a second round of what is not appraised. */
export function requirePlan({ code, definition }: Campaign, key: SetKey): PointsPlan {
  const plan = key.round === 2 && key.kind !== 'appraised' ? undefined : planPoints(code, definition, key)
  if (!plan) throw errors.pointsKindInvalid()
  return plan
}
