import { expect, test } from 'vitest'
import { createKeeper } from './keep-funnel.ts'

/** A picture that says how often it has been made, on a clock of its own. */
function keeperOf({ takes = 1_000 } = {}) {
  const world = { at: 0, made: 0, act: '1', failed: 0, broken: false }
  const read = createKeeper<number>({
    async make() {
      await Promise.resolve()
      if (world.broken) throw new Error('no database')
      world.at += takes
      world.made += 1
      return world.made
    },
    lastAct: async () => world.act,
    now: () => world.at,
    onFailure: () => {
      world.failed += 1
    },
  })
  return { world, read }
}

test('what takes long is shown again while it is fresh; then the next call has it made without waiting', async () => {
  const { world, read } = keeperOf()
  expect(await read('a')).toBe(1)
  world.at += 4_900
  expect(await read('a')).toBe(1)
  expect(world.made).toBe(1)
  world.at += 200
  expect(await read('a')).toBe(1)
  await expect.poll(() => world.made).toBe(2)
  expect(await read('a')).toBe(2)
})

test('what is quickly made is made each time', async () => {
  const { read } = keeperOf({ takes: 20 })
  expect([await read('a'), await read('a'), await read('a')]).toEqual([1, 2, 3])
})

test('what an officer has just done is in the next picture, at whatever age the kept one is', async () => {
  const { world, read } = keeperOf()
  await read('a')
  world.act = '2'
  expect(await read('a')).toBe(2)
  expect(await read('a')).toBe(2)
})

test('many who ask at once wait for one picture', async () => {
  const { world, read } = keeperOf()
  expect(await Promise.all([read('a'), read('a'), read('a')])).toEqual([1, 1, 1])
  expect(world.made).toBe(1)
})

test('after a minute nobody is shown the old one, and campaigns are kept apart', async () => {
  const { world, read } = keeperOf()
  await read('a')
  expect(await read('b')).toBe(2)
  world.at += 60_001
  expect(await read('a')).toBe(3)
})

test('a picture that cannot be made is told to who waits, and not to who has the kept one', async () => {
  const { world, read } = keeperOf()
  await read('a')
  world.broken = true
  world.at += 10_000
  expect(await read('a')).toBe(1)
  await expect.poll(() => world.failed).toBe(1)
  await expect(read('b')).rejects.toThrow('no database')
})
