/**
 * The only reader of the environment (CONTRACT "Environment"). A wrong value stops the start with one line that names
 * the variable and never prints its value: it could be a secret in the wrong place.
 */
import { createPrivateKey, type KeyObject, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const Port = z.coerce.number().int().min(0).max(65_535)
const HttpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))
const Text = z.string().min(1)
const DomainName = z.string().regex(/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i, 'must be a name as in DNS')

const Environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: Port.default(8080),
  HOST: Text.default('127.0.0.1'),
  PUBLIC_URL: HttpUrl.optional(),
  DATA_DIR: Text.default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 bytes in base64url (43 characters)')
    .optional(),
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').max(200).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: Text.optional(),
  /** 31 characters, "+" and 32 of a delivery's id make the 64 that a local part may have. */
  MAIL_BOUNCE: z
    .email()
    .regex(/^[^+@]{1,31}@/, 'must have at most 31 characters and no + before the @')
    .optional(),
  IMAP_URL: z.url({ protocol: /^imaps?$/ }).optional(),
  BOUNCE_LISTEN: z
    .string()
    .regex(/^(\[[0-9a-f:.]+\]|[^\s:[\]]+):\d{1,5}$/i, 'must be host:port')
    .optional(),
  DKIM_DOMAIN: DomainName.optional(),
  DKIM_SELECTOR: DomainName.optional(),
  DKIM_KEY_FILE: Text.optional(),
  ZALO_APP_ID: Text.optional(),
  ZALO_APP_SECRET: Text.optional(),
  ZALO_OA_SECRET: Text.optional(),
  ZALO_REFRESH_TOKEN: Text.optional(),
  ZALO_TEMPLATE_ID: Text.optional(),
  ZALO_API_URL: HttpUrl.default('https://business.openapi.zalo.me'),
  ZALO_OAUTH_URL: HttpUrl.default('https://oauth.zaloapp.com'),
  /** A bearer token for /metrics from elsewhere than loopback. */
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** How many reverse proxies stand in front; their X-Forwarded-For is believed that far. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** How long a job stays with a worker that gives no sign of life; within twice that another one takes it up. */
  JOB_LEASE_SECONDS: z.coerce.number().int().min(2).max(120).default(10),
})

export type ZaloConfig = {
  appId: string
  appSecret: string
  oaSecret: string | undefined
  refreshToken: string | undefined
  templateId: string
  apiUrl: string
  oauthUrl: string
}

export type MailConfig = {
  /** Envelope senders are made of it, and bounces come back to it. */
  bounce: string | undefined
  /** A mailbox where bounces arrive: imap(s)://user:password@host[:port]/mailbox. */
  imap: { url: string } | undefined
  /** Where the worker itself takes bounces by SMTP. */
  listen: { host: string; port: number } | undefined
  /** Signs outgoing mail; an RSA key in PEM. */
  dkim: { domain: string; selector: string; privateKey: string } | undefined
}

export type Config = {
  production: boolean
  port: number
  host: string
  publicUrl: string
  dataDir: string
  /** Undefined: an embedded PostgreSQL under dataDir. */
  databaseUrl: string | undefined
  /** Undefined: BullMQ and live changes run on PostgreSQL. */
  redisUrl: string | undefined
  secretKey: Buffer
  admin: { email: string; password: string } | undefined
  smtp: { url: string; from: string } | undefined
  mail: MailConfig
  zalo: ZaloConfig | undefined
  metricsToken: string | undefined
  logLevel: string
  trustProxy: number
  jobLeaseMs: number
}

const refuse = (name: string, problem: string): never => {
  throw new ConfigError(`${name}: ${problem}`)
}

/** Reads and checks the environment; writes DATA_DIR/secret-key outside production when SECRET_KEY is not given. Throws ConfigError. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(present)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return refuse(String(issue.path[0]), issue.message)
  }
  const e = parsed.data
  const production = e.NODE_ENV === 'production'
  if (production && !e.SECRET_KEY) refuse('SECRET_KEY', 'is required in production (32 random bytes, base64url)')
  if (production && !e.PUBLIC_URL)
    refuse('PUBLIC_URL', 'is required in production: it is what personal links begin with')
  if (!e.ADMIN_EMAIL !== !e.ADMIN_PASSWORD) {
    refuse(e.ADMIN_EMAIL ? 'ADMIN_PASSWORD' : 'ADMIN_EMAIL', 'give ADMIN_EMAIL and ADMIN_PASSWORD together')
  }
  if (e.SMTP_URL && !e.MAIL_FROM) refuse('MAIL_FROM', 'is required with SMTP_URL')
  const dataDir = resolve(e.DATA_DIR)
  return {
    production,
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.PUBLIC_URL ?? `http://localhost:${e.PORT}`,
    dataDir,
    databaseUrl: e.DATABASE_URL,
    redisUrl: e.REDIS_URL,
    secretKey: e.SECRET_KEY ? Buffer.from(e.SECRET_KEY, 'base64url') : keptSecretKey(dataDir),
    admin:
      e.ADMIN_EMAIL && e.ADMIN_PASSWORD
        ? { email: e.ADMIN_EMAIL.toLowerCase(), password: e.ADMIN_PASSWORD }
        : undefined,
    smtp: e.SMTP_URL && e.MAIL_FROM ? { url: e.SMTP_URL, from: e.MAIL_FROM } : undefined,
    mail: mailConfig(e),
    zalo: zaloConfig(e),
    metricsToken: e.METRICS_TOKEN,
    logLevel: e.LOG_LEVEL,
    trustProxy: e.TRUST_PROXY,
    jobLeaseMs: e.JOB_LEASE_SECONDS * 1_000,
  }
}

function mailConfig(e: z.infer<typeof Environment>): MailConfig {
  if (e.BOUNCE_LISTEN && !e.MAIL_BOUNCE) refuse('MAIL_BOUNCE', 'is required with BOUNCE_LISTEN')
  const imap = e.IMAP_URL ? new URL(e.IMAP_URL) : undefined
  if (imap && !(imap.username && imap.password && imap.hostname)) {
    refuse('IMAP_URL', 'must be imap(s)://user:password@host[:port]/mailbox')
  }
  const [host = '', port = ''] = e.BOUNCE_LISTEN?.split(/:(?=\d+$)/) ?? []
  if (Number(port) > 65_535) refuse('BOUNCE_LISTEN', 'must be host:port')
  return {
    bounce: e.MAIL_BOUNCE,
    imap: imap && { url: imap.href },
    listen: e.BOUNCE_LISTEN ? { host: host.replace(/^\[|\]$/g, ''), port: Number(port) } : undefined,
    dkim: dkimConfig(e),
  }
}

function dkimConfig(e: z.infer<typeof Environment>): MailConfig['dkim'] {
  const names = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'] as const
  const given = names.filter((name) => e[name])
  if (given.length === 0) return undefined
  const missing = names.find((name) => !e[name])
  if (missing) return refuse(missing, `is required with ${given[0]}`)
  const key = readKey(e.DKIM_KEY_FILE!)
  // RFC 8301: verifiers do not take shorter ones. Ed25519 is known to few of them, and not to nodemailer.
  if (key?.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 1024) {
    return refuse('DKIM_KEY_FILE', 'must be a readable file with an RSA private key in PEM, 1024 bits or more')
  }
  const privateKey = key.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { domain: e.DKIM_DOMAIN!, selector: e.DKIM_SELECTOR!, privateKey }
}

function readKey(file: string): KeyObject | undefined {
  try {
    return createPrivateKey(readFileSync(file))
  } catch {
    return undefined
  }
}

function zaloConfig(e: z.infer<typeof Environment>): ZaloConfig | undefined {
  const names = ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_TEMPLATE_ID'] as const
  const given = names.filter((name) => e[name])
  if (given.length === 0) return undefined
  const missing = names.find((name) => !e[name])
  if (missing) return refuse(missing, `is required with ${given[0]}`)
  return {
    appId: e.ZALO_APP_ID!,
    appSecret: e.ZALO_APP_SECRET!,
    templateId: e.ZALO_TEMPLATE_ID!,
    oaSecret: e.ZALO_OA_SECRET,
    refreshToken: e.ZALO_REFRESH_TOKEN,
    apiUrl: e.ZALO_API_URL,
    oauthUrl: e.ZALO_OAUTH_URL,
  }
}

/** Outside production: the generated key of this data folder, 0600; two processes that start at once agree on one. */
function keptSecretKey(dataDir: string): Buffer {
  const file = join(dataDir, 'secret-key')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    try {
      writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') refuse('DATA_DIR', 'cannot be written to')
    }
  }
  chmodSync(file, 0o600)
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  return key.length === 32 ? key : refuse('DATA_DIR', 'holds a damaged secret-key file; restore it from a backup')
}
