/** What an act does to whom: names, and what is said of each; a long list scrolls. */
import classes from './act-list.module.css'

type ActListProps = {
  label: string
  rows: { key: string; name: string; said: string }[]
  /** Words are said rather than a figure; they may need several lines. */
  inWords?: boolean
}

export const ActList = ({ label, rows, inWords = false }: ActListProps) => (
  /* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */
  <ul className={classes.list} tabIndex={0} aria-label={label}>
    {rows.map(({ key, name, said }) => (
      <li key={key} data-words={inWords || undefined}>
        <span>{name}</span>
        <span>{said}</span>
      </li>
    ))}
  </ul>
)
