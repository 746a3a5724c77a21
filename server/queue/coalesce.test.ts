import { expect, test, vi } from 'vitest'
import { coalesce } from './coalesce.ts'

const EVERY = 100

function recorder(send: () => Promise<void> = async () => {}) {
  const sent: { key: string; at: number }[] = []
  const coalescer = coalesce(async (key) => {
    sent.push({ key, at: performance.now() })
    await send()
  }, EVERY)
  return { sent, coalescer }
}

test('the first signal goes at once and a burst becomes one more', async () => {
  const { sent, coalescer } = recorder()
  for (let time = 0; time < 50; time++) coalescer.push('a')
  expect(sent).toHaveLength(1)
  await vi.waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[1]!.at - sent[0]!.at).toBeGreaterThanOrEqual(EVERY - 5)
  await coalescer.finish()
  expect(sent).toHaveLength(2)
})

test('under a steady stream signals keep their distance', async () => {
  const { sent, coalescer } = recorder()
  await vi.waitFor(
    () => {
      coalescer.push('a')
      expect(sent.length).toBeGreaterThanOrEqual(5)
    },
    { interval: 1 },
  )
  for (let at = 1; at < sent.length; at++) {
    expect(sent[at]!.at - sent[at - 1]!.at).toBeGreaterThanOrEqual(EVERY - 5)
  }
  await coalescer.finish()
})

test('keys do not wait for each other', () => {
  const { sent, coalescer } = recorder()
  coalescer.push('a')
  coalescer.push('b')
  expect(sent.map(({ key }) => key)).toEqual(['a', 'b'])
})

test('finishing sends the waiting one now, once, and later ones are ignored', async () => {
  const { sent, coalescer } = recorder()
  coalescer.push('a')
  coalescer.push('a')
  coalescer.push('b')
  await coalescer.finish()
  coalescer.push('a')
  expect(sent.map(({ key }) => key)).toEqual(['a', 'b', 'a'])
})

test('a signal that could not be sent is sent again', async () => {
  let open = false
  const { sent, coalescer } = recorder(async () => {
    if (!open) throw new Error('closed')
  })
  coalescer.push('a')
  await vi.waitFor(() => expect(sent.length).toBeGreaterThanOrEqual(3))
  open = true
  const tries = sent.length
  await vi.waitFor(() => expect(sent).toHaveLength(tries + 1))
  await coalescer.finish()
  expect(sent).toHaveLength(tries + 1)
})
