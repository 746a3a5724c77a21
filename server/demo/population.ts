/** A synthetic population: invented names and addresses, in the groups and numbers that such a survey has. */
import type { Definition } from '../campaigns/definition.ts'
import type { SeededRandom } from './seeded-random.ts'

export type SyntheticPerson = {
  name: string
  email: string
  phone: string
  unit: string
  group: string
  position: string
}

const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Lò',
  'Quàng',
  'Cầm',
  'Hà',
  'Tòng',
  'Vàng',
  'Giàng',
]
const MIDDLE = ['Văn', 'Thị', 'Minh', 'Thu', 'Đức', 'Thanh', 'Hồng', 'Quang', 'Ngọc', 'Xuân']
const GIVEN = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hà',
  'Hải',
  'Hạnh',
  'Hoa',
  'Hùng',
  'Hương',
  'Khánh',
  'Lan',
  'Linh',
  'Long',
  'Mai',
  'Nam',
  'Nga',
  'Phương',
  'Quân',
  'Sơn',
  'Tâm',
  'Thảo',
  'Trang',
  'Tuấn',
  'Vân',
  'Yến',
]

/** How the people of one unit divide among its groups, in the definition's order; the first group of a department is small. */
const SHARES: Record<number, number[]> = { 3: [0.1, 0.3, 0.6], 6: [0.16, 0.05, 0.15, 0.24, 0.14, 0.26] }

/** `total` people over all units as evenly as whole numbers allow, bigger blocks of groups getting more. */
export function inventPopulation(definition: Definition, total: number, random: SeededRandom): SyntheticPerson[] {
  const units = definition.blocks.flatMap((block) => block.units.map((unit) => ({ block, unit })))
  const weights = units.map(({ block }) => (block.groups.length > 3 ? 1.6 : 1))
  const sizes = apportion(total, weights)
  return units.flatMap(({ block, unit }, index) => {
    const shares = SHARES[block.groups.length] ?? block.groups.map(() => 1)
    const groupSizes = apportion(sizes[index]!, shares)
    return block.groups.flatMap((group, at) =>
      Array.from({ length: groupSizes[at]! }, (_, number) =>
        inventPerson(unit.code, group.code, group.name, number, random),
      ),
    )
  })
}

function inventPerson(
  unit: string,
  group: string,
  position: string,
  number: number,
  random: SeededRandom,
): SyntheticPerson {
  const name = `${random.pick(FAMILY)} ${random.pick(MIDDLE)} ${random.pick(GIVEN)}`
  const reach = random.next()
  const phone = `09${String(random.below(100_000_000)).padStart(8, '0')}`
  // Most have both channels, some only one of them.
  return {
    name,
    email: reach < 0.94 ? `${unit}.${group}.${number + 1}@tinh.example`.toLowerCase() : '',
    phone: reach < 0.12 ? (reach < 0.06 ? phone : '') : phone,
    unit,
    group,
    position: position.slice(0, 60),
  }
}

/** Whole numbers in proportion to `weights` that sum to `total` (largest remainders). */
export function apportion(total: number, weights: number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const whole = exact.map(Math.floor)
  const order = exact.map((value, index) => ({ index, rest: value - whole[index]! })).sort((a, b) => b.rest - a.rest)
  let left = total - whole.reduce((a, b) => a + b, 0)
  for (const { index } of order) {
    if (left === 0) break
    whole[index]! += 1
    left -= 1
  }
  return whole
}
