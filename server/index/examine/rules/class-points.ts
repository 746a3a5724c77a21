/** A unit's class is one that its points fall in, and one that the report declares. */
import { asPrinted, fractionOf, type Interval } from '../interval.ts'
import { type BlockContext, type ClassBounds, codesNamed } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { sayNumber } from '../words.ts'

export const classPoints: Rule = {
  name: 'class-points',
  examine: ({ blocks }) =>
    blocks.flatMap((block) =>
      block.classBounds.length === 0 ? [] : [...examineTable(block), ...examineExtremes(block), ...examineLists(block)],
    ),
}

/** The classes that points of the interval can have. */
export function classesFor(points: Interval, bounds: ClassBounds[]): string[] {
  return bounds
    .filter(
      ({ from, below }) => points.high.gte(fractionOf(from)) && (below === null || points.low.lt(fractionOf(below))),
    )
    .map(({ code }) => code)
}

function examineTable({ path, figures: { units = [] }, classBounds, decimals }: BlockContext): Remark[] {
  return units.flatMap((unit) => {
    if (unit.class === undefined) return []
    const at = `${path}.units[${unit.code}]`
    const declared = classBounds.some(({ code }) => code === unit.class)
    if (!declared) return [undeclared(`${at}.class`, unit.class, classBounds)]
    if (unit.points === undefined) return []
    const possible = classesFor(asPrinted(unit.points, decimals.unitPoints), classBounds)
    return possible.includes(unit.class)
      ? []
      : [wrong(`${at}.class`, `${at}.points`, unit.class, unit.points, possible)]
  })
}

/** The block's highest and lowest unit, whose points are printed even where the table gives classes only. */
function examineExtremes(block: BlockContext): Remark[] {
  const { path, figures, classBounds, decimals } = block
  const { index, units = [] } = figures
  return (['highest', 'lowest'] as const).flatMap((end) => {
    const extreme = index?.[end]
    if (!extreme) return []
    const possible = classesFor(asPrinted(extreme.points, decimals.indexExtreme), classBounds)
    const codes = codesNamed(extreme, block)
    return units
      .filter((unit) => codes.includes(unit.code) && unit.class !== undefined && !possible.includes(unit.class))
      .map((unit) =>
        wrong(
          `${path}.units[${unit.code}].class`,
          `${path}.index.${end}.points`,
          unit.class!,
          extreme.points,
          possible,
        ),
      )
  })
}

/** The names listed under a class against the class in the table. */
function examineLists({ path, figures: { classes = [], units = [] }, unitOf }: BlockContext): Remark[] {
  return classes.flatMap(({ code, names = [] }) =>
    names.flatMap((name) => {
      const unit = units.find((entry) => entry.code === unitOf(name))
      if (unit?.class === undefined || unit.class === code) return []
      return [
        {
          place: `${path}.classes[${code}].names`,
          against: [`${path}.units[${unit.code}].class`],
          printed: name,
          possible: { oneOf: [unit.class] },
          message: `“${name}” có tên trong loại ${code}, nhưng bảng các đơn vị ghi loại ${unit.class}.`,
        },
      ]
    }),
  )
}

function undeclared(place: string, printed: string, bounds: ClassBounds[]): Remark {
  const message = `Loại ${printed} không có trong thang xếp loại.`
  return { place, against: ['classes'], printed, possible: { oneOf: bounds.map(({ code }) => code) }, message }
}

function wrong(place: string, against: string, printed: string, points: number, possible: string[]): Remark {
  const message = `${sayNumber(points)} điểm không thể xếp loại ${printed}, mà là loại ${possible.join(' hoặc ')}.`
  return { place, against: [against, 'classes'], printed, possible: { oneOf: possible }, message }
}
