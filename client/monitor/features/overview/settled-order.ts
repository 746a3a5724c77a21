/**
 * Who needs help first, without rows that jump about while someone reads: the order changes at most every ten seconds,
 * while the figures inside the rows always move.
 */
import { useEffect, useRef, useState } from 'react'
import type { UnitProgress } from '../../../shared/api-types.ts'

const SETTLE_MS = 10_000
const byName = new Intl.Collator('vi')

/** Lowest share of answers first, then by name. Pure. */
export function orderByNeed(units: UnitProgress[]): string[] {
  const share = ({ answered, invited }: UnitProgress) => (invited > 0 ? answered / invited : 1)
  return [...units].sort((a, b) => share(a) - share(b) || byName.compare(a.name, b.name)).map((unit) => unit.code)
}

export function useSettledOrder(units: UnitProgress[]): UnitProgress[] {
  const latest = useRef(units)
  latest.current = units
  const [order, setOrder] = useState(() => orderByNeed(units))

  useEffect(() => {
    const settle = () =>
      setOrder((before) => {
        const after = orderByNeed(latest.current)
        return after.join() === before.join() ? before : after
      })
    const timer = setInterval(settle, SETTLE_MS)
    return () => clearInterval(timer)
  }, [])

  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const settled = order.flatMap((code) => byCode.get(code) ?? [])
  // Other units than before (a first load, another campaign) are ordered at once.
  return settled.length === units.length ? settled : orderByNeed(units).map((code) => byCode.get(code)!)
}
