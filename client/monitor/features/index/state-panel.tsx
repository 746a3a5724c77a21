/** Whether the index stands still, what it waits for, and the one thing to do next. */

import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import type { IndexDocument, Waiting } from '../../../shared/index-types.ts'
import { useMayChange } from '../../shared/may-change.ts'
import { Panel } from '../../shared/panel.tsx'
import { StatePill } from '../../shared/state-pill.tsx'
import { t } from '../../words/t.ts'
import { missingOf } from './block-figures.ts'
import { FreezeDialog } from './freeze-dialog.tsx'
import { MadeOf } from './made-of.tsx'
import classes from './state-panel.module.css'

function missingWords({ blocks }: IndexDocument, origin: 'appraised' | 'imported'): string {
  const parts = blocks.map((block) => missingOf(block, origin))
  const units = parts.reduce((sum, part) => sum + part.units, 0)
  const points = parts.reduce((sum, part) => sum + part.points, 0)
  return t`${formatCount(points)} ô điểm của ${formatCount(units)} đơn vị`
}

function waitingWords(index: IndexDocument, waiting: Waiting): string {
  switch (waiting) {
    case 'survey-running':
      return t`Đang nhận phiếu: điểm khảo sát còn thay đổi tới khi đóng đợt điều tra.`
    case 'survey-not-final':
      return t`Đợt điều tra chưa chốt kết quả: bấm Chốt kết quả ở đầu trang khi đã xem lại.`
    case 'appraised-missing':
      return t`Chưa đủ điểm thẩm định: còn thiếu ${missingWords(index, 'appraised')}.`
    case 'imported-missing':
      return t`Chưa đủ điểm của nguồn bên ngoài: còn thiếu ${missingWords(index, 'imported')}.`
    case 'not-frozen':
      return t`Chỉ số chưa được chốt.`
  }
}

export function StatePanel({ index }: { index: IndexDocument }) {
  const { code } = useParams({ from: '/campaigns/$code' })
  const mayChange = useMayChange()
  const [freezing, setFreezing] = useState(false)
  const final = index.status === 'final'
  const waits = index.waiting.filter((waiting) => waiting !== 'not-frozen' || index.waiting.length === 1)
  const missing = waits.some((waiting) => waiting === 'appraised-missing' || waiting === 'imported-missing')
  const ready = !final && waits.every((waiting) => waiting === 'not-frozen')
  return (
    <Panel label={t`Trạng thái của Chỉ số`}>
      <div className={classes.row}>
        <div className={classes.words}>
          <p className={classes.head}>
            <StatePill tone={final ? 'final' : 'waiting'} words={final ? t`Đã chốt` : t`Tạm tính`} />
            <span>
              {final
                ? t`Điểm, xếp hạng và xếp loại không đổi nữa.`
                : ready
                  ? t`Mọi điểm đã đủ. Xem lại lần cuối rồi chốt.`
                  : t`Điểm, xếp hạng và xếp loại còn thay đổi.`}
            </span>
          </p>
          {waits.length > 0 && !ready && (
            <ul className={classes.waits}>
              {waits.map((waiting) => (
                <li key={waiting}>{waitingWords(index, waiting)}</li>
              ))}
            </ul>
          )}
          {index.sets.past === null && !final && (
            <p className={classes.soft}>
              {t`Chưa có kết quả năm ${index.year - 1} nên chưa so sánh được. `}
              <Link to="/campaigns/$code/results/past" params={{ code }}>
                {t`Nhập kết quả năm trước`}
              </Link>
            </p>
          )}
        </div>
        {mayChange && !final && missing && (
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/campaigns/$code/results/points" params={{ code }} {...props} />}
          >
            {t`Nhập điểm còn thiếu`}
          </Button>
        )}
        {mayChange && ready && <Button onClick={() => setFreezing(true)}>{t`Chốt Chỉ số`}</Button>}
      </div>
      <MadeOf index={index} />
      <FreezeDialog index={index} opened={freezing} onClose={() => setFreezing(false)} />
    </Panel>
  )
}
