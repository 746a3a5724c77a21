/**
 * The seed of a file's random tests: fresh in each run and printed, so that a failure can be repeated with TEST_SEED; the
 * same each time where CI is set, so that a build does not turn red by chance.
 */
import { randomInt } from 'node:crypto'

const IN_CI = 574_2024

export function seedOf(file: string): number {
  const given = Number(process.env.TEST_SEED)
  const seed = given || (process.env.CI ? IN_CI : randomInt(2 ** 31))
  console.info(`${file}: TEST_SEED=${seed}`)
  return seed
}
