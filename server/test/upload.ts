/** Files and fields sent as a browser sends a form. */
import type { LightMyRequestResponse } from 'fastify'
import type { App } from '../http/app-types.ts'
import type { SignedIn } from './staff.ts'

export type Form = { file?: Buffer | string; fields?: Record<string, string>; name?: string }

/** A multipart body with the file and the fields. */
export function multipart({ file, fields = {}, name = 'bang.xlsx' }: Form): { payload: Buffer; contentType: string } {
  const boundary = 'ranh-gioi-cua-bieu-mau'
  const parts: (string | Buffer)[] = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  )
  if (file !== undefined) {
    parts.unshift(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      file,
      '\r\n',
    )
  }
  const payload = Buffer.concat([...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part)))
  return { payload, contentType: `multipart/form-data; boundary=${boundary}` }
}

export async function upload(
  { app }: { app: App },
  headers: SignedIn,
  url: string,
  form: Form,
): Promise<LightMyRequestResponse> {
  const { payload, contentType } = multipart(form)
  return app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': contentType }, payload })
}
