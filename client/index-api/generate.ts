/**
 * `npm run index-api`: writes types/ anew from the server's own OpenAPI document. The application is built as in
 * production, but nothing of it listens and no store is reached: its routes are all that is read.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { buildApp } from '../../server/app.ts'
import { systemClock } from '../../server/clock.ts'
import { readConfig } from '../../server/config.ts'
import type { Deps } from '../../server/deps.ts'
import { createLogger } from '../../server/logger.ts'
import { createSecrets } from '../../server/secrets.ts'
import { composeTypes, type OpenApi } from './compose-types.ts'

const config = readConfig({
  SECRET_KEY: randomBytes(32).toString('base64url'),
  DATA_DIR: tmpdir(),
  LOG_LEVEL: 'silent',
})
const log = createLogger(config.logLevel)
const deps: Partial<Deps> = {
  ...{ config, log, clock: systemClock, secrets: createSecrets(config.secretKey), definitions: [] },
  changes: { publish: () => {}, subscribe: () => () => {}, close: async () => {} },
}
const app = await buildApp(deps as Deps)
const types = await composeTypes(app.swagger() as unknown as OpenApi)
await app.close()

const folder = new URL('types/', import.meta.url)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
for (const [file, source] of types) writeFileSync(new URL(file, folder), source)
console.log(`wrote ${types.size} files to ${fileURLToPath(folder)}`)
