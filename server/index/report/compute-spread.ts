/** What can be said of the points of several units on one thing: a whole block's total, a domain, a source. Pure. */
import { differenceOf, meanOf, percentOf } from './compute-figures.ts'

export type UnitRef = { code: string; name: string }
export const refOf = ({ code, name }: UnitRef): UnitRef => ({ code, name })
export type UnitPoints = UnitRef & { points: number }

/** The highest or lowest points, and every unit that has them. */
export type Extreme = { points: number; percent: number | undefined; units: UnitRef[] }

/** All made from printed points, so `above`, `below` and `equal` part the units as the printed table shows. */
export type Spread = {
  max: number
  values: UnitPoints[]
  mean: number
  percent: number | undefined
  highest: Extreme
  lowest: Extreme
  gap: number
  above: UnitRef[]
  below: UnitRef[]
  equal: UnitRef[]
}

/** `values` in the order in which units shall be named; undefined of nothing. */
export function computeSpread(values: UnitPoints[], max: number): Spread | undefined {
  const points = values.map((value) => value.points)
  const mean = meanOf(points)
  if (mean === undefined) return undefined
  const [highest, lowest] = [points.reduce((a, b) => Math.max(a, b)), points.reduce((a, b) => Math.min(a, b))]
  const unitsWhere = (holds: (points: number) => boolean): UnitRef[] =>
    values.filter((value) => holds(value.points)).map(refOf)
  const extreme = (end: number): Extreme => ({
    points: end,
    percent: percentOf(end, max),
    units: unitsWhere((one) => one === end),
  })
  return {
    max,
    values,
    mean,
    percent: percentOf(mean, max),
    highest: extreme(highest),
    lowest: extreme(lowest),
    gap: differenceOf(highest, lowest),
    above: unitsWhere((one) => one > mean),
    below: unitsWhere((one) => one < mean),
    equal: unitsWhere((one) => one === mean),
  }
}
