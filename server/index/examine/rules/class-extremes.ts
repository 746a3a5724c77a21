/** Class counts against the highest and the lowest unit: their classes have units, and no class beyond them has any. */
import { asPrinted } from '../interval.ts'
import { type BlockContext, unitsNamed } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { sayNumber } from '../words.ts'
import { classesFor } from './class-points.ts'

export const classExtremes: Rule = {
  name: 'class-extremes',
  examine: ({ blocks }) => blocks.flatMap((block) => [...examineEnd(block, 'highest'), ...examineEnd(block, 'lowest')]),
}

function examineEnd(
  { path, figures, classBounds, classCounts, decimals }: BlockContext,
  end: 'highest' | 'lowest',
): Remark[] {
  const extreme = figures.index?.[end]
  if (!extreme) return []
  const possible = classesFor(asPrinted(extreme.points, decimals.indexExtreme), classBounds)
  const order = classBounds.map(({ code }) => code)
  const at = possible.map((code) => order.indexOf(code))
  const isBeyond = (code: string): boolean =>
    end === 'highest' ? order.indexOf(code) < Math.min(...at) : order.indexOf(code) > Math.max(...at)
  const side = end === 'highest' ? 'cao nhất' : 'thấp nhất'
  return possible.length === 0
    ? []
    : order.flatMap((code): Remark[] => {
        const printed = classCounts.get(code)
        if (!printed) return []
        const against = [`${path}.index.${end}.points`]
        if (isBeyond(code) && printed.count > 0)
          return [
            {
              place: printed.place,
              against,
              printed: printed.count,
              possible: { oneOf: [0] },
              message: `In là có ${printed.count} đơn vị loại ${code}, nhưng đơn vị ${side} có ${sayNumber(extreme.points)} điểm, thuộc loại ${possible.join(' hoặc ')}.`,
            },
          ]
        const least = unitsNamed(extreme).length
        if (possible.length === 1 && possible[0] === code && printed.count < least)
          return [
            {
              place: printed.place,
              against,
              printed: printed.count,
              possible: { from: least, to: null },
              message: `In là có ${printed.count} đơn vị loại ${code}, nhưng đơn vị ${side} với ${sayNumber(extreme.points)} điểm thuộc loại này.`,
            },
          ]
        return []
      })
}
