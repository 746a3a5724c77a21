/** A unit's points are its appraised and survey points together, and the sum of its domains. */
import { asPrinted, meets, printable, sumOf } from '../interval.ts'
import type { BlockContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import type { UnitFigures } from '../schemas.ts'
import { pointsInDomain } from '../unit-columns.ts'
import { sayNumber, sayPossible } from '../words.ts'

export const unitParts: Rule = {
  name: 'unit-parts',
  examine: ({ blocks }) =>
    blocks.flatMap((block) =>
      (block.figures.units ?? []).flatMap((unit) => [
        ...judge(unit, partsOf(unit), block.decimals.unitPart, ['appraised', 'survey'], block),
        ...judge(unit, domainsOf(unit, block), block.decimals.unitDomain, ['domains[*]'], block),
      ]),
    ),
}

function partsOf({ appraised, survey }: UnitFigures): number[] {
  return appraised === undefined || survey === undefined ? [] : [appraised, survey]
}

/** Only where every domain of the block is printed for the unit. */
function domainsOf(unit: UnitFigures, { figures: { domains = [] } }: BlockContext): number[] {
  const printed = domains.flatMap(({ code }) => pointsInDomain(unit, String(code)) ?? [])
  return printed.length === domains.length ? printed : []
}

function judge(
  { code, points }: UnitFigures,
  parts: number[],
  decimals: number,
  names: string[],
  block: BlockContext,
): Remark[] {
  if (points === undefined || parts.length === 0) return []
  const sum = sumOf(parts.map((part) => asPrinted(part, decimals)))
  if (meets(asPrinted(points, block.decimals.unitPoints), sum)) return []
  const possible = printable(sum, block.decimals.unitPoints)
  const at = `${block.path}.units[${code}]`
  return [
    {
      place: `${at}.points`,
      against: names.map((name) => `${at}.${name}`),
      printed: points,
      possible,
      message: `${block.nameOf(code)}: tổng điểm in là ${sayNumber(points)}, nhưng các phần cộng lại cho ${sayPossible(possible)}.`,
    },
  ]
}
