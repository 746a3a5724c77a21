import { expect, it } from 'vitest'
import { normalizeEmail } from './normalize-email.ts'

const code = (cell: string) => {
  const result = normalizeEmail(cell)
  return 'problem' in result ? result.problem.code : result.email
}

it.each([
  [' An.NV@SonLa.gov.vn ', 'an.nv@sonla.gov.vn'],
  ['mailto:an@sonla.gov.vn', 'an@sonla.gov.vn'],
  ['<an@sonla.gov.vn>;', 'an@sonla.gov.vn'],
  ['an+cchc@sonla.gov.vn', 'an+cchc@sonla.gov.vn'],
  ['-', null],
  ['không có', null],
])('reads “%s” as %s', (cell, email) => {
  expect(code(cell)).toBe(email)
})

it.each([
  ['a@b.vn; c@d.vn', 'email-several'],
  ['a@b.vn\nc@d.vn', 'email-several'],
  ['an@sonla', 'email-invalid'],
  ['an sonla@gov.vn', 'email-invalid'],
  ['an..nv@sonla.gov.vn', 'email-invalid'],
  ['ân@sonla.gov.vn', 'email-invalid'],
  ['an@sonla.gov.vn\r\nBcc: x', 'email-invalid'],
  [`${'a'.repeat(65)}@sonla.gov.vn`, 'email-invalid'],
  ['0912345678', 'email-invalid'],
])('refuses “%s” as %s', (cell, expected) => {
  expect(code(cell)).toBe(expected)
})
