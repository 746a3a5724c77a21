/** An officer at work through the public interface: signs in by cookie and CSRF token and calls what the console calls. */
export type Officer = {
  /** The session cookie, for what is not a plain call (the live events). */
  cookie: string
  get<View>(path: string): Promise<View>
  post<View>(path: string, body?: unknown): Promise<View>
  patch<View>(path: string, body: unknown): Promise<View>
  put<View>(path: string, body: unknown): Promise<View>
  /** `fields` stand beside the file in the form. */
  upload<View>(path: string, name: string, data: Buffer, fields?: Record<string, string>): Promise<View>
}

const json = (body: unknown) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** Throws with the refusal's code and message when a call is refused. */
export async function signInAsOfficer(base: string, email: string, password: string): Promise<Officer> {
  const response = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (!response.ok) throw new Error(`sign-in refused: ${response.status}`)
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!

  async function call<View>(path: string, init: RequestInit): Promise<View> {
    const headers = { ...(init.headers as Record<string, string>), cookie, 'x-csrf-token': csrfToken }
    const answer = await fetch(base + path, { ...init, headers, signal: AbortSignal.timeout(300_000) })
    const view = (await answer.json()) as View & { code?: string; message?: string }
    if (!answer.ok) throw new Error(`${path}: ${view.code}: ${view.message}`)
    return view
  }

  return {
    cookie,
    get: (path) => call(path, {}),
    post: (path, body) => call(path, { method: 'POST', ...(body === undefined ? {} : json(body)) }),
    patch: (path, body) => call(path, { method: 'PATCH', ...json(body) }),
    put: (path, body) => call(path, { method: 'PUT', ...json(body) }),
    upload(path, name, data, fields = {}) {
      const form = new FormData()
      for (const [field, value] of Object.entries(fields)) form.append(field, value)
      form.append('file', new Blob([new Uint8Array(data)]), name)
      return call(path, { method: 'POST', body: form })
    },
  }
}
