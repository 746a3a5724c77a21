/**
 * The rows of one block as they are published: which columns there are, and in which order units stand. Where neither
 * points nor ranks are published the order must not tell them: units stand by class, and in a class as the campaign lists them. Pure.
 */
import type { IndexBlockView, IndexDocument, IndexUnitView } from '../compute/schemas.ts'
import { formatChange, formatFixed } from '../report/words-numbers.ts'
import { INCOMPARABLE, INCOMPARABLE_WORDS } from '../report/words-rules.ts'
import type { PublicationChoices } from './schemas.ts'

/** `value` is what a program reads; `text` what people do. */
export type PublicCell = { value: string | number | null; text: string }
export type PublicColumn = {
  key: string
  title: string
  numeric: boolean
  cell: (unit: IndexUnitView) => PublicCell
}

export type PublicRows = { columns: PublicColumn[]; units: IndexUnitView[] }

export function listRows(index: IndexDocument, block: IndexBlockView, choices: PublicationChoices): PublicRows {
  return { columns: columnsOf(index, block, choices), units: orderUnits(index, block.units, choices) }
}

function columnsOf(index: IndexDocument, block: IndexBlockView, choices: PublicationChoices): PublicColumn[] {
  const year = index.sets.past?.year
  const changes = choices.change && block.past !== null && year !== undefined
  return [
    ...(choices.ranks ? [{ key: 'rank', title: 'Hạng', numeric: true, cell: rankCell }] : []),
    { key: 'unit', title: 'Đơn vị', numeric: false, cell: ({ name }) => ({ value: name, text: name }) },
    ...(choices.points
      ? [{ key: 'points', title: 'Điểm', numeric: true, cell: pointsCell(({ points }) => points) }]
      : []),
    ...(choices.classes ? [{ key: 'class', title: 'Xếp loại', numeric: false, cell: classCell(index) }] : []),
    ...(changes && choices.points
      ? [{ key: 'change', title: `Điểm so với ${year}`, numeric: true, cell: changeCell }]
      : []),
    ...(changes && choices.ranks
      ? [{ key: 'rankChange', title: `Hạng so với ${year}`, numeric: true, cell: rankChangeCell }]
      : []),
    ...(choices.survey
      ? [{ key: 'survey', title: 'Điểm điều tra XHH', numeric: true, cell: pointsCell(({ parts }) => parts.survey) }]
      : []),
  ]
}

/** A column for each domain; the page shows them in a table of their own. */
export const domainColumns = (block: IndexBlockView): PublicColumn[] =>
  block.domains.map(({ code, name }) => ({
    key: `domain ${code}`,
    title: `${code}. ${name}`,
    numeric: true,
    cell: pointsCell(({ domains }) => domains.find((domain) => domain.code === code)?.points ?? null),
  }))

function orderUnits(index: IndexDocument, units: IndexUnitView[], { points, ranks, classes }: PublicationChoices) {
  const order = new Map(index.rules.classes.map(({ code }, at) => [code, at]))
  const keyOf = (unit: IndexUnitView): number => {
    if (ranks) return unit.rank ?? Number.MAX_SAFE_INTEGER
    // Not by rank: among equal points it may say who has more of the survey's.
    if (points) return -(unit.points ?? -1)
    return classes ? (order.get(unit.class ?? '') ?? order.size) : 0
  }
  return units.toSorted((a, b) => keyOf(a) - keyOf(b))
}

const NONE: PublicCell = { value: null, text: '—' }

const pointsCell =
  (read: (unit: IndexUnitView) => number | null) =>
  (unit: IndexUnitView): PublicCell => {
    const value = read(unit)
    return value === null ? NONE : { value, text: formatFixed(value) }
  }

const rankCell = ({ rank, tied }: IndexUnitView): PublicCell =>
  rank === null ? NONE : { value: rank, text: tied ? `${rank} (đồng hạng)` : String(rank) }

const classCell =
  ({ rules }: IndexDocument) =>
  (unit: IndexUnitView): PublicCell => {
    const found = rules.classes.find(({ code }) => code === unit.class)
    return found ? { value: found.code, text: `${found.code} (${found.name})` } : NONE
  }

function changeCell({ change, incomparable }: IndexUnitView): PublicCell {
  return change ? { value: change.points, text: formatChange(change.points) } : notCompared(incomparable)
}

function rankChangeCell({ change, incomparable }: IndexUnitView): PublicCell {
  if (!change || change.rank === null) return notCompared(incomparable)
  const { rank } = change
  if (rank === 0) return { value: 0, text: 'giữ hạng' }
  return { value: rank, text: rank > 0 ? `tăng ${rank} bậc` : `giảm ${-rank} bậc` }
}

const notCompared = (reason: IndexUnitView['incomparable']): PublicCell => ({
  value: null,
  text: reason ? `${INCOMPARABLE_WORDS} (${INCOMPARABLE[reason]})` : INCOMPARABLE_WORDS,
})
