/**
 * What a table of points must hold: for each block its units, and the rows of the criteria set from the total down to the
 * leaves. Pure, and plain data, because it goes into a thread. For appraised and self-assessed points the leaves are the
 * set's own; for an imported source they are the survey's criteria of that source.
 */
import Fraction from 'fraction.js'
import type { Block, Definition, SetCriterion } from '../../campaigns/definition.ts'
import { labelOf } from './name-set.ts'
import type { SetKind } from './queries.ts'

export type PlannedUnit = { code: string; name: string; aliases?: string[] }

/**
 * `leaf`: points are wanted. `given`: the survey's points, which nobody types in. `sum`: adds up the rows `parts` (ids).
 * `codes`: by which a file may name the row, its own first; none for the total.
 */
export type PlannedRow = {
  id: string
  role: 'leaf' | 'given' | 'sum'
  level: 'total' | 'domain' | 'criterion' | 'part'
  codes: string[]
  name: string
  max: string
  parts: string[]
  /** Role `given`: the survey's criterion whose points it takes. */
  from?: string
}

export type PlannedBlock = { code: string; name: string; units: PlannedUnit[]; rows: PlannedRow[] }
/** `label`: what the set is called in a template (name-set.ts). */
export type PointsPlan = { campaign: string; kind: SetKind; source: string; label: string; blocks: PlannedBlock[] }

/** `round`: 1 where it is left out. */
export type PlanKey = { kind: SetKind; source: string; round?: number }

/** Undefined when the definition has no such set: an unknown source, or one with a kind that has none. */
export function planPoints(
  campaign: string,
  definition: Definition,
  { kind, source, round }: PlanKey,
): PointsPlan | undefined {
  if ((kind === 'imported') !== (source !== '')) return undefined
  const blocks = definition.blocks.flatMap((block) => {
    const rows = kind === 'imported' ? importedRows(block, source) : setRows(block)
    const units = block.units.map(({ code, name, aliases }) => ({ code, name, ...(aliases && { aliases }) }))
    return rows.some(({ role }) => role === 'leaf') ? [{ code: block.code, name: block.name, units, rows }] : []
  })
  const named = definition.blocks.flatMap(({ sources }) => sources).find(({ code }) => code === source)
  const label = labelOf({ kind, source, round }, named?.name)
  return blocks.length > 0 ? { campaign, kind, source, label, blocks } : undefined
}

/** The leaves whose points are wanted, in order. */
export const leavesOf = ({ rows }: PlannedBlock): PlannedRow[] => rows.filter(({ role }) => role === 'leaf')

/** A leaf's code, under which its points are stored. */
export const codeOf = ({ codes }: PlannedRow): string => codes[0] ?? ''

/** How many points the plan wants. */
export const countWanted = ({ blocks }: PointsPlan): number =>
  blocks.reduce((sum, block) => sum + block.units.length * leavesOf(block).length, 0)

function setRows({ criteriaSet = [], domains }: Block): PlannedRow[] {
  const rows = domains.flatMap((domain) => {
    const criteria = criteriaSet.filter((criterion) => criterion.domain === domain.code)
    if (criteria.length === 0) return []
    const parts = criteria.map(({ code }) => `criterion ${code}`)
    const max = sumOf(criteria.map((criterion) => criterion.max))
    const head = sumRow({
      id: `domain ${domain.code}`,
      level: 'domain',
      codes: [domain.code],
      ...{ name: domain.name, max, parts },
    })
    return [head, ...criteria.flatMap(criterionRows)]
  })
  return [...rows, totalRow(rows.filter(({ level }) => level === 'domain'))]
}

function criterionRows(criterion: SetCriterion): PlannedRow[] {
  const { code, name, max, parts } = criterion
  if (!parts) return [leafRow('criterion', criterion)]
  const ids = parts.map((part) => `part ${part.code}`)
  const head = sumRow({ id: `criterion ${code}`, level: 'criterion', codes: [code], name, max, parts: ids })
  return [head, ...parts.map((part) => leafRow('part', part))]
}

function leafRow(
  level: 'criterion' | 'part',
  { code, name, max, from }: { code: string; name: string; max: string; from?: string | undefined },
): PlannedRow {
  const row = { id: `${level} ${code}`, level, codes: [code], name, max, parts: [] }
  return from === undefined ? { ...row, role: 'leaf' } : { ...row, role: 'given', from }
}

/** A survey's criterion also answers to the code that it has in the criteria set, where the survey means nothing else by it. */
function importedRows({ criteria, criteriaSet = [], sources }: Block, source: string): PlannedRow[] {
  if (!sources.some(({ code, origin }) => code === source && origin === 'imported')) return []
  const taken = new Set(criteria.map(({ code }) => code))
  const entries = criteriaSet.flatMap((criterion) => [criterion, ...(criterion.parts ?? [])])
  const rows = criteria
    .filter((criterion) => criterion.source === source)
    .map(({ code, name, max }): PlannedRow => {
      const others = entries
        .filter(({ from, code: own }) => from === code && !taken.has(own))
        .map((entry) => entry.code)
      return {
        id: `criterion ${code}`,
        role: 'leaf',
        level: 'criterion',
        codes: [code, ...others],
        name,
        max,
        parts: [],
      }
    })
  return rows.length === 0 ? [] : [...rows, totalRow(rows)]
}

const sumRow = (row: Omit<PlannedRow, 'role'>): PlannedRow => ({ ...row, role: 'sum' })

const totalRow = (rows: PlannedRow[]): PlannedRow =>
  sumRow({
    ...{ id: 'total', level: 'total', codes: [], name: 'Tổng cộng' },
    max: sumOf(rows.map(({ max }) => max)),
    parts: rows.map(({ id }) => id),
  })

const sumOf = (values: string[]): string => values.reduce((sum, value) => sum.add(value), new Fraction(0)).toString()
