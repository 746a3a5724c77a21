/** One call that is tried: what is sent, and the entry that must come of it. */

import type { Role } from '../staff/permissions.ts'
import { multipart } from '../test/upload.ts'

/** What was made before: ids by name. */
export type Made = Record<string, string>
/** Asks as the one who acts. */
// biome-ignore lint/suspicious/noExplicitAny: acts read what they expect
export type Get = (url: string) => Promise<{ body: string; json: () => any }>
export type Sent = { url: string; payload?: object | Buffer; type?: string }
export type Act = {
  /** As OpenAPI has it. */
  route: string
  entry: string
  as?: Role
  /** Sends it, with the answers so far. */
  send: (made: Made, get: Get) => Sent | Promise<Sent>
  /** Kept for later acts, from the answer. */
  keep?: (answer: never) => Made
}

export const json = (url: string, payload?: object): Sent => ({ url, ...(payload && { payload }) })
export const file = (url: string, name: string, content: string, fields: Record<string, string> = {}): Sent => {
  const { payload, contentType } = multipart({ file: content, name, fields })
  return { url, payload, type: contentType }
}

/** Names, addresses and numbers that are in what is sent, and may be in no entry. */
export const SECRETS = {
  name: 'Quàng Thị Kín Đáo',
  other: 'Lò Văn Thầm Lặng',
  email: 'kin-dao@co-quan.example',
  later: 'dia-chi-moi@co-quan.example',
  phone: '0987612345',
  normal: '987612345',
  note: 'ghi chú có tên Quàng Thị Kín Đáo',
  words: 'Lời thư có chữ không được lộ',
  secret: 'mật khẩu mới rất dài và kín',
}
