/**
 * The list of people, of any length: only what is in view is drawn. A grid for the keyboard (arrows, Page Up and Down, Home,
 * End, Enter opens a card) and for a screen reader, which is told how many rows there are and which of them this is.
 */
// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in view
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself holds the focus and names the active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Enter on the grid opens the active row
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { RosterPerson } from '../../../../shared/roster-types.ts'
import { phoneWords } from '../../../shared/phone-words.ts'
import { t } from '../../../words/t.ts'
import classes from './people-grid.module.css'
import type { PeopleWindow } from './people-window.ts'

type PeopleGridProps = {
  total: number
  personAt: PeopleWindow['personAt']
  /** Whose list it is: another one begins at its top. */
  listKey: string
  onView: (first: number, last: number) => void
  onOpen: (id: string) => void
}

const ROW_PX = 58
const AROUND = 8

export function PeopleGrid({ total, personAt, listKey, onView, onOpen }: PeopleGridProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: AROUND,
  })
  const rows = virtual.getVirtualItems()
  const first = rows[0]?.index ?? 0
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => onView(first, last), [first, last, onView])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list begins anew
  useEffect(() => {
    setActive(0)
    virtual.scrollToOffset(0)
  }, [listKey])

  const move = (to: number) => {
    const next = Math.max(0, Math.min(total - 1, to))
    setActive(next)
    virtual.scrollToIndex(next)
  }
  const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_PX) - 1)
  const steps: Record<string, () => void> = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active - 1),
    PageDown: () => move(active + page),
    PageUp: () => move(active - page),
    Home: () => move(0),
    End: () => move(total - 1),
    Enter: () => open(personAt(active)),
    ' ': () => open(personAt(active)),
  }
  const open = (person: RosterPerson | undefined) => person && onOpen(person.id)
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    step()
  }
  return (
    <div
      ref={box}
      className={classes.grid}
      role="grid"
      aria-label={t`Người trong danh sách`}
      aria-rowcount={total + 1}
      aria-colcount={4}
      aria-activedescendant={rows.some(({ index }) => index === active) ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={press}
    >
      <Head />
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start }) => (
          <PersonRow
            key={index}
            id={`${id}-${index}`}
            index={index}
            start={start}
            person={personAt(index)}
            active={index === active}
            measure={virtual.measureElement}
            onPress={(person) => {
              setActive(index)
              open(person)
            }}
          />
        ))}
      </div>
    </div>
  )
}

function Head() {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        {[t`Họ và tên`, t`Liên hệ`, t`Đơn vị đánh giá`, t`Nhóm`].map((name, at) => (
          <div key={name} role="columnheader" aria-colindex={at + 1}>
            {name}
          </div>
        ))}
      </div>
    </div>
  )
}

type PersonRowProps = {
  id: string
  index: number
  start: number
  person: RosterPerson | undefined
  active: boolean
  measure: (element: Element | null) => void
  onPress: (person: RosterPerson | undefined) => void
}

const once = (names: string[]): string => [...new Set(names)].join('; ')

function PersonRow({ id, index, start, person, active, measure, onPress }: PersonRowProps) {
  return (
    <div
      id={id}
      ref={measure}
      role="row"
      data-index={index}
      data-active={active || undefined}
      aria-rowindex={index + 2}
      aria-selected={active}
      aria-busy={person === undefined}
      className={classes.row}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => onPress(person)}
    >
      <Cell column={1}>
        {person ? <b>{person.name}</b> : <span className={classes.waiting}>{t`Đang tải…`}</span>}
        {person && (person.position || person.code) && (
          <small>{[person.position, person.code].filter(Boolean).join(' · ')}</small>
        )}
      </Cell>
      <Cell column={2}>
        {person?.email && <span>{person.email}</span>}
        {person?.phone && <span>{phoneWords(person.phone)}</span>}
      </Cell>
      <Cell column={3}>{person && once(person.ratings.map(({ unitName }) => unitName))}</Cell>
      <Cell column={4}>{person && once(person.ratings.map(({ groupName }) => groupName))}</Cell>
    </div>
  )
}

function Cell({ column, children }: { column: number; children: ReactNode }) {
  return (
    <div role="gridcell" aria-colindex={column}>
      {children}
    </div>
  )
}
