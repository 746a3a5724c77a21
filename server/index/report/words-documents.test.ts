import { expect, test } from 'vitest'
import { nameDocument } from './words-documents.ts'

test.each([
  ['Đề án xác định Chỉ số', '880/QĐ-UBND', 'Quyết định số 880/QĐ-UBND'],
  ['Hướng dẫn tự đánh giá', '1902/SNV-CCHC', 'Công văn số 1902/SNV-CCHC'],
  ['Đề nghị công bố', '48/TTr-SNV', 'Tờ trình số 48/TTr-SNV'],
  ['Tờ trình công bố', '48/TTr-SNV', 'số 48/TTr-SNV'],
  ['Cải cách hành chính năm 2025', '12/KH-UBND', 'Kế hoạch số 12/KH-UBND'],
  ['Công tác văn thư', '30/2020/NĐ-CP', 'Nghị định số 30/2020/NĐ-CP'],
  ['Quyết định ban hành', 'Quyết định số 88/QĐ-UBND', 'Quyết định số 88/QĐ-UBND'],
  ['Luật', '80/2015/QH13', '80/2015/QH13'],
  ['Văn bản', '12', '12'],
])('%s, %s: “%s”', (what, number, said) => {
  expect(nameDocument(what, number)).toBe(said)
})
