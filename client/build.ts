/**
 * Builds the client applications into client/dist: hashed names, a manifest each, and beside every text file its brotli
 * (quality 11) and gzip forms, which the server sends as they are. `--if-stale` skips an application whose sources are
 * unchanged; a name ("respond", "monitor") builds that one alone.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readMarks, writeMark } from './built-marks.ts'
import { hashSources } from './hash-sources.ts'

const CLIENT = fileURLToPath(new URL('.', import.meta.url))
const DIST = join(CLIENT, 'dist')
const APPS: Record<string, string> = {
  respond: join(CLIENT, 'vite.respond.config.ts'),
  monitor: join(CLIENT, 'monitor/vite.config.ts'),
}

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const ifStale = process.argv.includes('--if-stale')
const unknown = wanted.find((name) => !APPS[name])
if (unknown) {
  console.error(`build: there is no application "${unknown}" (${Object.keys(APPS).join(', ')})`)
  process.exit(1)
}

for (const [name, config] of Object.entries(APPS)) {
  if ((wanted.length > 0 && !wanted.includes(name)) || !existsSync(config)) continue
  const sources = await hashSources(CLIENT, name)
  const fresh = readMarks(DIST)[name] === sources && existsSync(join(DIST, name))
  if (ifStale && fresh) continue
  try {
    const started = performance.now()
    // Only now: an installation without development packages has no bundler, and needs none while its build is fresh.
    const { buildApp } = await import('./build-app.ts')
    await buildApp(config, join(DIST, name))
    writeMark(DIST, name, sources)
    console.log(`built client/dist/${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  } catch (error) {
    console.error(`build: client/${name} failed: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
