/** A unit's domains, each with its criteria and component criteria: points, maximum, self-assessed beside appraised. */

import { useState } from 'react'
import { formatMax, formatPoints } from '../../../shared/format-vi.ts'
import type { IndexBlock, IndexDomain, IndexUnit, SetEntry } from '../../../shared/index-types.ts'
import { ChevronIcon } from '../../shared/icons.tsx'
import button from '../../shared/plain-button.module.css'
import table from '../../shared/table.module.css'
import { t } from '../../words/t.ts'
import { sumPoints } from './index-words.ts'
import classes from './unit-criteria.module.css'

type UnitCriteriaProps = { block: IndexBlock; unit: IndexUnit }

export function UnitCriteria({ block, unit }: UnitCriteriaProps) {
  const [open, setOpen] = useState<string[]>([])
  const turn = (code: string) =>
    setOpen((before) => (before.includes(code) ? before.filter((one) => one !== code) : [...before, code]))
  return (
    <table className={`${table.plain} ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">{t`Lĩnh vực, tiêu chí`}</th>
          <th scope="col">{t`Tự đánh giá`}</th>
          <th scope="col">{t`Điểm`}</th>
          <th scope="col">{t`Tối đa`}</th>
        </tr>
      </thead>
      {block.domains.map((domain) => (
        <DomainRows
          key={domain.code}
          domain={domain}
          block={block}
          unit={unit}
          open={open.includes(domain.code)}
          onTurn={() => turn(domain.code)}
        />
      ))}
    </table>
  )
}

type DomainRowsProps = UnitCriteriaProps & { domain: IndexDomain; open: boolean; onTurn: () => void }

function DomainRows({ domain, block, unit, open, onTurn }: DomainRowsProps) {
  const { points = null, roundedPartsDiffer } = unit.domains.find(({ code }) => code === domain.code) ?? {}
  const entries = block.criteria.filter((entry) => entry.domain === domain.code)
  const missing = entries.filter(({ code }) => unit.missing.includes(code)).length
  return (
    <tbody>
      <tr className={classes.domain}>
        <th scope="rowgroup">
          <button type="button" className={button.turn} aria-expanded={open} onClick={onTurn}>
            <ChevronIcon size={16} />
            <span>
              {domain.code}. {domain.name}
              {missing > 0 && <small>{t`còn thiếu ${missing} tiêu chí`}</small>}
            </span>
          </button>
        </th>
        <td />
        <td>{formatPoints(points)}</td>
        <td>{formatMax(domain.max)}</td>
      </tr>
      {open && entries.map((entry) => <EntryRow key={entry.code} entry={entry} block={block} unit={unit} />)}
      {open && roundedPartsDiffer && (
        <tr>
          <td colSpan={4} className={classes.note}>
            {t`Điểm lĩnh vực được làm tròn một lần từ số chính xác, nên hơi khác với cộng từng tiêu chí đã làm tròn.`}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function EntryRow({ entry, block, unit }: UnitCriteriaProps & { entry: SetEntry }) {
  const leaves = entry.leaf
    ? [entry.code]
    : block.criteria.flatMap((one) => (one.parent === entry.code ? one.code : []))
  const points = addKnown(leaves.map((code) => unit.criteria.find((leaf) => leaf.code === code)?.points ?? null))
  const self = addKnown(leaves.map((code) => unit.criteria.find((leaf) => leaf.code === code)?.self ?? null))
  return (
    <tr data-part={entry.parent !== null || undefined}>
      <th scope="row">
        {entry.code}. {entry.name}
        <Origin entry={entry} block={block} />
      </th>
      <td>{self === null ? '' : formatPoints(self)}</td>
      <td data-lowered={(self !== null && points !== null && points < self) || undefined}>{formatPoints(points)}</td>
      <td>{formatMax(entry.max)}</td>
    </tr>
  )
}

const addKnown = (points: (number | null)[]): number | null => {
  const known = points.filter((one) => one !== null)
  return known.length === points.length && known.length > 0 ? sumPoints(known) : null
}

function Origin({ entry: { origin }, block }: { entry: SetEntry; block: IndexBlock }) {
  if (origin === 'survey') return <small>{t`điểm phiếu khảo sát`}</small>
  if (origin !== 'imported') return null
  const imported = block.sources.filter((source) => source.origin === 'imported')
  return <small>{imported.length === 1 ? imported[0]?.name : t`nguồn bên ngoài`}</small>
}
