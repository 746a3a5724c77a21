/** What one version changed against the one before it. Pure. */

import type { PointSet } from '../../../shared/index-types.ts'
import { t } from '../../words/t.ts'
import { pointsChange } from '../index/index-words.ts'

type Points = number | null
export type ChangedCell = { unit: string; leaf: string; name: string; before: Points; after: Points }
export type ChangedTotal = { unit: string; before: Points; after: Points }

export const changedCells = ({ blocks }: PointSet): ChangedCell[] =>
  blocks.flatMap(({ leaves, units }) =>
    units.flatMap((unit) =>
      leaves.flatMap(({ code, name }, at) => {
        const [before, after] = [unit.before[at] ?? null, unit.after[at] ?? null]
        return before === after ? [] : [{ unit: unit.name, leaf: code, name, before, after }]
      }),
    ),
  )

export const totalsOf = ({ blocks }: PointSet): ChangedTotal[] =>
  blocks.flatMap(({ units }) =>
    units.map(({ name, totalBefore, total }) => ({ unit: name, before: totalBefore, after: total })),
  )

/** `▼ 0,50`; nothing where one of the two is not known. */
export function changeText(before: Points, after: Points): string {
  if (before === null || after === null) return ''
  const { sign, size } = pointsChange(Math.round((after - before) * 100) / 100)
  return sign === '=' ? t`như cũ` : `${sign} ${size}`
}
