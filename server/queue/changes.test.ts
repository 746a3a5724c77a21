import postgres from 'postgres'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Change, type Changes, createChanges } from './changes.ts'
import { BACK_ENDS, readableLog, useStores } from './queue.fixture.ts'

describe.each(BACK_ENDS)('changes over %s', (backEnd) => {
  const stores = useStores(backEnd)
  const opened: Changes[] = []
  afterEach(() => Promise.all(opened.splice(0).map((changes) => changes.close())))

  async function open() {
    const log = readableLog()
    const changes = await createChanges({ ...stores(), log: log.logger })
    opened.push(changes)
    const heard: Change[] = []
    changes.subscribe((change) => heard.push(change))
    return { changes, heard, log }
  }

  test('reach every process, the one that published included', async () => {
    const [one, two] = [await open(), await open()]
    one.changes.publish({ campaign: 'c-1', kind: 'status' })
    await vi.waitFor(() => {
      expect(one.heard).toEqual([{ campaign: 'c-1', kind: 'status' }])
      expect(two.heard).toEqual([{ campaign: 'c-1', kind: 'status' }])
    })
  })

  test('come at once, then at most every quarter second, and the last is not lost', async () => {
    const [one, two] = [await open(), await open()]
    const at: number[] = []
    two.changes.subscribe(() => at.push(performance.now()))
    const began = performance.now()
    for (let time = 0; time < 100; time++) one.changes.publish({ campaign: 'c-1', kind: 'progress' })
    one.changes.publish({ campaign: 'c-1', kind: 'scores' })
    await vi.waitFor(() => expect(two.heard).toHaveLength(3))
    expect(at[0]! - began).toBeLessThan(200)
    expect(at[2]! - began).toBeGreaterThanOrEqual(240)
    expect(two.heard.map(({ kind }) => kind)).toEqual(['progress', 'scores', 'progress'])
  })

  test('what waits is sent on closing', async () => {
    const [one, two] = [await open(), await open()]
    one.changes.publish({ campaign: 'c-1', kind: 'scores' })
    one.changes.publish({ campaign: 'c-1', kind: 'scores' })
    await one.changes.close()
    await vi.waitFor(() => expect(two.heard).toHaveLength(2))
  })

  test('an unsubscribed listener hears nothing more and a failing one hurts no other', async () => {
    const { changes, heard, log } = await open()
    const left: Change[] = []
    const leave = changes.subscribe((change) => left.push(change))
    leave()
    changes.subscribe(() => {
      throw new Error('a listener')
    })
    const later: Change[] = []
    changes.subscribe((change) => later.push(change))
    changes.publish({ campaign: 'c-1', kind: 'status' })
    await vi.waitFor(() => expect(later).toHaveLength(1))
    expect(heard).toHaveLength(1)
    expect(left).toEqual([])
    expect(log.events()).toContain('changes.listener-failed')
  })

  test('after a lost connection listeners are told to refresh, and changes flow again', async () => {
    const [one, two] = [await open(), await open()]
    const { databaseUrl, redis } = stores()
    if (redis) {
      await redis.kill()
      one.changes.publish({ campaign: 'c-1', kind: 'scores' }) // while nobody can hear it
      await redis.start()
    } else {
      const admin = postgres(databaseUrl, { max: 1 })
      await admin`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                   WHERE datname = current_database() AND pid <> pg_backend_pid()`
      await admin.end()
      one.changes.publish({ campaign: 'c-1', kind: 'scores' })
    }
    for (const { heard } of [one, two]) {
      await vi.waitFor(() => expect(heard).toContainEqual({ campaign: '*', kind: 'missed' }), { timeout: 10_000 })
    }
    one.changes.publish({ campaign: 'c-2', kind: 'status' })
    for (const { heard } of [one, two]) {
      await vi.waitFor(() => expect(heard).toContainEqual({ campaign: 'c-2', kind: 'status' }), { timeout: 10_000 })
    }
    if (redis) expect(one.log.events().filter((event) => event === 'changes.connection-lost')).toHaveLength(1)
  })
})
