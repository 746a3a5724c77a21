/**
 * A report made ready for the rules: names led back to units, class counts gathered from wherever they stand, the number of
 * units of each block, the decimals that its figures were printed with.
 */
import { foldName } from '../../campaigns/fold-name.ts'
import { type PrintedDecimals, printedDecimals } from './printed-decimals.ts'
import type { BlockFigures, Extreme, PublishedFigures } from './schemas.ts'

export type ClassBounds = { code: string; from: number; below: number | null }

/** A count and where it is printed. */
export type PlacedCount = { count: number; place: string }

export type BlockContext = {
  path: string
  figures: BlockFigures
  decimals: PrintedDecimals
  scale: PublishedFigures['scale']
  /** From the best class down. */
  classBounds: ClassBounds[]
  /** How many units the block has, with where that is read from; null where the report does not say. */
  size: PlacedCount | null
  /** How many units it had last year: as many as now where the report says nothing else. */
  pastSize: number | null
  /** A unit's code by its code or name, however its letters are spelt; null for a name of no unit. */
  unitOf: (name: string) => string | null
  nameOf: (code: string) => string
  /** Units of a class by class code, from whichever place prints it first. */
  classCounts: ReadonlyMap<string, PlacedCount>
}

export type ReportContext = { figures: PublishedFigures; decimals: PrintedDecimals; blocks: BlockContext[] }

export function readContext(figures: PublishedFigures): ReportContext {
  const decimals = printedDecimals(figures)
  const classBounds = boundsOf(figures)
  const blocks = figures.blocks.map((block) => {
    const path = `blocks[${block.code}]`
    const size = sizeOf(block, path)
    const { unitOf, nameOf } = unitBook(block)
    const classCounts = countClasses(block, path)
    const pastSize = block.past?.units ?? size?.count ?? null
    const scale = figures.scale
    return { path, figures: block, decimals, scale, classBounds, size, pastSize, unitOf, nameOf, classCounts }
  })
  return { figures, decimals, blocks }
}

export function unitsNamed(extreme: Pick<Extreme, 'unit' | 'units'>): string[] {
  return extreme.units ?? (extreme.unit === undefined ? [] : [extreme.unit])
}

/** Codes of the units that are said to have it; none of a name of no unit. */
export function codesNamed(extreme: Pick<Extreme, 'unit' | 'units'> | undefined, { unitOf }: BlockContext): string[] {
  return extreme ? unitsNamed(extreme).flatMap((name) => unitOf(name) ?? []) : []
}

/**
 * Whether every unit is compared with last year's unit of a block as large: those that rose, kept and fell, in rank or in
 * points, are the whole block. Then places won and lost balance, and the mean's change is the mean of the changes.
 */
export function comparesAll({ figures: { index, rankMoves, pointMoves }, size, pastSize }: BlockContext): boolean {
  if (size === null || pastSize !== size.count) return false
  const counted = (rose: number, kept: number, fell: number): boolean => rose + kept + fell === size.count
  return (
    [rankMoves, pointMoves].some(
      (moves) => moves && counted(sizeOfList(moves.rose), sizeOfList(moves.kept), sizeOfList(moves.fell)),
    ) || counted(index?.rose ?? 0, index?.kept ?? 0, index?.fell ?? 0)
  )
}

/** How many units a list has: as counted, else as named. */
export function sizeOfList(list: { count?: number | undefined; names?: string[] | undefined } | undefined): number {
  return list?.count ?? list?.names?.length ?? 0
}

function boundsOf({ classes = [] }: PublishedFigures): ClassBounds[] {
  return classes.map(({ code, from, below }) => ({ code, from: from ?? 0, below: below ?? null }))
}

function sizeOf({ units, unitCount }: BlockFigures, path: string): PlacedCount | null {
  if (unitCount !== undefined) return { count: unitCount, place: `${path}.unitCount` }
  return units ? { count: units.length, place: `${path}.units` } : null
}

/** A report without a list of units leaves nothing to hold names against: then every name is its own unit. */
function unitBook({ units }: BlockFigures): Pick<BlockContext, 'unitOf' | 'nameOf'> {
  if (!units) return { unitOf: foldName, nameOf: (code) => code }
  const codes = new Map<string, string>()
  for (const { code, name } of units) {
    codes.set(foldName(code), code)
    if (name !== undefined) codes.set(foldName(name), code)
  }
  const names = new Map(units.map(({ code, name }) => [code, name ?? code]))
  return { unitOf: (name) => codes.get(foldName(name)) ?? null, nameOf: (code) => names.get(code) ?? code }
}

function countClasses({ index, classes, units }: BlockFigures, path: string): Map<string, PlacedCount> {
  const counts = new Map<string, PlacedCount>()
  const put = (code: string, count: number | undefined, place: string): void => {
    if (count !== undefined && !counts.has(code)) counts.set(code, { count, place })
  }
  for (const code of ['A', 'B', 'C', 'D'] as const) put(code, index?.[`class${code}`], `${path}.index.class${code}`)
  for (const { code, count, names } of classes ?? [])
    put(code, count ?? names?.length, `${path}.classes[${code}].${count === undefined ? 'names' : 'count'}`)
  if (units?.every((unit) => unit.class !== undefined))
    for (const { class: code } of units) put(code!, units.filter((unit) => unit.class === code).length, `${path}.units`)
  return counts
}
