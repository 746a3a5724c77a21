import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { errors as refusals } from '../../../../server/errors.ts'
import { ApiError } from '../../../shared/call-api.ts'
import { messageOf } from '../../shared/error-note.tsx'
import { setCatalogue } from '../t.ts'
import { errors } from './errors.ts'

afterEach(() => setCatalogue(undefined))

const ROOT = join(import.meta.dirname, '../../../..')
/** Codes that call-api.ts gives by itself. */
const OF_THE_CLIENT = ['network', 'unreadable']

/** `reason` and `problem` of the refusals that are said in several ways, as their texts stand in the catalogue of the server. */
function waysOf(name: string): string[] {
  const source = readFileSync(join(ROOT, 'server/errors.ts'), 'utf8')
  const body = new RegExp(`const ${name} = \\{([^]*?)\\n\\} as const`).exec(source)![1]!
  return Array.from(body.matchAll(/^ {2}'?([a-z-]+)'?:/gm), (match) => match[1]!)
}

test('every refusal of the server has its English, and no other has', () => {
  const codes = Object.values(refusals).map((refuse) => (refuse as (given?: string) => { code: string })('').code)
  const several = [
    ...waysOf('NOT_SENDABLE').map((reason) => `person-not-sendable:${reason}`),
    ...waysOf('WEAK_PASSWORD').map((problem) => `password-weak:${problem}`),
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
