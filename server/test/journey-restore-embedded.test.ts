/**
 * The embedded PostgreSQL: a data folder that wakes up elsewhere, or whose database is put back to an earlier state, sends
 * nothing until an administrator confirms (DESIGN promise 3).
 */
import { beforeAll, expect, test, vi } from 'vitest'
import { embeddedUrl, putBackAnew, putBackDatabase } from './copies.ts'
import * as survey from './opened-survey.ts'
import { environment } from './processes.ts'
import { type Env, restoreWorld, type Sending, statesOf, untilBeaten, untilWorkedThrough } from './restore.ts'

// Whole processes start, die and recover here, beside other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const { processes, folders, recipients, everybody, messages, mailSettings, ...world } = restoreWorld()
const { leaveWithQueuedWave, expectHeldUntilConfirmed, expectSentOnce } = world
let env: Env
let dataDir: string
let kept: string
const here = () => embeddedUrl(dataDir)

beforeAll(async () => {
  dataDir = folders.create()
  const { DATABASE_URL: _none, ...rest } = environment('')
  env = { ...rest, DATA_DIR: dataDir, ...mailSettings() }
  await leaveWithQueuedWave(env, here)
  kept = folders.copy(dataDir)
})

test('a copy of the data folder in another place sends nothing until an administrator confirms', async () => {
  const copy = folders.copy(kept)
  await expectHeldUntilConfirmed({ ...env, DATA_DIR: copy }, () => embeddedUrl(copy), 'other-folder')
})

test('an earlier copy put back in the same place, after everybody got their message, sends nobody a second one', async () => {
  const before = await processes.whole(env)
  await expectSentOnce(here())
  await untilBeaten(here(), new Date().toISOString())
  await before.stop()
  const putBack: [reason: string, (from: string, to: string) => void][] = [
    // The files of the database alone: what the folder remembers beside them is ahead.
    ['rewound', putBackDatabase],
    // Everything, the memory too.
    ['other-folder', putBackAnew],
  ]
  for (const [reason, put] of putBack) {
    put(kept, dataDir)
    const after = await processes.whole(env)
    await untilWorkedThrough(here())
    const admin = await survey.signIn(after.base)
    expect((await admin.get<Sending>('/api/sending')).hold).toMatchObject({ reason })
    expect(await statesOf(here())).toEqual({ queued: messages() })
    expect(recipients()).toEqual(everybody())
    await after.stop()
  }
})
