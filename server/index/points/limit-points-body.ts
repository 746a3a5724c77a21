/** Counts what a JSON body of points holds before anything looks at it closer: judging hundreds of thousands of names takes seconds. */
import type { preValidationAsyncHookHandler } from 'fastify'
import { errors } from '../../errors.ts'

/** 500 units × 400 leaves, the most that a definition may have, take 3 MB of JSON. */
export const POINTS_BODY_BYTES = 8 * 1024 * 1024
const MOST_UNITS = 1_000
const MOST_LEAVES = 700
const MOST_POINTS = 210_000

/** Throws too-large (413) with the first limit that the body passes; what is no table of points is left to its schema. */
export const limitPointsBody: preValidationAsyncHookHandler = async ({ body }) => {
  const points = isObject(body) ? body.points : undefined
  if (!isObject(points)) return
  const units = Object.values(points)
  if (units.length > MOST_UNITS) throw tooMany(`${units.length} đơn vị`, `${MOST_UNITS} đơn vị`)
  let all = 0
  for (const unit of units) {
    const leaves = isObject(unit) ? Object.keys(unit).length : 0
    if (leaves > MOST_LEAVES) throw tooMany(`một đơn vị với ${leaves} điểm`, `${MOST_LEAVES} điểm một đơn vị`)
    all += leaves
  }
  if (all > MOST_POINTS) throw tooMany(`${all} điểm`, `${MOST_POINTS} điểm một lần`)
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const tooMany = (given: string, most: string) =>
  errors.tooLarge([{ path: 'points', problem: `Bảng điểm có ${given}; chỉ nhận nhiều nhất ${most}.` }])
