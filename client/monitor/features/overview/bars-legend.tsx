/** What the small pictures on a unit's row are, each with its picture, right above the rows. */
import { t } from '../../words/t.ts'
import classes from './bars-legend.module.css'

type BarsLegendProps = {
  /** Whether the bars have a mark of the plan, and the rows points. */
  planned: boolean
  points: boolean
}

export function BarsLegend({ planned, points }: BarsLegendProps) {
  return (
    <ul className={classes.legend} aria-label={t`Chú giải`}>
      <li>
        <Picture path="M1 14v-8h3v8zM7 14v-12h3v12zM13 14v-5h3v5z" />
        {t`tỷ lệ trả lời của từng nhóm`}
      </li>
      {planned && (
        <li>
          <Picture path="M8 1h2v14h-2z" />
          {t`tiến độ đều từng ngày`}
        </li>
      )}
      {points && (
        <>
          <li>
            <Picture path="M9 4a4 4 0 1 0 .01 0z" />
            {t`điểm, thang từ 0 tới mức tối đa`}
          </li>
          <li>
            <Picture path="M1 5h16v6h-16z" pale />
            {t`khoảng tin cậy 95 %`}
          </li>
          <li>
            <Picture path="M8.3 3h1.4v10h-1.4z" />
            {t`trung bình khối (trên vạch điểm)`}
          </li>
        </>
      )}
    </ul>
  )
}

const Picture = ({ path, pale }: { path: string; pale?: boolean }) => (
  <svg viewBox="0 0 18 16" width="18" height="16" data-pale={pale} aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
)
