/** A unit's criteria by domain, each with its points, its maximum and how many answers it rests on. */

import type { CriterionScore, UnitScore } from '../../shared/api-types.ts'
import { formatCount, formatMax, formatPoints } from '../../shared/format-vi.ts'
import { t } from '../words/t.ts'
import classes from './criteria-list.module.css'
import type { DomainName } from './domain-names.ts'
import { criteriaWithout } from './left-out-words.ts'
import { domainSums } from './survey-points.ts'

function basisOf({ code, points, valid, suppressed }: CriterionScore, without: string[]): string {
  if (without.includes(code)) return t`không đủ ý kiến, không cộng vào điểm`
  if (suppressed) return t`ẩn để giữ kín danh tính`
  if (points === null) return t`chưa có số liệu`
  return t`${formatCount(valid)} ý kiến`
}

export function CriteriaList({ score, domainName }: { score: UnitScore; domainName: DomainName }) {
  const without = criteriaWithout(score)
  return (
    <table className={classes.table}>
      <thead>
        <tr className={classes.heads}>
          <th scope="col">{t`Tiêu chí`}</th>
          <th scope="col">{t`Điểm`}</th>
        </tr>
      </thead>
      {domainSums(score).map(({ domain, points, max, known, criteria }) => (
        <tbody key={domain}>
          <tr className={classes.domain}>
            <th scope="rowgroup">{domainName(domain)}</th>
            <td>
              {/* Out of what is known of the domain, where that is not all; nothing of a unit whose points are hidden. */}
              {formatPoints(score.hidden ? points : known.points)}{' '}
              <small>/ {formatMax(score.hidden || known.points === null ? max : known.max)}</small>
            </td>
          </tr>
          {criteria.map((criterion) => (
            <tr key={criterion.code}>
              <th scope="row">
                {criterion.code}. {criterion.name}
                <small>{basisOf(criterion, without)}</small>
              </th>
              <td>
                {formatPoints(criterion.points)} <small>/ {formatMax(criterion.max)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
