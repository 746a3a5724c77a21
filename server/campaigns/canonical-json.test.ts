import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

const SURROGATES = { first: 0xd800, last: 0xdfff }

test('every character is written as JSON.stringify writes it, alone and between others', () => {
  for (let code = 0; code <= 0xffff; code++) {
    if (code >= SURROGATES.first && code <= SURROGATES.last) continue
    const char = String.fromCharCode(code)
    for (const text of [char, `Sở ${char} Nội vụ`])
      if (canonicalJson(text) !== JSON.stringify(text)) expect.fail(`U+${code.toString(16)}`)
  }
})

test('half a surrogate pair is refused wherever it stands, a whole pair is kept', () => {
  for (const code of [0xd800, 0xdbff, 0xdc00, 0xdfff]) {
    const half = String.fromCharCode(code)
    for (const value of [half, `a${half}b`, { [half]: 1 }, { key: half }])
      expect(() => canonicalJson(value)).toThrow(TypeError)
  }
  expect(canonicalJson({ '😀': '😀' })).toBe('{"😀":"😀"}')
})

test('any text, as a value and as a key, is what JSON.stringify makes of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(canonicalJson({ [text]: text })).toBe(JSON.stringify({ [text]: text }))
    }),
  )
})
