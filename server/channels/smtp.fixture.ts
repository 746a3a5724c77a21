/** A real SMTP server for tests. What it does with a recipient is written in the address: `reject550@…`, `later451@…`, `hang@…`, `drop@…`. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { from: string; to: string; source: string; header(name: string): string | undefined }
export type TestSmtp = { url: string; mails: ReceivedMail[]; close(): Promise<void> }

export async function startSmtp({ refuseSender = 0 } = {}): Promise<TestSmtp> {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onMailFrom(_address, _session, done) {
      done(refuseSender ? refusal(refuseSender) : null)
    },
    onRcptTo({ address }, _session, done) {
      const code = /^(?:reject|later)(\d{3})@/.exec(address)?.[1]
      done(code ? refusal(Number(code)) : null)
    },
    async onData(stream, session, done) {
      const to = session.envelope.rcptTo[0]!.address
      const source = await text(stream)
      const code = /^data(\d{3})@/.exec(to)?.[1]
      if (code) return done(refusal(Number(code)))
      if (to.startsWith('hang@')) return
      const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
      mails.push({ from, to, source, header: (name) => headerOf(source, name) })
      // The mail was taken, and the connection breaks before the sender hears of it.
      if (to.startsWith('drop@')) return destroyAll()
      done()
    },
  })
  server.on('error', () => {})
  const sockets = new Set<import('node:net').Socket>()
  server.server.on('connection', (socket) => sockets.add(socket))
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async close() {
      destroyAll()
      await new Promise<void>((closed) => server.close(closed))
    },
  }
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('refused by the test'), { responseCode })
}

/** One header, unfolded; undefined when it is not there. */
function headerOf(source: string, name: string): string | undefined {
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line?.slice(name.length + 1).trim()
}
