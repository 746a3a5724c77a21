/**
 * A unit's total is one that its domains allow: where it is named highest or lowest of a domain it has those points, in the
 * others it lies between highest and lowest. Speaks for classes as well as for printed totals.
 */
import { domainColumns } from '../columns.ts'
import { meets, printable, sumOf } from '../interval.ts'
import { type BlockContext, codesNamed } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { boundsIn, totalOf } from '../unit-bounds.ts'
import { sayPossible } from '../words.ts'

export const unitTotals: Rule = {
  name: 'unit-totals',
  examine: ({ blocks }) => blocks.flatMap(examineBlock),
}

function examineBlock(block: BlockContext): Remark[] {
  const domains = domainColumns(block)
  const isWhole = domains.length > 0 && domains.every(({ max, highest }) => max !== null || highest !== undefined)
  if (!isWhole) return []
  return unitsOf(block).flatMap((unit): Remark[] => {
    const total = totalOf(unit, block)
    if (!total) return []
    const allowed = sumOf(domains.map((domain) => boundsIn(domain, unit, block)))
    if (meets(total.interval, allowed)) return []
    const possible = printable(allowed, block.decimals.indexExtreme)
    return [
      {
        place: total.place,
        against: [`${block.path}.domains[*].highest`, `${block.path}.domains[*].lowest`],
        printed: printedAt(unit, total.place, block),
        possible,
        message: `${block.nameOf(unit)}: điểm cao nhất và thấp nhất của các lĩnh vực chỉ cho phép tổng điểm ${sayPossible(possible)}.`,
      },
    ]
  })
}

function unitsOf(block: BlockContext): string[] {
  const { units, index } = block.figures
  if (units) return units.map(({ code }) => code)
  return [...new Set([index?.highest, index?.lowest].flatMap((extreme) => codesNamed(extreme, block)))]
}

function printedAt(unit: string, place: string, { figures: { units = [], index } }: BlockContext): number | string {
  const row = units.find(({ code }) => code === unit)
  if (place.endsWith('.class')) return row!.class!
  if (place.includes('.units[')) return row!.points!
  return place.includes('.highest') ? index!.highest!.points : index!.lowest!.points
}
