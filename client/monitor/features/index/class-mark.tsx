import type { IndexRules } from '../../../shared/index-types.ts'
import classes from './class-mark.module.css'

/** A class by its letter in a frame and its word; the shade only follows the letter. */
export function ClassMark({ rules, code }: { rules: IndexRules; code: string | null }) {
  if (code === null) return <span className={classes.none}>–</span>
  const level = rules.classes.findIndex((one) => one.code === code)
  const name = rules.classes[level]?.name
  return (
    <span className={classes.mark}>
      <b data-level={Math.min(Math.max(level, 0), 3)}>{code}</b>
      {name && name !== code && <span>{name}</span>}
    </span>
  )
}
