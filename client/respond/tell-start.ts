/**
 * Tells the server that "Bắt đầu" was pressed, so that officers see who never opened the questions. Fire and forget: it
 * delays nothing, keeps nothing on the device, and without a network it is simply not told.
 */
export function tellStart(token: string, invitation: string): void {
  try {
    fetch(`/api/links/${token}/start`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ invitation }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      keepalive: true,
    }).catch(() => {})
  } catch {
    // A browser that refuses the call outright must not keep anybody from answering.
  }
}
