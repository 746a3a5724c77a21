import { afterEach, expect, test } from 'vitest'
import { NOT_SENDABLE } from '../../../../server/errors/delivery-refusals.ts'
import { WEAK_PASSWORD } from '../../../../server/errors/staff-refusals.ts'
import { errors as refusals } from '../../../../server/errors.ts'
import { ApiError } from '../../../shared/call-api.ts'
import { messageOf } from '../../shared/error-note.tsx'
import { setCatalogue } from '../t.ts'
import { errors } from './errors.ts'

afterEach(() => setCatalogue(undefined))

/** Codes that call-api.ts gives by itself. */
const OF_THE_CLIENT = ['network', 'unreadable']

test('every refusal of the server has its English, and no other has', () => {
  const codes = Object.values(refusals).map((refuse) => (refuse as (given?: string) => { code: string })('').code)
  const several = [
    ...Object.keys(NOT_SENDABLE).map((reason) => `person-not-sendable:${reason}`),
    ...Object.keys(WEAK_PASSWORD).map((problem) => `password-weak:${problem}`),
  ]
  const wanted = [...new Set([...codes, ...several, ...OF_THE_CLIENT])].map((code) => `error:${code}`)
  expect(Object.keys(errors).toSorted()).toEqual(wanted.toSorted())
})

test('a refusal is said by its code and, where there is one, by its reason; in Vietnamese as the server says it', () => {
  const refused = new ApiError(409, 'person-not-sendable', 'Người này đã trả lời…', { reason: 'answered' })
  expect(messageOf(refused)).toBe('Người này đã trả lời…')
  setCatalogue(errors)
  expect(messageOf(refused)).toBe('This person has answered everything, so nothing needs to be sent.')
  expect(messageOf(new ApiError(422, 'password-weak', 'Mật khẩu…', { problem: 'short' }))).toMatch(/at least 12/)
  expect(messageOf(new ApiError(409, 'new-code', 'Lời của máy chủ'))).toBe('Lời của máy chủ')
})
