import { describe, expect, test } from 'vitest'
import { builtInTemplate } from './built-in-template.ts'
import { normalizeTemplate, validateTemplate } from './validate-template.ts'

const good = {
  subject: 'Mời trả lời: {đợt}',
  body: 'Kính gửi {họ_tên},\n\nĐánh giá:\n{đơn_vị}\n\n{đường_dẫn}\n\nTrước {hạn}.',
}
const problems = (changes: Partial<typeof good>) => validateTemplate({ ...good, ...changes }).problems
const said = (changes: Partial<typeof good>) =>
  problems(changes)
    .map(({ problem }) => problem)
    .join('\n')

describe('words are accepted', () => {
  test.each(['invitation', 'reminder'] as const)('when they are the built-in ones of an %s', (kind) => {
    for (const hasDeadline of [true, false])
      expect(validateTemplate(builtInTemplate(kind, hasDeadline))).toEqual({ problems: [], warnings: [] })
  })

  test('when typed on a Mac, in pieces of letters, with Windows line ends', () => {
    const typed = { subject: good.subject.normalize('NFD'), body: good.body.normalize('NFD').replaceAll('\n', '\r\n') }
    expect(validateTemplate(typed).problems).toEqual([])
    expect(normalizeTemplate(typed)).toEqual(good)
  })

  test('at exactly the longest', () => {
    expect(
      problems({ subject: 'ệ'.repeat(150), body: `${'ệ'.repeat(5000 - 22)}\n{đơn_vị}\n\n{đường_dẫn}`.slice(0, 5000) }),
    ).toEqual([])
  })
})

describe('words are refused', () => {
  test.each<[string, Partial<typeof good>, string, RegExp]>([
    ['no link', { body: 'Xin chào {họ_tên}' }, 'body', /Thiếu \{đường_dẫn\}/],
    ['two links', { body: `${good.body}\n{đường_dẫn}` }, 'body', /2 lần/],
    ['the link inside a sentence', { body: 'Bấm {đường_dẫn} nhé\n{đơn_vị}' }, 'body', /một mình trên một dòng/],
    ['the link in the subject', { subject: 'Bấm {đường_dẫn}' }, 'subject', /không đứng trong tiêu đề/],
    ['a subject of two lines', { subject: 'Mời\nBcc: ai@do.test' }, 'subject', /một dòng/],
    ['a subject with a carriage return', { subject: 'Mời\rBcc: ai@do.test' }, 'subject', /một dòng/],
    ['a subject too long', { subject: 'a'.repeat(151) }, 'subject', /151 ký tự; nhiều nhất 150/],
    ['words too long', { body: `${'a'.repeat(5000)}\n{đường_dẫn}` }, 'body', /5\.012 ký tự; nhiều nhất 5\.000/],
    ['nothing', { subject: ' ', body: '' }, 'subject', /trống/],
    ['half a brace', { body: `${good.body} {họ_tên` }, 'body', /lẻ/],
  ])('with %s', (_what, changes, path, words) => {
    const found = problems(changes)
    expect(
      found
        .filter((one) => one.path === path)
        .map(({ problem }) => problem)
        .join('\n'),
    ).toMatch(words)
  })

  test.each([
    ['{ho_ten}', '{họ_tên}'],
    ['{Họ tên}', '{họ_tên}'],
    ['{họ_tene}', '{họ_tên}'],
    ['{duongdan}', '{đường_dẫn}'],
    ['{HẠN}', '{hạn}'],
    ['{don vi}', '{đơn_vị}'],
    ['{thư cơ quan}', '{thư_cơ_quan}'],
    ['{dien_thoai}', '{điện_thoại}'],
  ])('with %s, and %s is suggested', (typed, meant) => {
    expect(said({ subject: `Mời ${typed}` })).toContain(`Có phải ý là ${meant}?`)
  })

  test('with something that is like none of ours, and all of them are named', () => {
    expect(said({ subject: 'Mời {mật_khẩu_ngân_hàng}' })).toContain('Dùng được: {họ_tên}, {đợt}')
  })
})

describe('a warning', () => {
  test.each([
    ['another address', { body: `${good.body}\nXem http://sonla.example.vn/huong-dan` }, /lừa đảo/],
    ['another address without http', { body: `${good.body}\nXem www.sonla.example` }, /lừa đảo/],
    ['markup', { body: `${good.body}\n<b>Gấp</b>` }, /thẻ HTML/],
    ['no unit', { body: good.body.replace('{đơn_vị}', '') }, /đơn vị nào/],
  ])('is given for %s, which may stay', (_what, changes, words) => {
    const { problems: found, warnings } = validateTemplate({ ...good, ...changes })
    expect([found, warnings.map(({ problem }) => problem).join()]).toEqual([[], expect.stringMatching(words)])
  })

  test('is not given for a mail address of the office', () => {
    expect(validateTemplate({ ...good, body: `${good.body}\nThư: cchc@sonoivu.example.vn` }).warnings).toEqual([])
  })
})

test('of thousands of placeholders that do not exist the first ones are named, and how many more there are', () => {
  const body = `${good.body}\n${Array.from({ length: 5_000 }, (_, at) => `{ô${at}}`).join('')}`
  const found = problems({ body })
  expect(found.length).toBeLessThan(15)
  expect(found.at(-1)!.problem).toBe('Còn 4.990 chỗ nữa cũng không có.')
})

test('invisible and direction-turning characters are taken out; a joined emoji stays', () => {
  expect(normalizeTemplate({ subject: 'a\u202eb\u200bc\u0000d', body: 'x\u0007y\ttab\u00a0z 👩‍💼' })).toEqual({
    subject: 'abcd',
    body: 'xy\ttab z 👩‍💼',
  })
})
