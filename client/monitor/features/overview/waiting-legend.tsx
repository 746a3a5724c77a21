/** Explains the few words that stand in for points on the rows, those on the screen only. */
import type { Scores } from '../../../shared/api-types.ts'
import { waitingTerms } from '../../shared/hidden-words.ts'
import { isRated } from '../../shared/survey-points.ts'
import classes from './waiting-legend.module.css'

export function WaitingLegend({ scores, settled }: { scores: Scores; settled: boolean }) {
  const units = scores.blocks.flatMap((block) => block.units).filter(isRated)
  const terms = waitingTerms(units, settled)
  if (terms.length === 0) return null
  return (
    <ul className={classes.terms}>
      {terms.map(({ words, meaning }) => (
        <li key={words}>
          <b>{words}</b>: {meaning}
        </li>
      ))}
    </ul>
  )
}
