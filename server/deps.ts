/** The composition root: the only file that builds real adapters. Rooms receive what they need as arguments. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { DefinitionEntry } from './campaigns/load-definitions.ts'
import { loadDefinitions } from './campaigns/load-definitions.ts'
import type { Channel, ChannelName } from './channels/channel.ts'
import { createEmailChannel } from './channels/email.ts'
import { createOutboxChannel } from './channels/outbox.ts'
import { createZaloChannel } from './channels/zalo.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { createDb, type Db } from './db/client.ts'
import { migrateDatabase } from './db/migrate.ts'
import { type BounceMailbox, createImapMailbox } from './delivery/bounces/imap-mailbox.ts'
import { createWitness, type Witness } from './delivery/hold/witness.ts'
import { type ZaloTokenStore, zaloTokenStore } from './delivery/zalo/token-store.ts'
import { type Changes, createChanges } from './queue/changes.ts'
import { createQueue, type Queue } from './queue/client.ts'
import { createSecrets, type Secrets } from './secrets.ts'

export type Deps = {
  config: Config
  log: Logger
  clock: Clock
  /** Everything; given to the identity side, to campaigns/ and to staff/. */
  db: Db
  /** Runs as role phieu_answer, which cannot read schema identity; given to responses/ tally/ scoring/ index/. */
  answerDb: Db
  secrets: Secrets
  queue: Queue
  changes: Changes
  channels: Record<ChannelName, Channel>
  /** Where bounces arrive; undefined without IMAP_URL. */
  bounceMailbox: BounceMailbox | undefined
  /** Only with Zalo's settings. */
  zaloTokens?: ZaloTokenStore | undefined
  /** Remembers, outside the database, how far it had come. */
  witness: Witness
  definitions: DefinitionEntry[]
  close(): Promise<void>
}

const SURVEYS = fileURLToPath(new URL('../surveys', import.meta.url))

/** Migrates, connects and builds. `databaseUrl` is config's, or that of the embedded PostgreSQL. */
export async function createDeps(
  config: Config,
  databaseUrl: string,
  log: Logger,
  clock: Clock = systemClock,
): Promise<Deps> {
  await migrateDatabase(databaseUrl)
  const db = createDb(databaseUrl, { max: 10, name: 'phieu' })
  const answerDb = createDb(databaseUrl, { max: 6, role: 'phieu_answer', name: 'phieu-answer' })
  await answerDb.$client`SELECT 1`
  const secrets = createSecrets(config.secretKey)
  const [queue, changes, definitions] = await Promise.all([
    createQueue({ databaseUrl, redisUrl: config.redisUrl, log }),
    createChanges({ databaseUrl, redisUrl: config.redisUrl, log }),
    loadDefinitions(SURVEYS),
  ])
  const witness = createWitness(config)
  const zaloTokens = config.zalo && zaloTokenStore(db, secrets, config.zalo, clock)
  const channels: Deps['channels'] = {
    email: config.smtp
      ? createEmailChannel({ ...config.smtp, ...config.mail }, config.publicUrl)
      : createOutboxChannel('email', db),
    zalo:
      config.zalo && zaloTokens
        ? createZaloChannel({ ...config.zalo, tokens: zaloTokens, clock })
        : createOutboxChannel('zalo', db),
  }
  return {
    config,
    log,
    clock,
    db,
    answerDb,
    secrets,
    queue,
    changes,
    channels,
    bounceMailbox: config.mail.imap && createImapMailbox(config.mail.imap.url),
    witness,
    definitions,
    async close() {
      await Promise.allSettled([
        queue.close(),
        changes.close(),
        witness.close(),
        channels.email.close(),
        channels.zalo.close(),
      ])
      await Promise.allSettled([db.$client.end({ timeout: 3 }), answerDb.$client.end({ timeout: 3 })])
    },
  }
}

export const CLIENT_DIST = join(fileURLToPath(new URL('../client/dist', import.meta.url)))
