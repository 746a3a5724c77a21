/** Criteria, and component criteria, of the domains add up to those of the block. */
import type { BlockContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { sayNumber } from '../words.ts'

const WORDS = { criteria: 'tiêu chí', componentCriteria: 'tiêu chí thành phần' }

export const criteriaCounts: Rule = {
  name: 'criteria-counts',
  examine: ({ blocks }) =>
    blocks.flatMap((block) => [...examineCount(block, 'criteria'), ...examineCount(block, 'componentCriteria')]),
}

function examineCount({ path, figures }: BlockContext, key: keyof typeof WORDS): Remark[] {
  const { domains = [], [key]: printed } = figures
  const counts = domains.flatMap((domain) => domain[key] ?? [])
  if (printed === undefined || domains.length === 0 || counts.length < domains.length) return []
  const sum = counts.reduce((total, count) => total + count, 0)
  if (sum === printed) return []
  return [
    {
      place: `${path}.${key}`,
      against: [`${path}.domains[*].${key}`],
      printed,
      possible: { oneOf: [sum] },
      message: `In là ${sayNumber(printed)} ${WORDS[key]}, nhưng ${domains.length} lĩnh vực cộng lại có ${sayNumber(sum)}.`,
    },
  ]
}
