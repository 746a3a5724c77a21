/** Change on the year before: a sign and a size for the eye, words for those who hear the page. */

import type { IndexUnit } from '../../../shared/index-types.ts'
import { VisuallyHidden } from '../../shared/visually-hidden.tsx'
import { t } from '../../words/t.ts'
import classes from './change-cell.module.css'
import { type Change, incomparableWords, pointsChange, rankChange } from './index-words.ts'

export function ChangeCell({ unit: { change, incomparable } }: { unit: IndexUnit }) {
  if (change) {
    return (
      <span className={classes.change}>
        <OneChange change={pointsChange(change.points)} />
        {change.rank !== null && <OneChange change={rankChange(change.rank)} />}
      </span>
    )
  }
  if (!incomparable) return <span className={classes.none}>{t`chờ đủ điểm`}</span>
  return (
    <span className={classes.none}>
      {t`không so sánh được`}
      <small>{incomparableWords(incomparable)}</small>
    </span>
  )
}

function OneChange({ change: { sign, size, words } }: { change: Change }) {
  return (
    <span className={classes.one} data-sign={sign}>
      <span aria-hidden="true">
        <i>{sign}</i> {size}
      </span>
      <VisuallyHidden>{words}; </VisuallyHidden>
    </span>
  )
}
