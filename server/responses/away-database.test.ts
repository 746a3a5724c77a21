/** The door of answers while PostgreSQL is away: whoever waits is told at once, and is taken when it is back. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDb, type Db } from '../db/client.ts'
import { createOpenCampaign } from '../test/campaign.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { obtainCredential } from '../test/respondent.ts'
import { createResponseDoor } from './accept-response.ts'

let system: TestSystem
let way: Awaited<ReturnType<typeof openWay>>
let answerDb: Db
beforeAll(async () => {
  system = await startTestSystem()
  way = await openWay(new URL(system.databaseUrl))
  answerDb = createDb(way.url, { max: 6, role: 'phieu_answer' })
})
afterAll(async () => {
  await answerDb.$client.end({ timeout: 1 })
  await way.shut()
  await system.stop()
})

/** A port of our own that leads to the database, and can refuse. */
async function openWay(target: URL) {
  const sockets = new Set<Socket>()
  let server: Server
  const listen = async (port: number) => {
    server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one)
        one.on('error', () => {}).on('close', () => other.destroy())
        one.pipe(other)
      }
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const url = new URL(target)
  url.hostname = '127.0.0.1'
  url.port = String(await listen(0))
  return {
    url: url.href,
    open: () => listen(Number(url.port)),
    async shut() {
      if (!server.listening) return
      const closed = once(server.close(), 'close')
      for (const socket of sockets) socket.destroy()
      sockets.clear()
      await closed
    },
  }
}

test('five hundred who wait on a database that refuses are all refused within seconds, and taken later', async () => {
  const campaign = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
  const [known, waiting] = [
    await obtainCredential(system.app, campaign.people[0]!),
    await obtainCredential(system.app, campaign.people[1]!),
  ]
  const door = createResponseDoor({ ...system.deps, answerDb })
  expect(await door.accept(known)).toMatchObject({ first: true })
  await way.shut()
  const began = performance.now()
  const outcomes = await Promise.allSettled(Array.from({ length: 500 }, () => door.accept(waiting)))
  await door.drain()
  expect(performance.now() - began).toBeLessThan(3_000)
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unavailable', status: 503 } })
  }
  await way.open()
  await expect.poll(() => door.accept(waiting).catch(() => null), { timeout: 20_000 }).not.toBeNull()
  const { $client } = system.deps.db
  expect(await $client`SELECT count(*)::int AS n FROM answer.box WHERE campaign_id = ${campaign.id}`).toEqual([
    { n: 2 },
  ])
})
