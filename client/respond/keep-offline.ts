/** Registers the service worker and tells it what this page needs to open without a network. Absent in some in-app browsers. */
export function keepOffline(assets: string[]): void {
  if (!('serviceWorker' in navigator)) return
  // A page that came through the worker is kept already; the very first one did not. (The worker takes over as it starts.)
  const page = navigator.serviceWorker.controller ? null : location.pathname
  navigator.serviceWorker
    .register('/p/sw.js', { scope: '/p/' })
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => active?.postMessage({ page, assets }))
    // Refused by the browser or the network: the page still works as long as it stays open.
    .catch(() => {})
}
