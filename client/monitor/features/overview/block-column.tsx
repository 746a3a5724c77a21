/** One block: its rate and mean, and every unit as a row. */

import { type CSSProperties, useRef } from 'react'
import type { BlockProgress, BlockScores } from '../../../shared/api-types.ts'
import { formatCount, formatPercent, formatPoints } from '../../../shared/format-vi.ts'
import type { RangeView } from '../../../shared/index-types.ts'
import { Panel } from '../../shared/panel.tsx'
import { meanStyle } from '../../shared/points-line.tsx'
import { meanPoints, surveyPoints } from '../../shared/survey-points.ts'
import { t } from '../../words/t.ts'
import classes from './block-column.module.css'
import { useSettledOrder } from './settled-order.ts'
import { UnitRow } from './unit-row.tsx'
import { useSlide } from './use-slide.ts'

type BlockColumnProps = {
  block: BlockProgress
  scores: BlockScores | undefined
  intervals: ReadonlyMap<string, RangeView | null>
  settled: boolean
  /** 0 to 1: where the plan's tick stands on each bar; null without a plan. */
  expected: number | null
  onOpenUnit?: ((code: string) => void) | undefined
}

export function BlockColumn({ block, scores, intervals, settled, expected, onOpenUnit }: BlockColumnProps) {
  const list = useRef<HTMLUListElement>(null)
  const units = useSettledOrder(block.units)
  useSlide(list, units.map((unit) => unit.code).join())
  const mean = scores ? meanPoints(scores.units) : null
  const max = scores?.units[0] ? surveyPoints(scores.units[0]).max : 0
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
      <ul
        ref={list}
        className={classes.units}
        style={
          {
            ...meanStyle(mean, max),
            '--plan': expected ?? 0,
            '--plan-shown': expected === null ? 0 : 1,
          } as CSSProperties
        }
      >
        {units.map((unit) => (
          <UnitRow
            key={unit.code}
            unit={unit}
            score={scoreOf.get(unit.code)}
            interval={intervals.get(unit.code) ?? null}
            settled={settled}
            onOpen={onOpenUnit}
          />
        ))}
      </ul>
    </Panel>
  )
}
