import classes from './state-pill.module.css'

export type Tone = 'good' | 'warn' | 'paused' | 'waiting' | 'done' | 'final'

/** A state in words, with a shape as well as a colour. */
export function StatePill({ tone, words }: { tone: Tone; words: string }) {
  return (
    <span className={classes.pill} data-tone={tone}>
      <span className={classes.shape} aria-hidden="true" />
      {words}
    </span>
  )
}
