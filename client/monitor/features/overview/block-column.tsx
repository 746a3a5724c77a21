/** One block: its rate and mean, and every unit as a row. */

import { useRef } from 'react'
import type { BlockProgress, BlockScores } from '../../../shared/api-types.ts'
import { formatCount, formatPercent, formatPoints } from '../../../shared/format-vi.ts'
import { Panel } from '../../shared/panel.tsx'
import { meanPoints } from '../../shared/survey-points.ts'
import { t } from '../../words/t.ts'
import classes from './block-column.module.css'
import { useSettledOrder } from './settled-order.ts'
import { UnitRow } from './unit-row.tsx'
import { useSlide } from './use-slide.ts'

type BlockColumnProps = {
  block: BlockProgress
  scores: BlockScores | undefined
  settled: boolean
  onOpenUnit?: ((code: string) => void) | undefined
}

export function BlockColumn({ block, scores, settled, onOpenUnit }: BlockColumnProps) {
  const list = useRef<HTMLUListElement>(null)
  const units = useSettledOrder(block.units)
  useSlide(list, units.map((unit) => unit.code).join())
  const mean = scores ? meanPoints(scores.units) : null
  const scoreOf = new Map(scores?.units.map((unit) => [unit.code, unit]))
  return (
    <Panel
      flush
      title={block.name}
      aside={
        <span className={classes.sums}>
          {formatCount(block.answered)}/{formatCount(block.invited)} ·{' '}
          <b>{formatPercent(block.answered, block.invited)}</b>
          {mean !== null && (
            <>
              {t` · trung bình `}
              <b>{formatPoints(mean)}</b>
            </>
          )}
        </span>
      }
    >
      <ul ref={list} className={classes.units}>
        {units.map((unit) => (
          <UnitRow
            key={unit.code}
            unit={unit}
            score={scoreOf.get(unit.code)}
            mean={mean}
            settled={settled}
            onOpen={onOpenUnit && (() => onOpenUnit(unit.code))}
          />
        ))}
      </ul>
    </Panel>
  )
}
