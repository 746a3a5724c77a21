/** Calls of setting up, made over HTTP as the console makes them. */
import type { LightMyRequestResponse } from 'fastify'
import type { Definition } from '../campaigns/definition.ts'
import type { TestSystem } from '../test/deps.ts'
import type { SignedIn } from '../test/staff.ts'
import { upload } from '../test/upload.ts'
import type { DefinitionView } from './schemas.ts'

export type Setup = {
  read(code: string): Promise<DefinitionView>
  save(code: string, version: number, definition: unknown, by?: SignedIn): Promise<LightMyRequestResponse>
  get(code: string, path: string): Promise<LightMyRequestResponse>
  post(code: string, path: string, payload?: object): Promise<LightMyRequestResponse>
  upload(code: string, path: string, file: Upload): Promise<LightMyRequestResponse>
}
export type Upload = { name: string; data: Buffer | string; version: number | string }

export function setupOf({ app }: TestSystem, headers: SignedIn): Setup {
  const url = (code: string, path: string) => `/api/campaigns/${code}${path}`
  return {
    read: async (code) => (await app.inject({ url: url(code, '/definition'), headers })).json(),
    save: (code, version, definition, by = headers) =>
      app.inject({
        method: 'PUT',
        url: url(code, '/definition'),
        headers: by,
        payload: { version, definition } as object,
      }),
    get: (code, path) => app.inject({ url: url(code, path), headers }),
    post: (code, path, payload) =>
      app.inject({ method: 'POST', url: url(code, path), headers, ...(payload ? { payload } : {}) }),
    upload: (code, path, { name, data, version }) =>
      upload({ app }, headers, url(code, path), { file: data, name, fields: { version: String(version) } }),
  }
}

/** A copy with `change` done to it. */
export function changed(definition: Definition, change: (definition: Definition) => unknown): Definition {
  const copy = structuredClone(definition)
  change(copy)
  return copy
}
