/** How many units show points, the mean, the ends; and why the rest stay hidden. */

import type { Scores } from '../../../shared/api-types.ts'
import { formatMax, formatPoints } from '../../../shared/format-vi.ts'
import { Panel } from '../../shared/panel.tsx'
import { isRated, meanPoints, surveyPoints } from '../../shared/survey-points.ts'
import { t } from '../../words/t.ts'
import classes from './points-summary.module.css'

export function PointsSummary({ scores, settled, wall }: { scores: Scores; settled: boolean; wall: boolean }) {
  return (
    <Panel title={settled ? (scores.status === 'final' ? t`Điểm đã chốt` : t`Điểm chờ chốt`) : t`Điểm tạm thời`}>
      <div className={classes.blocks}>
        {scores.blocks.map(({ code, name, units: all }) => {
          const units = all.filter(isRated)
          if (units.length === 0) return null
          const shown = units.filter((unit) => surveyPoints(unit).points !== null)
          const max = units[0] ? surveyPoints(units[0]).max : 0
          return (
            <div key={code} className={classes.block}>
              <h3>{name}</h3>
              <p className={classes.mean}>
                <b>{formatPoints(meanPoints(units))}</b>
                {t` / ${formatMax(max)} trung bình`}
              </p>
              <p>
                {shown.length === units.length
                  ? t`Cả ${units.length} đơn vị đã có điểm`
                  : t`${shown.length} trên ${units.length} đơn vị đã có điểm`}
              </p>
            </div>
          )
        })}
      </div>
      {!settled && !wall && (
        <p className={classes.why}>
          {t`Điểm chỉ hiện và chỉ đổi khi có thêm ít nhất ${scores.minimumCell} phiếu, để không ai suy ra được một người đã trả lời gì.`}
        </p>
      )}
    </Panel>
  )
}
