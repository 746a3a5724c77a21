/** A whole province in one file: 75 units and 150 leaves, and the most that a campaign may have. */
import { describe, expect, test } from 'vitest'
import type { PointTable } from '../../db/index-schema.ts'
import { smallIndexDefinition } from '../small-index.fixture.ts'
import { drawTemplate } from './draw-template.ts'
import { type PlannedRow, type PointsPlan, planPoints } from './plan-points.ts'
import { readPointsFile } from './read-points-file.ts'

/** Leaves in domains of 25, each worth 2. */
function largePlan(units: number, leaves: number): PointsPlan {
  const names = Array.from({ length: units }, (_, at) => ({ code: `X${at}`, name: `UBND xã số ${at}` }))
  const [block] = smallIndexDefinition.blocks
  const domains = Array.from({ length: Math.ceil(leaves / 25) }, (_, at) => ({
    code: `${at + 1}`,
    name: `Lĩnh vực số ${at}`,
  }))
  const criteriaSet = Array.from({ length: leaves }, (_, at) => {
    const domain = String(Math.floor(at / 25) + 1)
    return { code: `${domain}.${(at % 25) + 1}`, name: `Tiêu chí số ${at}`, domain, max: '2' }
  })
  const definition = { ...smallIndexDefinition, blocks: [{ ...block!, units: names, domains, criteriaSet }] }
  return planPoints('tinh', definition, { kind: 'appraised', source: '' })!
}

const pointsOf = ({ blocks: [block] }: PointsPlan): PointTable => {
  const leaves = block!.rows.filter(({ role }: PlannedRow) => role === 'leaf')
  return Object.fromEntries(
    block!.units.map(({ code }, unit) => [
      code,
      Object.fromEntries(leaves.map((leaf, at) => [leaf.codes[0]!, String(((unit + at) % 200) / 100)])),
    ]),
  )
}

describe.each([
  ['75 units of 150 leaves', 75, 150, 10_000],
  ['500 units of 400 leaves', 500, 400, 60_000],
])('%s', (_, units, leaves, limit) => {
  test('are drawn and read back in time', { timeout: 120_000 }, async () => {
    const plan = largePlan(units, leaves)
    const points = pointsOf(plan)
    const started = performance.now()
    const data = await drawTemplate({ plan, title: 'Điểm thẩm định', points })
    const { judged } = await readPointsFile({ name: 'tinh.xlsx', data }, plan, {})
    expect(performance.now() - started).toBeLessThan(limit)
    expect(judged.problems).toEqual([])
    expect(judged.points).toEqual(points)
  })
})
