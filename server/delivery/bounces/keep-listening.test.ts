import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { Config } from '../../config.ts'
import { findFreePort } from '../../db/embedded-server.ts'
import type { Deps } from '../../deps.ts'
import { deliveryWorld } from '../delivery.fixture.ts'
import { BOUNCE } from './bounces.fixture.ts'
import { keepListening } from './keep-listening.ts'

const world = deliveryWorld()
const worker = (listen: { host: string; port: number } | undefined): Deps => {
  const deps = world.deps()
  return { ...deps, config: { ...deps.config, mail: { bounce: BOUNCE, listen } } as Config }
}

async function greets(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    const [greeting] = await once(socket, 'data')
    return String(greeting).startsWith('220 khaosat.test')
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

test('of two workers on one machine the second takes over when the first stops', async () => {
  const deps = worker({ host: '127.0.0.1', port: await findFreePort() })
  const { port } = deps.config.mail.listen!
  const first = await keepListening(deps, 50)
  const second = await keepListening(deps, 50)
  expect(await greets(port)).toBe(true)
  await first!.stop()
  await expect.poll(() => greets(port), { timeout: 10_000 }).toBe(true)
  await second!.stop()
  expect(await greets(port)).toBe(false)
})

test('a worker that stops while it waits for its turn never takes it', async () => {
  const deps = worker({ host: '127.0.0.1', port: await findFreePort() })
  const { port } = deps.config.mail.listen!
  const first = await keepListening(deps, 20)
  const second = await keepListening(deps, 20)
  await second!.stop()
  await first!.stop()
  const third = await keepListening(deps, 20)
  await third!.stop()
  expect(await greets(port)).toBe(false)
})

test('an address that is not of this machine stops the start', async () => {
  await expect(keepListening(worker({ host: '203.0.113.1', port: 2525 }))).rejects.toMatchObject({
    code: 'BOUNCE_LISTEN',
  })
})

test('nothing listens unless it was asked for', async () => {
  expect(await keepListening(worker(undefined))).toBeUndefined()
})
