/**
 * One process of several that share a database: tells what token it has, and renews it, at each line on its standard
 * input ("current" or "renew <generation>"). Configuration as in production.
 */
import { createInterface } from 'node:readline'
import { systemClock } from '../../clock.ts'
import { readConfig } from '../../config.ts'
import { createDb } from '../../db/client.ts'
import { createSecrets, sha256 } from '../../secrets.ts'
import { zaloTokenStore } from './token-store.ts'

const config = readConfig()
const db = createDb(config.databaseUrl!, { max: 4 })
const tokens = zaloTokenStore(db, createSecrets(config.secretKey), config.zalo!, systemClock)
await db.$client`SELECT 1`
console.log('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const [what, generation] = line.split(' ')
  const access = await (what === 'renew' ? tokens.renew(Number(generation)) : tokens.current())
  console.log(access.ok ? `${access.generation} ${sha256(access.accessToken).toString('hex')}` : access.failure)
}
