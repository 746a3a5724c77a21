/** What the maxima add up to, as one types: each source against its own, and the block against the survey's. */
import { t } from '../../../words/t.ts'
import { pointsFrom } from '../draft/decimal-text.ts'
import classes from '../setup.module.css'
import { blockSum, type SumLine, sourceSums } from '../state/judge-locally.ts'
import { useSetup } from '../state/setup-context.ts'

export function QuestionSums({ block }: { block: string }) {
  const { draft } = useSetup()
  const lines = [{ ...blockSum(draft, block), name: t`Cả khối` }, ...sourceSums(draft, block)]
  return (
    <div className={classes.sums} role="status" aria-label={t`Tổng điểm tối đa`}>
      {lines.map((line) => (
        <p key={line.id} className={classes.sum} data-off={line.sum !== line.max || undefined}>
          <small>{line.name}</small>
          <b>
            {pointsFrom(line.sum)} / {line.max === null ? '?' : pointsFrom(line.max)}
          </b>
          <em>{differenceWords(line)}</em>
        </p>
      ))}
    </div>
  )
}

function differenceWords({ sum, max }: SumLine): string {
  if (max === null || sum === max) return max === null ? t`Chưa có điểm tối đa` : t`Đã khớp`
  return sum < max ? t`Còn thiếu ${pointsFrom(max - sum)}` : t`Thừa ${pointsFrom(sum - max)}`
}
