/** Builds one application beside its place and swaps it in, so that two builds at once, or one that fails, break nothing. */
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { compressFolder } from './compress-folder.ts'

/** `config` is the application's Vite configuration, `out` its folder under client/dist. */
export async function buildApp(config: string, out: string): Promise<void> {
  await mkdir(dirname(out), { recursive: true })
  const work = await mkdtemp(`${out}.new-`)
  try {
    const made = join(work, 'made')
    await build({
      configFile: config,
      mode: 'production',
      logLevel: 'warn',
      build: {
        outDir: made,
        emptyOutDir: true,
        reportCompressedSize: false,
        // On a busy machine every plugin looks slow, and nobody who reads this can act on it.
        rolldownOptions: { checks: { bundlerTimings: false } },
      },
    })
    await compressFolder(made)
    await rename(out, join(work, 'old')).catch(ignoreMissing)
    await rename(made, out)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
