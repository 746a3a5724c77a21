/**
 * Who uses the server of a data folder: `npm run start:web` and `npm run start:worker` share one. Each launcher has a line here;
 * the last one to leave stops the server. Entries of killed processes don't count. Read and written under the lock only.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processStart } from './embedded-process.ts'

export type Launcher = { id: string; pid: number; startedAt: string; port: number }

/** An entry for this process, on a server at `port`. */
export function describeLauncher(port: number): Launcher {
  return { id: randomUUID(), pid: process.pid, startedAt: processStart(process.pid) ?? '', port }
}

/** Launchers whose process still lives, without the one named. */
export function listLaunchers(dataDir: string, exceptId?: string): Launcher[] {
  let entries: Launcher[] = []
  try {
    entries = JSON.parse(readFileSync(file(dataDir), 'utf8'))
  } catch {
    // No file yet, or one cut short by a power cut: nobody is there then.
  }
  return entries.filter((entry) => entry.id !== exceptId && processStart(entry.pid) === entry.startedAt)
}

export function addLauncher(dataDir: string, launcher: Launcher): void {
  write(dataDir, [...listLaunchers(dataDir, launcher.id), launcher])
}

export function removeLauncher(dataDir: string, launcher: Launcher): void {
  write(dataDir, listLaunchers(dataDir, launcher.id))
}

function write(dataDir: string, launchers: Launcher[]): void {
  const draft = `${file(dataDir)}.new`
  writeFileSync(draft, `${JSON.stringify(launchers, null, 2)}\n`)
  renameSync(draft, file(dataDir))
}

function file(dataDir: string): string {
  return join(dataDir, 'postgres.launchers.json')
}
