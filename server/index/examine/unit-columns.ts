/** The columns of the units' table that a report sums up elsewhere: the total, and the points in each domain. */
import { type Column, columnsOf } from './columns.ts'
import type { BlockContext } from './report-context.ts'
import type { UnitFigures } from './schemas.ts'

/** `rows` in the table's order; `whole`: every unit of the block has its points printed. */
export type UnitColumn = {
  column: Column
  decimals: number
  rows: { unit: string; points: number; place: string }[]
  whole: boolean
}

export function unitColumnsOf(block: BlockContext): UnitColumn[] {
  const { figures, path, decimals, size } = block
  const units = figures.units ?? []
  return columnsOf(block).flatMap((column): UnitColumn[] => {
    if (column.kind === 'survey') return []
    const code = column.domain
    const rows = units.flatMap((unit) => {
      const points = code === null ? unit.points : pointsInDomain(unit, code)
      const place = `${path}.units[${unit.code}].${code === null ? 'points' : `domains[${code}]`}`
      return points === undefined ? [] : [{ unit: unit.code, points, place }]
    })
    const whole = rows.length > 0 && rows.length === units.length && rows.length === size?.count
    return [{ column, decimals: code === null ? decimals.unitPoints : decimals.unitDomain, rows, whole }]
  })
}

/** As printed for the unit. A domain's code may be any text, "constructor" too, which every object answers to. */
export const pointsInDomain = ({ domains = {} }: UnitFigures, code: string): number | undefined =>
  Object.hasOwn(domains, code) ? domains[code] : undefined
