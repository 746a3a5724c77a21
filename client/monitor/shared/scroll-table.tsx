import type { ReactNode } from 'react'
import boxed from './scroll-table.module.css'
import table from './table.module.css'

type ScrollTableProps = {
  label: string
  header: string[]
  /** It stands among other things, in a frame of its own, instead of filling a panel. */
  box?: boolean
  /** From here on it scrolls in itself, so that what is below stays near. */
  maxHeight?: number | string
  /** For what is different in this one. */
  className?: string
  /** The rows. */
  children: ReactNode
}

/** A table that scrolls in itself, also by keyboard. */
export function ScrollTable({ label, header, box, maxHeight, className = '', children }: ScrollTableProps) {
  return (
    /* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard */
    <section className={box ? boxed.box : table.scroll} style={{ maxHeight }} tabIndex={0} aria-label={label}>
      <table className={`${table.plain} ${box ? boxed.table : ''} ${className}`}>
        <thead>
          <tr>
            {header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
