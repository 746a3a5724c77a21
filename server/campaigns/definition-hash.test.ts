import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soundDefinition } from '../test/sound-definition.ts'
import { canonicalJson } from './canonical-json.ts'
import { definitionHash } from './definition-hash.ts'

test('writes the examples of RFC 8785 as it does', () => {
  const example = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(example)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
  const keys = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew',
    '1': 'One',
    '\ud83d\ude00': 'Emoji',
  }
  expect(Object.values(JSON.parse(canonicalJson(keys)))).toEqual([
    'One',
    'Carriage Return',
    'Euro Sign',
    'Emoji',
    'Hebrew',
  ])
})

test('keeps every JSON value and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const wellFormed = JSON.parse(JSON.stringify(value).toWellFormed())
      fc.pre(JSON.stringify(wellFormed) === JSON.stringify(value) && !/\\ud[89a-f]/i.test(JSON.stringify(value)))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
    }),
  )
})

test('refuses what JSON cannot hold', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', 1n, () => 1, new Date(0), [undefined]])
    expect(() => canonicalJson(value)).toThrow(TypeError)
  expect(canonicalJson({ a: undefined })).toBe('{}')
})

test('a definition’s hash is the SHA-256 of its canonical text and changes with any word', async () => {
  const definition = await soundDefinition('example-commune')
  const hash = definitionHash(definition)
  expect(hash).toBe(createHash('sha256').update(canonicalJson(definition), 'utf8').digest('hex'))
  expect(definitionHash(reversed(definition) as typeof definition)).toBe(hash)
  definition.blocks[0]!.units[0]!.name += ' '
  expect(definitionHash(definition)).not.toBe(hash)
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}
