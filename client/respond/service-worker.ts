/**
 * Opens the page without a network once it was opened with one. Pages: network first, the kept copy when the network fails
 * or dawdles. Files have hashed names: the kept copy first. A page is kept under a hash of its address, so that the list of
 * kept pages holds no link.
 */
type WorkerScope = {
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  registration: unknown
}
type WorkerEvent = {
  request: Request
  data: unknown
  waitUntil(work: Promise<unknown>): void
  respondWith(reply: Promise<Response>): void
}
const worker = self as unknown as WorkerScope

const PAGES = 'phieu-pages'
const FILES = 'phieu-files'
const PATIENCE_MS = 5_000

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

/** The page asks, once a visit, to be kept with its files. */
worker.addEventListener('message', (event) => {
  const { page, assets } = event.data as { page: string | null; assets: string[] }
  event.waitUntil(Promise.all([keepFiles(assets), page && fetchPage(new Request(page))]))
})

worker.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url)
  if (event.request.method !== 'GET') return
  if (pathname.startsWith('/p/assets/')) event.respondWith(keptFile(event.request))
  else if (event.request.mode === 'navigate') event.respondWith(openPage(event.request))
})

async function keepFiles(assets: string[]): Promise<void> {
  const files = await caches.open(FILES)
  const kept = (await files.keys()).map(({ url }) => new URL(url).pathname)
  await files.addAll(assets.filter((asset) => !kept.includes(asset)))
}

async function keptFile(request: Request): Promise<Response> {
  const files = await caches.open(FILES)
  const kept = await files.match(request)
  if (kept) return kept
  const reply = await fetch(request)
  if (reply.ok) await files.put(request, reply.clone())
  return reply
}

async function openPage(request: Request): Promise<Response> {
  const kept = await (await caches.open(PAGES)).match(await keyOf(request))
  const fresh = fetchPage(request)
  if (!kept) return fresh
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))
  return Promise.race([fresh.then((reply) => (reply.status >= 500 ? kept : reply)), late]).catch(() => kept)
}

/** From the network, and kept when it is a page of a known link. */
async function fetchPage(request: Request): Promise<Response> {
  const reply = await fetch(request)
  if (reply.ok) await (await caches.open(PAGES)).put(await keyOf(request), reply.clone())
  return reply
}

async function keyOf(request: Request): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(new URL(request.url).pathname))
  return `/p/kept-${Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
