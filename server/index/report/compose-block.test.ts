import { describe, expect, test } from 'vitest'
import { report, SO, textOfAll } from './report-text.fixture.ts'

describe('what it says of a block', () => {
  const text = textOfAll(report([SO]))

  test.each([
    // (86,3 + 96,76 + 91,34 + 91,34) ÷ 4 = 91,435; last year 89
    'Tổng điểm trung bình của khối sở đạt 91,44/100 điểm, tăng 2,44 điểm so với năm 2024; có 01 đơn vị đạt kết quả trên mức trung bình, trong đó Sở Giao thông vận tải đạt cao nhất với 96,76 điểm; có 03 đơn vị đạt kết quả dưới mức trung bình, trong đó Sở Lao động, Thương binh và Xã hội đạt thấp nhất với 86,3 điểm; cụ thể:',
    'Loại A (từ 90 điểm trở lên): có 03 đơn vị, chiếm tỷ lệ 75%, tăng 02 đơn vị so với năm 2024, gồm: Sở Giao thông vận tải; Sở Nội vụ; Sở Tư pháp;',
    'Loại D (dưới 50 điểm): không có đơn vị nào (năm 2024 cũng không có);',
    'Có 04/04 đơn vị tăng điểm so với năm 2024 (đạt 100%), gồm: Sở Nội vụ; Sở Giao thông vận tải; Sở Lao động, Thương binh và Xã hội; Sở Tư pháp; trong đó đơn vị tăng nhiều điểm nhất là Sở Nội vụ (tăng 2,84 điểm);',
    'Không có đơn vị nào giảm điểm so với năm 2024;',
    'Có 01 đơn vị tăng bậc so với năm 2024 (bằng số đơn vị tăng bậc của năm 2024), gồm: Sở Nội vụ (tăng 01 bậc);',
    'Không có đơn vị nào giảm bậc so với năm 2024 (bằng số đơn vị giảm bậc của năm 2024).',
    'Lĩnh vực một (Biểu số 4): điểm trung bình đạt được là 91,44/100 điểm, đạt 91,44%; Sở Giao thông vận tải cao nhất (96,76 điểm); Sở Lao động, Thương binh và Xã hội thấp nhất (86,3 điểm).',
    'khoảng cách giữa đơn vị cao nhất và thấp nhất là 10,46 điểm (nới rộng 0,46 điểm so với năm 2024); có 04 đơn vị tăng điểm so với năm 2024; không có đơn vị nào đạt kết quả Chỉ số CCHC dưới 70 điểm; có 01 đơn vị đạt trên giá trị trung bình.',
    'Khảo sát: điểm trung bình 17,61/20 điểm, đạt 88,05%; có 03/04 đơn vị có điểm thấp hơn điểm trung bình; Sở Giao thông vận tải có điểm cao nhất, được 18,64 điểm, đạt 93,2%; Sở Lao động, Thương binh và Xã hội có điểm thấp nhất, được 17,01 điểm, đạt 85,05%.',
    'Tổng số phiếu thu về: 32/40 phiếu, đạt 80% số phiếu phát ra;',
  ])('%s', (sentence) => {
    expect(text).toContain(sentence)
  })

  test('what a block is told twice is told alike', () => {
    expect(text).toContain('giá trị trung bình Chỉ số CCHC là 91,44/100 điểm, tăng 2,44 điểm so với năm 2024;')
  })

  test('units of the same highest points are named together', () => {
    const units = ['a', 'b', 'c'].map((code, at) => ({ code, name: `Xã ${code}`, points: at === 2 ? 60 : 80 }))
    const tied = textOfAll(report([{ name: 'Khối xã', units }]))
    expect(tied).toContain('trong đó Xã a và Xã b cùng đạt cao nhất với 80 điểm')
    expect(tied).toContain('có 01 đơn vị đạt kết quả Chỉ số CCHC dưới 70 điểm (Xã c)')
    expect(tied).toContain('so với năm trước không so sánh được')
  })

  test('so are three, with semicolons between, for names hold commas', () => {
    const units = ['a', 'b', 'c', 'd'].map((code, at) => ({ code, name: `Sở ${code}, x`, points: at === 3 ? 60 : 80 }))
    expect(textOfAll(report([{ units }]))).toContain(
      'trong đó Sở a, x; Sở b, x và Sở c, x cùng đạt cao nhất với 80 điểm',
    )
  })

  test('a block of equal points, of one unit, of none', () => {
    const equal = [1, 2].map((at) => ({ code: `x${at}`, points: 75 }))
    expect(textOfAll(report([{ units: equal }]))).toContain('tất cả 02 đơn vị có điểm bằng nhau')
    expect(textOfAll(report([{ units: [{ code: 'x', name: 'Xã x', points: 75 }] }]))).toContain(
      'khối chỉ có một đơn vị được xếp hạng: Xã x',
    )
    expect(textOfAll(report([{ units: [{ code: 'x', points: null }] }]))).toContain(
      'Chưa có đơn vị nào đủ điểm để xếp hạng.',
    )
  })

  test('units at the mean are told apart, and those that do not compare by name and reason', () => {
    const units = [
      { code: 'a', name: 'Xã a', points: 90, past: 80 },
      { code: 'b', name: 'Xã b', points: 80, past: 70 },
      { code: 'c', name: 'Xã c', points: 70 },
    ]
    const said = textOfAll(report([{ units, gone: [50] }]))
    expect(said).toContain('; có 01 đơn vị đạt kết quả bằng mức trung bình: Xã b; cụ thể:')
    expect(said).toContain('Có 01 đơn vị không so sánh được với năm 2024: Xã c (đơn vị mới).')
    expect(said).toContain(
      'Có 02/02 đơn vị tăng điểm so với năm 2024 (đạt 100%), gồm: Xã a; Xã b; trong đó đơn vị tăng nhiều điểm nhất là Xã a và Xã b (cùng tăng 10 điểm);',
    )
  })

  test('a block that had other units last year says how many', () => {
    const said = textOfAll(report([{ units: [{ code: 'a', points: 90, past: 80 }], gone: [50, 60] }]))
    expect(said).toContain('tăng 26,67 điểm so với năm 2024 (năm 2024 khối có 03 đơn vị)')
  })
})

describe('units that differ by less than the mean’s rounding', () => {
  const unit = (code: string, points: number) => ({ code, name: `Xã ${code}`, points, survey: points - 70 })

  test('with none above the mean, the highest are named apart', () => {
    // 240,02 ÷ 3 ≈ 80,01: the mean is the highest.
    const said = textOfAll(report([{ units: [unit('a', 80.01), unit('b', 80.01), unit('c', 80)] }]))
    expect(said).toContain(
      'không có đơn vị nào đạt kết quả trên mức trung bình; Xã a và Xã b cùng đạt cao nhất với 80,01 điểm; có 01 đơn vị đạt kết quả dưới mức trung bình, trong đó Xã c đạt thấp nhất với 80 điểm; có 02 đơn vị đạt kết quả bằng mức trung bình: Xã a; Xã b; cụ thể:',
    )
    expect(said).toContain('; không có đơn vị nào đạt trên giá trị trung bình.')
    expect(said).toContain('có 01/03 đơn vị có điểm thấp hơn điểm trung bình; Xã a và Xã b cùng có điểm cao nhất')
  })

  test('with none below the mean, the lowest', () => {
    const said = textOfAll(report([{ units: [unit('a', 80.01), unit('b', 80), unit('c', 80)] }]))
    expect(said).toContain(
      'có 01 đơn vị đạt kết quả trên mức trung bình, trong đó Xã a đạt cao nhất với 80,01 điểm; không có đơn vị nào đạt kết quả dưới mức trung bình; Xã b và Xã c cùng đạt thấp nhất với 80 điểm; có 02 đơn vị',
    )
    expect(said).toContain(
      'không có đơn vị nào có điểm thấp hơn điểm trung bình; Xã a có điểm cao nhất, được 10,01 điểm, đạt 50,05%; Xã b và Xã c cùng có điểm thấp nhất',
    )
  })

  test('of the same points, it is said of the total, of each domain and source', () => {
    const said = textOfAll(report([{ units: [unit('a', 80), unit('b', 80)] }]))
    expect(said).toContain('so sánh được; tất cả 02 đơn vị có điểm bằng nhau; cụ thể:')
    expect(said).toContain(
      'Lĩnh vực một (Biểu số 4): điểm trung bình đạt được là 80/100 điểm, đạt 80%; tất cả 02 đơn vị',
    )
    expect(said).toContain('Khảo sát: điểm trung bình 10/20 điểm, đạt 50%; tất cả 02 đơn vị có điểm bằng nhau.')
    expect(said).toContain('so với năm trước không so sánh được); không có đơn vị nào đạt kết quả Chỉ số CCHC dưới 70')
    expect(said).toContain('dưới 70 điểm; tất cả 02 đơn vị có điểm bằng nhau.')
  })
})

test('one unit has nobody to equal: none is above, below or apart from it', () => {
  const said = textOfAll(
    report([{ units: [{ code: 'x', name: 'Xã x', points: 75, past: 70, survey: 15 }], gone: [60] }]),
  )
  expect(said).toContain('; khối chỉ có một đơn vị được xếp hạng: Xã x; cụ thể:')
  expect(said).toContain('điểm trung bình đạt được là 75/100 điểm, đạt 75%; khối chỉ có một đơn vị có điểm: Xã x.')
  expect(said).toContain('Khảo sát: điểm trung bình 15/20 điểm, đạt 75%; khối chỉ có một đơn vị có điểm: Xã x.')
  expect(said).not.toMatch(/bằng nhau|khoảng cách|đạt trên giá trị|00 đơn vị/)
  expect(said).toContain('dưới 70 điểm; khối chỉ có một đơn vị được xếp hạng: Xã x.')
})
