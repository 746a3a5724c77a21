/**
 * Registers the service worker and hands it this page, so that it opens without a network from the first visit on. The page
 * is handed over as the server rendered it rather than fetched once more: on a weak network every kilobyte counts. What is
 * loaded later (the blinding code) passes through the worker and is kept on the way. Absent in some in-app browsers.
 */
export function keepOffline(source: string): void {
  if (!('serviceWorker' in navigator)) return
  // A page that came through the worker is kept already.
  const html = navigator.serviceWorker.controller ? null : source
  const register = () =>
    navigator.serviceWorker
      .register('/p/sw.js', { scope: '/p/' })
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => active?.postMessage({ page: location.pathname, html, script: import.meta.url }))
      // Refused by the browser or the network: the page still works as long as it stays open.
      .catch(() => {})
  if (document.readyState === 'complete') register()
  else addEventListener('load', register)
}

/** The document as it came; to be read before the script changes anything. */
export const readSource = (): string => `<!doctype html>${document.documentElement.outerHTML}`
