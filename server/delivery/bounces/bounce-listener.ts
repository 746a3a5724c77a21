/**
 * The built-in SMTP server for bounces: takes mail for the addresses that our messages leave with and for nothing else,
 * so it relays nothing and stores nothing. What it could not count (the database is away, sending is held) it asks the
 * other side to offer again.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { BOUNCE_LIMIT } from '../../channels/read-bounce.ts'
import { readVerp } from '../../channels/verp.ts'
import type { Deps } from '../../deps.ts'
import { sendingHeld } from '../hold/queries.ts'
import { acceptBounce } from './accept-bounce.ts'

export type BounceListener = { port: number; stop(): Promise<void> }

const CONNECTIONS = 20
const SILENCE_MS = 30_000
const STOP_MS = 2_000

/** Rejects when it cannot listen there (EADDRINUSE, EACCES, EADDRNOTAVAIL). Port 0: any free one. */
export async function startBounceListener(
  deps: Pick<Deps, 'config' | 'db' | 'clock' | 'changes' | 'log'>,
  { host, port }: { host: string; port: number },
): Promise<BounceListener> {
  const log = deps.log.child({ part: 'bounce-listener' })
  const bounce = deps.config.mail.bounce!
  const server = new SMTPServer({
    name: bounce.slice(bounce.lastIndexOf('@') + 1),
    banner: 'Phieu',
    authOptional: true,
    // No certificate of its own: mail servers of the same network bring the bounces.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    logger: false,
    size: BOUNCE_LIMIT,
    rejectOversized: true,
    maxClients: CONNECTIONS,
    socketTimeout: SILENCE_MS,
    closeTimeout: STOP_MS,
    onRcptTo({ address }, { envelope }, done) {
      if (!readVerp(bounce, address)) return done(refusal(550, 'no such address here'))
      done(envelope.rcptTo.length > 0 ? refusal(452, 'one recipient at a time') : null)
    },
    onData(stream, { envelope }, done) {
      const recipients = envelope.rcptTo.map(({ address }) => address)
      take(deps, log, stream, recipients).then(done, (error) => {
        log.error({ code: (error as { code?: string }).code ?? 'unexpected' }, 'bounce.not-counted')
        done(refusal(451, 'try again later'))
      })
    },
  })
  server.on('error', () => {}) // a client that breaks off
  server.listen(port, host)
  await once(server.server, 'listening')
  const { port: listening } = server.server.address() as AddressInfo
  log.info({ host, port: listening }, 'bounce.listening')
  return {
    port: listening,
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  }
}

async function take(
  deps: Pick<Deps, 'config' | 'db' | 'clock' | 'changes'>,
  log: Logger,
  stream: SMTPServerDataStream,
  recipients: string[],
): Promise<Error | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= BOUNCE_LIMIT) chunks.push(chunk) // else only read to its end, so that the refusal is heard
  }
  if (size > BOUNCE_LIMIT) return refusal(552, 'message too large')
  if (await sendingHeld(deps.db)) return refusal(451, 'try again later')
  await acceptBounce(deps, log, Buffer.concat(chunks), recipients)
  return null
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })
