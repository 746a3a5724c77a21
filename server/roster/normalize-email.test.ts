import { expect, it } from 'vitest'
import { normalizeEmail } from './normalize-email.ts'

const code = (cell: string) => {
  const result = normalizeEmail(cell)
  return 'problem' in result ? result.problem.code : result.email
}

it.each([
  [' An.NV@Tinh.gov.vn ', 'an.nv@tinh.gov.vn'],
  ['mailto:an@tinh.gov.vn', 'an@tinh.gov.vn'],
  ['<an@tinh.gov.vn>;', 'an@tinh.gov.vn'],
  ['an+cchc@tinh.gov.vn', 'an+cchc@tinh.gov.vn'],
  ['-', null],
  ['không có', null],
])('reads “%s” as %s', (cell, email) => {
  expect(code(cell)).toBe(email)
})

it.each([
  ['a@b.vn; c@d.vn', 'email-several'],
  ['a@b.vn\nc@d.vn', 'email-several'],
  ['an@tinh', 'email-invalid'],
  ['an tinh@gov.vn', 'email-invalid'],
  ['an..nv@tinh.gov.vn', 'email-invalid'],
  ['ân@tinh.gov.vn', 'email-invalid'],
  ['an@tinh.gov.vn\r\nBcc: x', 'email-invalid'],
  [`${'a'.repeat(65)}@tinh.gov.vn`, 'email-invalid'],
  ['0912345678', 'email-invalid'],
])('refuses “%s” as %s', (cell, expected) => {
  expect(code(cell)).toBe(expected)
})
