/**
 * What a total leaves beside its survey points fits the rest of the scale: not less than nothing, not more than the scale
 * without the survey's maximum. Also for the means, each of which may be off by two halves of its last place.
 */
import { surveyColumn } from '../columns.ts'
import { asPrinted, between, fractionOf, type Interval, meets, printable, subtract, sumOf } from '../interval.ts'
import { type BlockContext, codesNamed } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { boundsIn, totalOf } from '../unit-bounds.ts'
import { sayNumber, sayPossible } from '../words.ts'

export const surveyShare: Rule = {
  name: 'survey-share',
  examine: ({ blocks }) => blocks.flatMap((block) => [...examineMeans(block), ...examineUnits(block)]),
}

function restOf({ scale, figures: { survey } }: BlockContext): Interval | null {
  if (!scale || survey?.max === undefined || survey.max > scale.total) return null
  return between(0, fractionOf(scale.total).sub(fractionOf(survey.max)).valueOf())
}

function examineMeans(block: BlockContext): Remark[] {
  const {
    figures: { survey, index },
    path,
    decimals,
  } = block
  const rest = restOf(block)
  if (!rest || survey?.mean === undefined || index?.mean === undefined) return []
  const asked = asPrinted(survey.mean, decimals.surveyMean, 2)
  if (meets(subtract(asPrinted(index.mean, decimals.indexMean, 2), asked), rest)) return []
  const possible = printable(sumOf([rest, asked]), decimals.indexMean, 2)
  return [
    {
      place: `${path}.index.mean`,
      against: [`${path}.survey.mean`, `${path}.survey.max`, 'scale.total'],
      printed: index.mean,
      possible,
      message: `Điểm trung bình ${sayNumber(index.mean)} không thể có được với điểm điều tra trung bình ${sayNumber(survey.mean)}: ${sayPossible(possible)}.`,
    },
  ]
}

function examineUnits(block: BlockContext): Remark[] {
  const {
    figures: { survey, index, units = [] },
    path,
    decimals,
  } = block
  const rest = restOf(block)
  const column = surveyColumn(block)
  if (!rest || !column) return []
  const named = [survey?.highest, survey?.lowest, index?.highest, index?.lowest].flatMap((end) =>
    codesNamed(end, block),
  )
  return [...new Set([...named, ...units.map(({ code }) => code)])].flatMap((unit): Remark[] => {
    const total = totalOf(unit, block)
    const asked = boundsIn(column, unit, block)
    if (!total || total.place.endsWith('.class') || meets(subtract(total.interval, asked), rest)) return []
    const possible = printable(sumOf([rest, asked]), decimals.indexExtreme)
    return [
      {
        place: total.place,
        against: [`${path}.survey.highest.points`, `${path}.survey.lowest.points`, `${path}.survey.max`],
        printed: total.interval.low.add(total.interval.high).div(2).valueOf(),
        possible,
        message: `${block.nameOf(unit)}: tổng điểm không thể có được với điểm điều tra đã in: ${sayPossible(possible)}.`,
      },
    ]
  })
}
