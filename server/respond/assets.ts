/** What `node client/build.ts` made for the page, read once at start: hashed names, the inlined style and start-up script. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type PageAssets = {
  /** Folder that holds `assets/`. */
  root: string
  /** Address of the page's script. */
  main: string
  style: string
  boot: string
  worker: string
  /** Address of the blinding code, and of everything loaded for it beside the page's own script. */
  seal: string
  sealFiles: string[]
  /** Content-Security-Policy: the inlined parts are allowed by hash, nothing else that is inlined. */
  policy: string
  /** The same for a page with survey-react-ui, which writes its theme as style elements; scripts stay as strict. */
  richPolicy: string
}

type Entry = { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[] }

const SOURCE = { main: 'main.ts', boot: 'boot.ts', worker: 'service-worker.ts', seal: 'seal.ts' }

/** `dist` is client/dist. Throws one line that says how to build when it is missing. */
export function readPageAssets(dist: string): PageAssets {
  const root = join(dist, 'respond')
  const file = join(root, 'manifest.json')
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`)
  const manifest: Record<string, Entry> = JSON.parse(readFileSync(file, 'utf8'))
  const text = (name: string) => readFileSync(join(root, name), 'utf8').trim()
  const main = manifest[SOURCE.main]!
  const style = (main.css ?? []).map(text).join('')
  const boot = text(manifest[SOURCE.boot]!.file)
  return {
    root,
    main: address(main.file),
    style,
    boot,
    worker: text(manifest[SOURCE.worker]!.file),
    seal: address(manifest[SOURCE.seal]!.file),
    sealFiles: filesOf(manifest, SOURCE.seal).filter((file) => file !== address(main.file)),
    policy: policyOf(boot, hashSource(style)),
    richPolicy: policyOf(boot, "'unsafe-inline'"),
  }
}

const policyOf = (boot: string, inlineStyle: string) =>
  [
    "default-src 'none'",
    `script-src 'self' ${hashSource(boot)}`,
    `style-src 'self' ${inlineStyle}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const address = (file: string) => `/p/${file}`

/** An entry's own script and what it imports, as addresses, each once. */
function filesOf(manifest: Record<string, Entry>, name: string): string[] {
  const { file, imports = [] } = manifest[name]!
  return [...new Set([address(file), ...imports.flatMap((other) => filesOf(manifest, other))])]
}

const hashSource = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
