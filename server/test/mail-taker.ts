/**
 * A mail server that takes everything, and lets a test act between having taken a mail and saying so: there a killed sender
 * leaves a mail that its database knows nothing of.
 */
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type TakenMail = {
  from: string
  to: string
  /** From the stable Message-ID of a delivery. */
  deliveryId: string
  source: string
}
export type MailTaker = {
  url: string
  mails: TakenMail[]
  /** Called with each mail taken and its number from 1, before the sender is told. */
  onTaken: (mail: TakenMail, number: number) => Promise<void> | void
  close(): Promise<void>
}

export async function startMailTaker(): Promise<MailTaker> {
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    async onData(stream, { envelope }, done) {
      const source = await text(stream).catch(() => null)
      if (source === null) return // the sender was killed in the middle of it
      const mail = {
        from: envelope.mailFrom ? envelope.mailFrom.address : '',
        to: envelope.rcptTo[0]!.address,
        deliveryId: /^Message-ID:\s*<delivery\.([^@]+)@/im.exec(source)?.[1] ?? '',
        source,
      }
      taker.mails.push(mail)
      await taker.onTaken(mail, taker.mails.length)
      done()
    },
  })
  server.on('error', () => {}) // senders are killed while they talk
  server.server.on('connection', (socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const taker: MailTaker = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails: [],
    onTaken() {},
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((closed) => server.close(closed))
    },
  }
  return taker
}
