/** Link views for tests of the page: the repository's own definitions, a real key, no database. */
import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Questionnaire } from '../campaigns/definition.ts'
import { CLIENT_DIST } from '../deps.ts'
import { soundDefinition } from '../test/sound-definition.ts'
import { type PageAssets, readPageAssets } from './assets.ts'
import type { PageView } from './render-page.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The page's files as the sources stand now: the build does nothing when it is up to date. */
export async function builtAssets(): Promise<PageAssets> {
  await promisify(execFile)(process.execPath, ['client/build.ts', 'respond', '--if-stale'], { cwd: ROOT })
  return readPageAssets(CLIENT_DIST)
}

/** One invitation a questionnaire, for units of the definition, in an open campaign. */
export async function linkView(
  slug: 'son-la-2024' | 'example-commune',
  ...questionnaires: (string | Questionnaire)[]
): Promise<PageView> {
  const definition = await soundDefinition(slug)
  const known = Object.assign({}, ...definition.blocks.map((block) => block.questionnaires))
  const units = definition.blocks.flatMap((block) => block.units)
  const groups = definition.blocks.flatMap((block) => block.groups)
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    campaign: { code: 'dot-1', title: definition.title, status: 'open', closesAt: '2024-12-15T17:00:00.000Z' },
    organizer: definition.organizer,
    notice: definition.notice,
    noOpinion: definition.noOpinion,
    invitations: questionnaires.map((questionnaire, i) => ({
      id: `invitation-${i}`,
      unit: units[i]!,
      group: groups[0]!,
      stratum: `stratum-${i}`,
      answered: false,
      questionnaire: typeof questionnaire === 'string' ? known[questionnaire] : questionnaire,
      publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    })),
  }
}
