import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actorWords } from '../../shared/actor-words.ts'
import { actionWords, isKnownAction } from './action-words.ts'

const SERVER = join(import.meta.dirname, '../../../../server')

/** Every action that the server's sources write down, where they write it down outright. */
function recordedActions(): string[] {
  const files = globSync('**/*.ts', { cwd: SERVER }).filter(
    (file) => !/\.(test|fixture)\.ts$|^(test|bench|demo)\//.test(file),
  )
  return files.flatMap((file) => {
    const source = readFileSync(join(SERVER, file), 'utf8')
    if (!/recordAudit|action: string/.test(source)) return []
    return Array.from(source.matchAll(/'((?:[a-z]+)\.(?:[a-z-]+))'/g), (match) => match[1]!).filter((word) =>
      new RegExp(`action\\b[^\\n,]*'${word}'|act\\([^\\n]*'${word}'`).test(source),
    )
  })
}

test('everything that the server writes down has words', () => {
  const recorded = recordedActions()
  expect(recorded.length).toBeGreaterThan(60)
  expect([...new Set(recorded)].filter((action) => !isKnownAction(action))).toEqual([])
})

test('so have the actions that are put together from a word', () => {
  const made = [
    ...['open', 'paused'].map((status) => `campaign.${status}`),
    ...['start', 'pause', 'resume', 'stop'].map((act) => `wave.${act}`),
    ...['correct', 'withdraw', 'erase'].map((kind) => `privacy.${kind}`),
  ]
  expect(made.filter((action) => !isKnownAction(action))).toEqual([])
})

test('an action nobody knows is not shown as a code', () => {
  expect(actionWords('khong.biet')).toBe('Việc khác')
})

test('opening and taking answers again are told apart', () => {
  expect(actionWords('campaign.open', { invitations: 12 })).toBe('Đã mở khảo sát')
  expect(actionWords('campaign.open', { before: 'paused', after: 'open' })).toBe('Đã nhận phiếu trở lại')
})

test('who is no account is said in words', () => {
  expect(actorWords('hệ thống')).toBe('Hệ thống (tự động)')
  expect(actorWords('program Bưu điện (abc)')).toBe('Chương trình Bưu điện (abc)')
  expect(actorWords('canbo@so.example')).toBe('canbo@so.example')
})
