/**
 * The means of a block's domains add up to the mean of the index. Each may be the mean of figures that were already
 * rounded, and is rounded itself, so each may be off by two halves of its last place.
 */
import { domainColumns, indexColumn } from '../columns.ts'
import { asPrinted, meets, printable, sumOf } from '../interval.ts'
import type { BlockContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { sayNumber } from '../words.ts'

const HALVES = 2

export const domainMeansSum: Rule = {
  name: 'domain-means-sum',
  examine: ({ blocks }) => blocks.flatMap(examineBlock),
}

function examineBlock(block: BlockContext): Remark[] {
  const domains = domainColumns(block)
  const means = domains.flatMap(({ means }) => means)
  if (domains.length === 0 || means.length < domains.length) return []
  const { domainMean, indexMean } = block.decimals
  const sum = sumOf(means.map(({ value }) => asPrinted(value, domainMean, HALVES)))
  const printed = sumOf(means.map(({ value }) => asPrinted(value, domainMean, 0))).low.valueOf()
  return (indexColumn(block)?.means ?? [])
    .filter(({ value }) => !meets(asPrinted(value, indexMean, HALVES), sum))
    .map(({ value, place }) => ({
      place,
      against: [`${block.path}.domains[*].mean`],
      printed: value,
      possible: printable(sum, indexMean, HALVES),
      message: `Điểm trung bình ${sayNumber(value)} không phải là tổng điểm trung bình của ${domains.length} lĩnh vực: ${sayNumber(printed)}.`,
    }))
}
