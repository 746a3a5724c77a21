/** Appraised and survey points make the whole scale; class bounds fall from the best class down without gap or overlap. */
import { fractionOf } from '../interval.ts'
import type { Remark, Rule } from '../rule.ts'
import type { PublishedFigures } from '../schemas.ts'
import { sayNumber } from '../words.ts'

export const scaleSum: Rule = {
  name: 'scale-sum',
  examine: ({ figures }) => [...examineScale(figures), ...examineBounds(figures)],
}

function examineScale({ scale }: PublishedFigures): Remark[] {
  if (scale?.appraisal === undefined || scale.survey === undefined) return []
  const sum = fractionOf(scale.appraisal).add(fractionOf(scale.survey)).valueOf()
  if (sum === scale.total) return []
  return [
    {
      place: 'scale.total',
      against: ['scale.appraisal', 'scale.survey'],
      printed: scale.total,
      possible: { oneOf: [sum] },
      message: `Thang điểm in là ${sayNumber(scale.total)}, nhưng thẩm định ${sayNumber(scale.appraisal)} cộng điều tra ${sayNumber(scale.survey)} là ${sayNumber(sum)}.`,
    },
  ]
}

function examineBounds({ classes = [] }: PublishedFigures): Remark[] {
  return classes.slice(1).flatMap((bounds, position): Remark[] => {
    const better = classes[position]!
    if (better.from === undefined || bounds.below === undefined || bounds.below === better.from) return []
    return [
      {
        place: `classes[${bounds.code}].below`,
        against: [`classes[${better.code}].from`],
        printed: bounds.below,
        possible: { oneOf: [better.from] },
        message: `Loại ${bounds.code} tới dưới ${sayNumber(bounds.below)} điểm, nhưng loại ${better.code} bắt đầu từ ${sayNumber(better.from)} điểm.`,
      },
    ]
  })
}
