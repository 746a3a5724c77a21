/** E-mail addresses of a roster. Pure. */
import type { Problem } from './problem.ts'

/** Addresses that mail servers in use accept: no quoted local parts, no address literals, ASCII only. */
const ADDRESS =
  /^(?=.{6,254}$)(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/

/** Lower case; null for a blank cell; else what is wrong. */
export function normalizeEmail(cell: string): { email: string | null } | { problem: Problem } {
  const text = cell
    .trim()
    .replace(/[\s;,.]+$/, '')
    .replace(/^<(.*)>$/s, '$1')
    .replace(/^mailto:/i, '')
    .toLowerCase()
  if (/^([-–—x]*|không( có)?|chưa có|n\/a)$/.test(text)) return { email: null }
  if ((text.match(/@/g) ?? []).length > 1) {
    return { problem: { code: 'email-several', message: 'Ô này có nhiều địa chỉ. Hãy giữ lại một địa chỉ.' } }
  }
  if (ADDRESS.test(text)) return { email: text }
  return { problem: { code: 'email-invalid', message: 'Địa chỉ thư điện tử không đúng dạng ten@coquan.gov.vn.' } }
}
