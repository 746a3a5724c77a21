import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineJob } from './define-job.ts'
import { readableLog } from './queue.fixture.ts'
import { jobRunner } from './run-job.ts'

const signal = new AbortController().signal
const stored = (job: { name?: string; data?: unknown }) => ({
  id: '1',
  name: 'test.job',
  data: {},
  attemptsMade: 0,
  ...job,
})

function runner(run: () => Promise<void>) {
  const log = readableLog()
  const job = defineJob({ name: 'test.job', schema: z.object({ id: z.string() }), run })
  return { run: jobRunner(job, {}, log.logger, signal), log }
}

test('what is stored of a failure says where and which code, never the message', async () => {
  const { run, log } = runner(async () => {
    throw Object.assign(new Error('550 no mailbox nguyen.van.a@example.vn'), { code: 'EENVELOPE' })
  })
  const failure = await run(stored({ data: { id: 'x' } })).catch((error: Error) => error)
  expect(failure).toMatchObject({ message: 'EENVELOPE' })
  expect((failure as Error).stack).toContain('run-job.test.ts')
  expect((failure as Error).stack).not.toContain('nguyen.van.a')
  expect(log.text()).not.toContain('nguyen.van.a')
})

test('a message over several lines gives nothing away either', async () => {
  const { run } = runner(async () => {
    throw new TypeError('bad value\n    at nguyen.van.a@example.vn')
  })
  const failure = await run(stored({ data: { id: 'x' } })).catch((error: Error) => error)
  expect(failure).toMatchObject({ message: 'TypeError' })
  expect((failure as Error).stack).not.toContain('nguyen.van.a')
})

test('another job’s name and data that do not fit are dropped, with field names but no values in the log', async () => {
  let runs = 0
  const { run, log } = runner(async () => void runs++)
  await run(stored({ name: 'test.other', data: { id: 'x' } }))
  await run(stored({ data: { id: 4711 } }))
  expect(runs).toBe(0)
  expect(log.events()).toEqual(['job.dropped-unknown', 'job.dropped-invalid'])
  expect(log.text()).toContain('"paths":["id"]')
  expect(log.text()).not.toContain('4711')
})
