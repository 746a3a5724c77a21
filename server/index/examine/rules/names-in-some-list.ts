/** Where lists divide the whole block, every unit stands in one of them. */
import { type BlockContext, sizeOfList } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { type Division, divisionsOf } from '../unit-lists.ts'

export const namesInSomeList: Rule = {
  name: 'names-in-some-list',
  examine: ({ blocks }) =>
    blocks.flatMap((block) => divisionsOf(block).flatMap((division) => examineDivision(division, block))),
}

function examineDivision({ place, title, lists, closed }: Division, block: BlockContext): Remark[] {
  const units = block.figures.units ?? []
  const isNamed = lists.every(({ names, count }) => names !== undefined || count === 0)
  if (!closed || !isNamed || units.length === 0 || lists.every(({ names }) => sizeOfList({ names: names ?? [] }) === 0))
    return []
  const listed = new Set(lists.flatMap(({ names }) => (names ?? []).map(block.unitOf)))
  return units
    .filter(({ code }) => !listed.has(code))
    .map(
      ({ code, name }): Remark => ({
        place,
        against: [`${block.path}.units[${code}]`],
        printed: name ?? code,
        possible: { oneOf: lists.map((list) => `${list.place}.names`) },
        message: `“${name ?? code}” không có tên trong danh sách nào (${title}).`,
      }),
    )
}
