/**
 * postgres 3.4.9 and a session that dies under a transaction (server/db/client.test.ts shows each of these):
 *   1. what the transaction says next goes to whatever session the connection gets then, outside of any transaction;
 *   2. its ROLLBACK undoes somebody else's transaction on that session, whose rest is then committed by itself;
 *   3. a write that waits while the connection closes throws where nobody can catch it, and ends the process;
 *   4. or it stays waiting and keeps the connection from being renewed until its time-out;
 *   5. a session that dies while the driver asks it for its array types is a rejection that nobody handles, which ends the
 *      process;
 *   6. a session that was reset leaves its statement, its error and the ROLLBACK that came in between: the next session is
 *      taken for them, fails the statement that wanted it with the old error, and never answers again.
 * Upstream knows 3 as porsager/postgres#1066, #1154 and #1208. To be dropped with a release that has all of them mended.
 */
export const patch = {
  package: 'postgres',
  version: '3.4.9',
  changes: [
    {
      file: 'src/index.js',
      from: 'new Promise((_, reject) => connection.onclose = reject)',
      to: 'new Promise((_, reject) => connection.onclose = error => reject(lost = error))',
    },
    {
      file: 'src/index.js',
      from: `      , connection
      , prepare = null`,
      to: `      , connection
      , lost = null
      , prepare = null`,
    },
    {
      file: 'src/index.js',
      from: `        q.catch(e => uncaughtError || (uncaughtError = e))
`,
      to: `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (lost)
          return q.reject(lost)

`,
    },
    {
      file: 'src/connection.js',
      from: `    socket.removeAllListeners()
    socket = null
`,
      to: `    socket.removeAllListeners()
    socket = chunk = nextWriteTimer = null
`,
    },
    {
      file: 'src/connection.js',
      from: `  function nextWrite(fn) {
`,
      to: `  function nextWrite(fn) {
    if (socket === null) {
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      return false
    }
`,
    },
    {
      file: 'src/connection.js',
      from: `    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
`,
      to: `    if (query || sent.length)
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = errorResponse = results = null
    result = new Result()
`,
    },
    {
      file: 'src/connection.js',
      from: 'return fetchArrayTypes()\n',
      to: 'return fetchArrayTypes().catch(() => {})\n',
    },
  ],
}
