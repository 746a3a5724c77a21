/** A server process of the benchmark: started, waited for, and stopped. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type BenchServer = { address: string; pid: number; child: ChildProcess; stop(): Promise<void> }

/** `file` stands beside this one and says its address by `process.send`. */
export async function startChild(
  file: string,
  env: Record<string, string>,
  execArgv: string[] = [],
): Promise<BenchServer> {
  const options = { env: { ...process.env, ...env }, execArgv }
  const child: ChildProcess = fork(fileURLToPath(new URL(file, import.meta.url)), options)
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`${file} ended before it listened`)
    }),
  ])
  return {
    address: (message as { address: string }).address,
    pid: child.pid!,
    child,
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
