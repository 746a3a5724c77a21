import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogues, english } from './en/index.ts'
import { wordsInSource } from './words-in-source.fixture.ts'

const MONITOR = join(import.meta.dirname, '..')
/** What stays in its own language: words typed to the server, and the names of the languages themselves. */
const OWN_LANGUAGE = ['shared/confirmations.ts', 'shared/language-choice.tsx', 'words/t.ts']

const read = globSync('**/*.{ts,tsx}', { cwd: MONITOR })
  .filter((file) => !/\.(test|fixture)\.tsx?$|^words\/en\//.test(file) && !OWN_LANGUAGE.includes(file))
  .toSorted()
  .map((file) => wordsInSource(join(MONITOR, file), file))
const said = read.flatMap((one) => one.said)

test('no word that a person reads stands outside t', () => {
  expect(read.flatMap((one) => one.unsaid)).toEqual([])
})

test('no word stands in a style sheet', () => {
  const sheets = globSync('**/*.css', { cwd: MONITOR }).toSorted()
  const said = sheets.flatMap((file) =>
    Array.from(
      readFileSync(join(MONITOR, file), 'utf8').matchAll(/content: "(.*\p{L}.*)"/gu),
      ([, words]) => `${file} ${words}`,
    ),
  )
  expect(said).toEqual([])
})

test('all that is said in Vietnamese can be said in English', () => {
  const silent = said.filter(({ key }) => !Object.hasOwn(english, key))
  expect(silent.map(({ key, file, line }) => `${file}:${line} ${key}`)).toEqual([])
})

test('no English is kept for what nothing says any more', () => {
  const keys = new Set(said.map(({ key }) => key))
  const prefixes = read.flatMap((one) => one.lookedUp).filter((prefix) => /^[a-z-]+:/.test(prefix))
  const unused = Object.keys(english).filter((key) => !keys.has(key) && !prefixes.some((p) => key.startsWith(p)))
  expect(unused).toEqual([])
})

test('a text has its English in one place', () => {
  const keys = catalogues.flatMap((one) => Object.keys(one))
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

test('English names the values of the Vietnamese, each at least once, and no others', () => {
  const values = new Map(said.map(({ key, values }) => [key, values]))
  const wrong = Object.entries(english).filter(([key, text]) => {
    const wanted = Array.from({ length: values.get(key) ?? -1 }, (_, i) => String(i))
    const named = new Set(Array.from(text.matchAll(/\{(\d)(?::[^:{}]*:[^:{}]*)?\}/g), (match) => match[1]!))
    return values.has(key) && wanted.join() !== [...named].toSorted().join()
  })
  expect(wrong).toEqual([])
})

/** What stays Vietnamese in an English sentence: names, what the report and its template print, words between quotes. */
const VIETNAMESE_STILL =
  /^(Phiếu|Biểu số)|QĐ-UBND|“[^”]*”|SỐ LIỆU TẠM TÍNH|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc|Nơi nhận:/g

test('no braces are left over in English, and nothing in it is Vietnamese but names', () => {
  const odd = Object.entries(english).filter(([, text]) => {
    const plain = text.replace(/\{\d(?::[^:{}]*:[^:{}]*)?\}/g, '')
    return /[{}]/.test(plain) || /[\u00C0-\u024F\u1E00-\u1EFF]/.test(plain.replace(VIETNAMESE_STILL, ''))
  })
  expect(odd).toEqual([])
})

/** `source` writes @{…} for a template's value. */
const judge = (source: string) => wordsInSource('a.tsx', 'a.tsx', source.replaceAll('@{', '${'))

test('Vietnamese in a literal, in an element or in a template is found; in t, in a type and in a comparison it is not', () => {
  expect(judge(`const a = 'Đơn vị'`).unsaid).toHaveLength(1)
  expect(judge('const a = `Còn @{b} ngày`').unsaid).toHaveLength(1)
  expect(judge(`const a = <p>Đơn vị</p>`).unsaid).toHaveLength(1)
  expect(judge(`const a = <p title="Đơn vị" />`).unsaid).toHaveLength(1)
  expect(judge("const a = b === 'bậc' ? t`Đơn vị` : c as 'điểm'").unsaid).toEqual([])
  expect(judge("const a = t`Có @{b ? 'Đủ' : c} phiếu`").unsaid).toHaveLength(1)
})

test('words without accents are found where people read them, names are not', () => {
  expect(judge(`const a = <p>tin Zalo</p>`).unsaid).toHaveLength(1)
  expect(judge(`const a = <p aria-label="cho ai" />`).unsaid).toHaveLength(1)
  expect(judge(`const a = { label: 'Trang sau' }`).unsaid).toHaveLength(1)
  expect(judge(`const a = <p title="Zalo">Excel · 12</p>`).unsaid).toEqual([])
})

test('keys carry the places of their values', () => {
  expect(judge('t`Còn @{a} ngày, @{b}`').said).toMatchObject([{ key: 'Còn {0} ngày, {1}', values: 2 }])
  expect(judge('lookUp(`error:@{code}`)').lookedUp).toEqual(['error:'])
})
