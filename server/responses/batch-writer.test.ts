import { randomBytes } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { createOpenCampaign } from '../test/campaign.ts'
import { startTestSystem } from '../test/deps.ts'
import { createBatchWriter } from './batch-writer.ts'
import { type Arrival, insertArrivals } from './queries.ts'

/** A writer whose batches end when the test says so. */
function heldWriter(limits: { size: number; parallel: number; isOfOneItem: (error: unknown) => boolean }) {
  const batches: { items: number[]; settle: (outcome: 'ok' | 'fails') => void }[] = []
  const writer = createBatchWriter<number, string>(
    (items) =>
      new Promise((resolve, reject) => {
        const settle = (outcome: 'ok' | 'fails') =>
          outcome === 'ok' ? resolve(items.map((item) => `wrote ${item}`)) : reject(new Error('batch'))
        batches.push({ items, settle })
      }),
    limits,
  )
  return { writer, batches }
}

const settled = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)))

test('what arrives together is written together, and each caller gets their own result', async () => {
  const { writer, batches } = heldWriter({ size: 10, parallel: 1, isOfOneItem: () => true })
  const results = [1, 2, 3].map(writer.write)
  await settled()
  expect(batches.map(({ items }) => items)).toEqual([[1, 2, 3]])
  batches[0]!.settle('ok')
  expect(await Promise.all(results)).toEqual(['wrote 1', 'wrote 2', 'wrote 3'])
})

test('nothing is acknowledged before its batch is written', async () => {
  const { writer, batches } = heldWriter({ size: 10, parallel: 1, isOfOneItem: () => true })
  let acknowledged = false
  const result = writer.write(1).then(() => {
    acknowledged = true
  })
  await settled()
  expect(acknowledged).toBe(false)
  batches[0]!.settle('ok')
  await result
  expect(acknowledged).toBe(true)
})

test('what arrives during a write shares the next one, up to the size', async () => {
  const { writer, batches } = heldWriter({ size: 3, parallel: 1, isOfOneItem: () => true })
  const results = [writer.write(0)]
  await settled()
  results.push(...[1, 2, 3, 4, 5].map(writer.write))
  await settled()
  expect(batches).toHaveLength(1)
  for (let next = 0; next < 3; next += 1) {
    batches[next]!.settle('ok')
    await settled()
  }
  expect(batches.map(({ items }) => items)).toEqual([[0], [1, 2, 3], [4, 5]])
  expect(await Promise.all(results)).toHaveLength(6)
})

test('no more batches than allowed are under way at once', async () => {
  const { writer, batches } = heldWriter({ size: 1, parallel: 2, isOfOneItem: () => true })
  const results = [1, 2, 3].map(writer.write)
  await settled()
  expect(batches.map(({ items }) => items)).toEqual([[1], [2]])
  batches[1]!.settle('ok')
  await settled()
  expect(batches.map(({ items }) => items)).toEqual([[1], [2], [3]])
  for (const { settle } of batches) settle('ok')
  expect(await Promise.all(results)).toEqual(['wrote 1', 'wrote 2', 'wrote 3'])
})

test('after a failed batch each item is tried alone, and only the bad one is refused', async () => {
  const written: number[][] = []
  const writer = createBatchWriter<number, number>(
    async (items) => {
      written.push(items)
      if (items.includes(2)) throw new Error('the second is bad')
      return items
    },
    { size: 10, parallel: 1, isOfOneItem: () => true },
  )
  const results = await Promise.allSettled([1, 2, 3].map(writer.write))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(written).toEqual([[1, 2, 3], [1], [2], [3]])
})

test('a batch that fails for a reason of its own is refused whole and at once, and the next one is written', async () => {
  const { writer, batches } = heldWriter({ size: 3, parallel: 1, isOfOneItem: () => false })
  const results = Promise.allSettled([1, 2, 3, 4].map(writer.write))
  await settled()
  batches[0]!.settle('fails')
  await settled()
  batches[1]!.settle('ok')
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled'])
  expect(batches.map(({ items }) => items)).toEqual([[1, 2, 3], [4]])
})

test('draining waits for everything accepted, whatever becomes of it, and does not wait for nothing', async () => {
  const { writer, batches } = heldWriter({ size: 1, parallel: 1, isOfOneItem: () => true })
  await writer.drain()
  const results = Promise.allSettled([1, 2].map(writer.write))
  let drained = false
  const draining = writer.drain().then(() => {
    drained = true
  })
  await settled()
  batches[0]!.settle('fails')
  await settled()
  expect(drained).toBe(false)
  batches[1]!.settle('ok')
  await draining
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})

test('a row that PostgreSQL itself rejects does not take its batch along', async () => {
  const system = await startTestSystem()
  onTestFinished(() => system.stop())
  const { answerDb } = system.deps
  const { id, people } = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
  const arrival = (stratumId: string): Arrival => ({
    ...{ campaignId: id, unit: 'AB', stratumId },
    ...{ messageHash: randomBytes(32), fingerprint: randomBytes(32), sealed: randomBytes(284) },
  })
  const { stratum } = people[0]!.invitation
  const arrivals = [arrival(stratum), arrival('a\u0000b'), arrival(stratum)]
  let batches = 0
  const writer = createBatchWriter<Arrival, true>(
    async (items) => {
      batches += 1
      await insertArrivals(answerDb, items)
      return items.map(() => true)
    },
    { size: 10, parallel: 1, isOfOneItem: () => true },
  )
  const results = await Promise.allSettled(arrivals.map(writer.write))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(batches).toBe(4)
  const stored = await answerDb.$client`SELECT message_hash FROM answer.receipts`
  const expected = [arrivals[0]!, arrivals[2]!].map((kept) => kept.messageHash.toString('hex'))
  expect(stored.map((row) => row.message_hash.toString('hex')).sort()).toEqual(expected.sort())
  expect(await answerDb.$client`SELECT count(*)::int AS boxed FROM answer.box`).toMatchObject([{ boxed: 2 }])
})
