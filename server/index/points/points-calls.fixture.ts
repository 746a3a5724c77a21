/** The calls of points as a browser and a program make them. */
import type { TestSystem } from '../../test/deps.ts'
import type { SignedIn } from '../../test/staff.ts'

export type Form = { file?: Buffer | string; fields?: Record<string, string>; name?: string }

/** A multipart body with the file and the fields. */
export function multipart({ file, fields = {}, name = 'diem.xlsx' }: Form): { payload: Buffer; contentType: string } {
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

export async function upload({ app }: TestSystem, headers: SignedIn, url: string, form: Form) {
  const { payload, contentType } = multipart(form)
  return app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': contentType }, payload })
}

export async function sendJson({ app }: TestSystem, headers: SignedIn, url: string, payload: object) {
  return app.inject({ method: 'POST', url, headers, payload })
}
