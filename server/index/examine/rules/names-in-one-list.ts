/** A unit stands in one list of a division only: it rose, kept or fell; it has one class. */
import type { BlockContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { type Division, divisionsOf, type UnitList } from '../unit-lists.ts'

export const namesInOneList: Rule = {
  name: 'names-in-one-list',
  examine: ({ blocks }) =>
    blocks.flatMap((block) => divisionsOf(block).flatMap((division) => examineDivision(division, block))),
}

function examineDivision({ lists, title }: Division, block: BlockContext): Remark[] {
  const found: Remark[] = []
  const seen = new Map<string, UnitList>()
  for (const list of lists)
    for (const unit of new Set((list.names ?? []).flatMap((name) => block.unitOf(name) ?? []))) {
      const before = seen.get(unit)
      if (before) found.push(remarkOn(block.nameOf(unit), before, list, title))
      else seen.set(unit, list)
    }
  return found
}

function remarkOn(name: string, before: UnitList, list: UnitList, title: string): Remark {
  return {
    place: `${list.place}.names`,
    against: [`${before.place}.names`],
    printed: name,
    possible: { oneOf: [] },
    message: `“${name}” có tên trong hai danh sách loại trừ nhau (${title}).`,
  }
}
