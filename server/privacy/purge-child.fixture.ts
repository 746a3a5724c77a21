/** A process of its own that purges a few people at a time, for a test to kill. Takes DATABASE_URL and CAMPAIGN. */
import { pino } from 'pino'
import { systemClock } from '../clock.ts'
import { createDb } from '../db/client.ts'
import { purgeCampaign } from './purge-campaign.ts'

const { DATABASE_URL = '', CAMPAIGN = '' } = process.env
const db = createDb(DATABASE_URL, { max: 2 })
const changes = { publish: () => {}, subscribe: () => () => {}, close: async () => {} }
const deps = { db, clock: systemClock, changes, log: pino({ level: 'silent' }) }
await purgeCampaign(deps, CAMPAIGN, { actor: 'hệ thống', batch: 5 })
await db.$client.end()
