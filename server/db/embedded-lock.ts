/**
 * One launcher at a time prepares, starts or stops the server of a data folder. The lock is a listening socket in Linux's
 * abstract namespace: the kernel frees it the moment its process dies, however it dies, so it never goes stale as a lock file does.
 */
import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** Runs `work` alone among all launchers of `dataDir` (absolute, real); null when the lock is not free in time, or by an abort. */
export async function withLock<T>(
  dataDir: string,
  patience: { milliseconds: number; abort?: AbortSignal },
  work: () => Promise<T>,
): Promise<T | null> {
  const name = `\0phieu-postgres-${createHash('sha256').update(dataDir).digest('hex').slice(0, 32)}`
  const deadline = Date.now() + patience.milliseconds
  let lock = await tryListen(name)
  while (!lock) {
    if (Date.now() > deadline || patience.abort?.aborted) return null
    await delay(30)
    lock = await tryListen(name)
  }
  const held = lock
  try {
    return await work()
  } finally {
    await new Promise((resolve) => held.close(resolve))
  }
}

function tryListen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen({ path, exclusive: true }, () => resolve(server))
  })
}
