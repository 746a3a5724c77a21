import { expect, test } from 'vitest'
import { matchesEtag } from './send-kept.ts'

test('a tag matches itself, in a list, weakly, or by the star', () => {
  expect(matchesEtag('"abc"', '"abc"')).toBe(true)
  expect(matchesEtag('"x", W/"abc"', '"abc"')).toBe(true)
  expect(matchesEtag('*', '"abc"')).toBe(true)
})

test('another tag, an unquoted one, or none does not match', () => {
  expect(matchesEtag('"abd"', '"abc"')).toBe(false)
  expect(matchesEtag('abc', '"abc"')).toBe(false)
  expect(matchesEtag(undefined, '"abc"')).toBe(false)
})
