/** A mail server that takes everything and keeps nothing but when, as a process of its own; answers `count` with what it has seen. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

const seen = { count: 0, first: 0, last: 0 }
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onData(stream, _session, done) {
    stream.on('end', () => {
      seen.count += 1
      seen.last = Date.now()
      seen.first ||= seen.last
      done()
    })
    stream.resume()
  },
})
server.on('error', () => {})
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')
process.on('message', () => process.send!({ seen }))
process.on('SIGTERM', () => process.exit(0))
process.send!({ address: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` })
