/** What an image built by the Dockerfile would hold, read from Dockerfile and .dockerignore; and what a process would load. */
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'

/** Whether a path from the project's root is left out of the build; the last line of .dockerignore that fits decides. */
export function readDockerignore(root: string): (path: string) => boolean {
  const lines = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')
  const rules = lines
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => ({ keeps: line.startsWith('!'), pattern: patternOf(line.replace('!', '')) }))
  return (path) => rules.reduce((ignored, { keeps, pattern }) => (pattern.test(path) ? !keeps : ignored), false)
}

/** A pattern means the thing itself and everything in it; `*` stays within a name, `**` crosses folders. */
function patternOf(line: string): RegExp {
  const source = line
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:.*/)?'))
  return new RegExp(`^${source}(?:/.*)?$`)
}

export type Dockerfile = {
  text: string
  /** Names of the last stage's folders and files under /app. */
  copied: string[]
  /** ENV of the last stage. */
  env: Record<string, string>
  healthCheck: string[]
  command: string[]
  user: string
}

export function readDockerfile(root: string): Dockerfile {
  const text = readFileSync(join(root, 'Dockerfile'), 'utf8')
  const last = text.slice(text.lastIndexOf('\nFROM '))
  const line = (start: RegExp): string => start.exec(last)?.[1] ?? ''
  return {
    text,
    copied: [...last.matchAll(/^COPY --from=\w+ \/app\/(\S+) (\S+)$/gm)].map((match) => match[1]!),
    env: Object.fromEntries([...line(/^ENV (.+)$/m).matchAll(/(\w+)=(\S+)/g)].map((match) => [match[1], match[2]])),
    healthCheck: JSON.parse(line(/^HEALTHCHECK .*?CMD (\[.+\])$/m)),
    command: JSON.parse(line(/^CMD (\[.+\])$/m)),
    user: line(/^USER (.+)$/m),
  }
}

/**
 * Everything a process started from `entries` may load, its threads included: project files (also folders named by
 * `new URL(…, import.meta.url)`) and the names of packages. Type imports are gone before Node sees them.
 */
export function loadedFrom(root: string, entries: string[]): { files: Set<string>; packages: Set<string> } {
  const files = new Set<string>()
  const packages = new Set<string>()
  const waiting = [...entries]
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (files.has(file)) continue
    files.add(file)
    if (!file.endsWith('.ts')) continue
    for (const request of requestsOf(file, readFileSync(join(root, file), 'utf8'))) {
      if (request.startsWith('.')) waiting.push(normalize(join(dirname(file), request)))
      else if (!request.startsWith('node:')) packages.add(packageOf(request))
    }
  }
  return { files, packages }
}

function requestsOf(file: string, source: string): string[] {
  const { module } = parseSync(file, source)
  const written = module.staticImports.filter(({ start }) => !source.startsWith('import type', start))
  return [
    ...written.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) => (moduleRequest && !isType ? [moduleRequest.value] : [])),
    ),
    ...[...source.matchAll(/\bimport\('([^']+)'\)/g)].map((match) => match[1]!),
    ...[...source.matchAll(/new URL\('(\.[^']+)', import\.meta\.url\)/g)].map((match) => match[1]!),
  ]
}

const packageOf = (request: string): string => request.split('/', request.startsWith('@') ? 2 : 1).join('/')
