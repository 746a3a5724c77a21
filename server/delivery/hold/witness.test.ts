import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRedis, type TestRedis } from '../../test/redis.ts'
import { placedProcesses } from './hold.fixture.ts'
import { createWitness } from './witness.ts'

const { newFolder } = placedProcesses()
let redis: TestRedis
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.stop())

const at = (lsn: string, epoch = 0) => ({ epoch, lsn })

test('keeps the furthest that it was told of each database, over processes on one folder', async () => {
  const dataDir = newFolder()
  const [one, other] = [createWitness({ dataDir }), createWitness({ dataDir })]
  expect(await one.recall('phieu')).toBeNull()
  await one.note('phieu', at('0/20'))
  await other.note('phieu', at('0/10'))
  expect(await other.recall('phieu')).toEqual(at('0/20'))
  await other.note('phieu', at('0/05', 1))
  expect(await one.recall('phieu')).toEqual(at('0/05', 1))
  expect(await one.recall('another')).toBeNull()
})

test('leaves one small file, and none half written', async () => {
  const dataDir = newFolder()
  const witness = createWitness({ dataDir })
  await Promise.all(Array.from({ length: 20 }, (_, round) => witness.note('phieu', at(`0/${round + 10}`))))
  const files = readdirSync(join(dataDir, 'witness'))
  expect(files).toHaveLength(1)
  expect(JSON.parse(readFileSync(join(dataDir, 'witness', files[0]!), 'utf8'))).toHaveProperty('lsn')
})

test('is shared through Redis by processes that share no folder', async () => {
  const [one, other] = [0, 1].map(() => createWitness({ dataDir: '/nowhere/at/all', redisUrl: redis.url }))
  await one!.note('phieu', at('0/20'))
  expect(await other!.recall('phieu')).toEqual(at('0/20'))
  await Promise.all([one!.close(), other!.close()])
})

test('whose Redis is away remembers by its folder, and nobody waits long for it', async () => {
  const witness = createWitness({ dataDir: newFolder(), redisUrl: 'redis://127.0.0.1:1' })
  await witness.note('phieu', at('0/20'))
  expect(await witness.recall('phieu')).toEqual(at('0/20'))
  await witness.close()
})
