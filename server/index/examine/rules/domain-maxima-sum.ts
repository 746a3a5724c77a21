/** The maxima of a block's domains add up to the scale. */
import { exactly, sumOf } from '../interval.ts'
import type { Rule } from '../rule.ts'
import { sayNumber } from '../words.ts'

export const domainMaximaSum: Rule = {
  name: 'domain-maxima-sum',
  examine: ({ figures: { scale }, blocks }) =>
    blocks.flatMap(({ path, figures: { domains = [] } }) => {
      const maxima = domains.flatMap(({ max }) => max ?? [])
      if (!scale || domains.length === 0 || maxima.length < domains.length) return []
      const sum = sumOf(maxima.map(exactly)).low.valueOf()
      if (sum === scale.total) return []
      return [
        {
          place: `${path}.domains[*].max`,
          against: ['scale.total'],
          printed: sum,
          possible: { oneOf: [scale.total] },
          message: `Điểm tối đa của ${domains.length} lĩnh vực cộng lại là ${sayNumber(sum)}, trong khi thang điểm là ${sayNumber(scale.total)}.`,
        },
      ]
    }),
}
