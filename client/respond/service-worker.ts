/**
 * Opens the page without a network once it was opened with one. Pages: network first, the kept copy when the network fails
 * or dawdles. Files have hashed names: the kept copy first. A page is kept under a hash of its address, so that the list of
 * kept pages holds no link.
 */
type WorkerScope = {
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}
type WorkerEvent = {
  request: Request
  data: unknown
  waitUntil(work: Promise<unknown>): void
  respondWith(reply: Promise<Response>): void
}
type Handover = { page: string; html: string | null; script: string }
const worker = self as unknown as WorkerScope

const PAGES = 'phieu-pages'
const FILES = 'phieu-files'
const PATIENCE_MS = 5_000

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('message', (event) => {
  const { page, html, script } = event.data as Handover
  const reply = new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  event.waitUntil(Promise.all([keptFile(new Request(script)), html && keepPage(page, reply)]))
})

worker.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url)
  if (event.request.method !== 'GET') return
  if (pathname.startsWith('/p/assets/')) event.respondWith(keptFile(event.request))
  else if (event.request.mode === 'navigate') event.respondWith(openPage(event))
})

async function keptFile(request: Request): Promise<Response> {
  const files = await caches.open(FILES)
  const kept = await files.match(request, { ignoreSearch: true })
  if (kept) return kept
  const reply = await fetch(request)
  if (reply.ok) await files.put(request, reply.clone())
  return reply
}

async function openPage(event: WorkerEvent): Promise<Response> {
  const { pathname } = new URL(event.request.url)
  const kept = await (await caches.open(PAGES)).match(await keyOf(pathname))
  const fresh = fetch(event.request).then((reply) => {
    if (reply.ok) event.waitUntil(keepPage(pathname, reply.clone()))
    return reply
  })
  if (!kept) return fresh
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))
  return Promise.race([fresh.then((reply) => (reply.status >= 500 ? kept : reply)), late]).catch(() => kept)
}

async function keepPage(pathname: string, reply: Response): Promise<void> {
  await (await caches.open(PAGES)).put(await keyOf(pathname), reply)
}

async function keyOf(pathname: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pathname))
  return `/p/kept-${Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
