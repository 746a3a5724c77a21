/**
 * The import rules as a real lint: reads every source's imports with the bundler's own parser, holds them against
 * import-rules.ts, finds circles, and finds SQL on the answer side that names a table of the identity side.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'vite'
import { IDENTITY_NAMES, RULES, type Rule, TESTS } from './import-rules.ts'

type Import = { to: string; typesOnly: boolean }

const files = globSync(['server/**/*.ts', 'client/**/*.{ts,tsx}'], {
  exclude: ['**/node_modules/**', 'client/dist/**'],
})
const imports = new Map(files.map((file) => [file, importsOf(file)]))
const offences = [...files.flatMap(ruleOffences), ...circles(), ...identityOffences()]
for (const offence of offences) console.error(offence)
console.log(`imports: ${files.length} files, ${RULES.length} rules, ${offences.length} offences`)
process.exit(offences.length > 0 ? 1 : 0)

function importsOf(file: string): Import[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'))
  const found = module.staticImports.map((entry) => ({
    request: entry.moduleRequest.value,
    typesOnly: entry.entries.length > 0 && entry.entries.every((imported) => imported.isType),
  }))
  for (const { entries } of module.staticExports)
    for (const entry of entries)
      if (entry.moduleRequest) found.push({ request: entry.moduleRequest.value, typesOnly: entry.isType })
  const source = readFileSync(file, 'utf8')
  for (const { moduleRequest } of module.dynamicImports) {
    const text = source.slice(moduleRequest.start, moduleRequest.end)
    if (/^['"].*['"]$/.test(text)) found.push({ request: text.slice(1, -1), typesOnly: false })
  }
  return found.map(({ request, typesOnly }) => ({ to: placeOf(file, request), typesOnly }))
}

function placeOf(file: string, request: string): string {
  return request.startsWith('.') ? join(dirname(file), request) : `package:${request}`
}

function ruleOffences(file: string): string[] {
  return RULES.flatMap((rule) => {
    const match = rule.from.exec(file)
    if (!match || rule.except?.some((pattern) => pattern.test(file))) return []
    return imports
      .get(file)!
      .filter(
        ({ to, typesOnly }) => rule.to.test(to) && !(rule.typesAllowed && typesOnly) && !isExcused(rule, match, to),
      )
      .map(({ to }) => `${file} imports ${to}: ${rule.name} (${rule.why})`)
  })
}

function isExcused(rule: Rule, match: RegExpExecArray, to: string): boolean {
  return (rule.unless ?? []).some((pattern) => new RegExp(pattern.source.replaceAll('$1', match[1] ?? '')).test(to))
}

/** Circles of imports that run (types do not). Each is told once, by its first file in the alphabet. */
function circles(): string[] {
  const found = new Set<string>()
  const done = new Set<string>()
  const visit = (file: string, path: string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) {
      const circle = path.slice(at)
      if (file === circle.toSorted()[0]) found.add(`circle: ${[...circle, file].join(' → ')}`)
      return
    }
    if (done.has(file)) return
    for (const { to, typesOnly } of imports.get(file) ?? []) if (!typesOnly) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of files.toSorted()) visit(file, [])
  return [...found]
}

function identityOffences(): string[] {
  return files
    .filter((file) => /^server\/(responses|tally|scoring|index)\//.test(file) && !TESTS.test(file))
    .flatMap((file) => {
      const named = IDENTITY_NAMES.exec(withoutComments(file))
      return named ? [`${file} names ${named[0]}, which belongs to the identity side`] : []
    })
}

function withoutComments(file: string): string {
  const source = readFileSync(file, 'utf8')
  const { comments } = parseSync(file, source)
  return comments.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), source)
}
