import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { examineFigures } from './examine-figures.ts'
import { sayPlace } from './say-place.ts'
import { PublishedFigures } from './schemas.ts'

const figures = PublishedFigures.parse(JSON.parse(await readFile('surveys/son-la-2024/published-2024.json', 'utf8')))

test.each([
  ['blocks[so].domains[2].mean', 'Khối sở, lĩnh vực 2, điểm trung bình'],
  ['blocks[huyen].domains[*].max', 'Khối huyện, các lĩnh vực, điểm tối đa'],
  ['blocks[so].rankMoves.fell.names', 'Khối sở, tăng, giảm bậc, giảm, danh sách'],
  ['blocks[so].units[SVHTTDL]', 'Khối sở, Sở Văn hóa, Thể thao và Du lịch'],
  ['blocks[xa].unitCount', 'Khối xa, số đơn vị'],
  ['documents[1].number', 'Văn bản 2, số, ký hiệu'],
  ['classes', 'Xếp loại'],
  ['blocks[so].index.units*Mean', 'Khối sở, Chỉ số, số đơn vị trên, bằng, dưới mức trung bình'],
  ['blocks[so].rankMoves.*.change', 'Khối sở, tăng, giảm bậc, tất cả, thay đổi so với năm trước'],
  ['blocks[so].la', 'Khối sở, la'],
])('%s: %s', (place, said) => {
  expect(sayPlace(place, figures)).toBe(said)
})

test('no place of what is found for 2024 keeps an English name', () => {
  const places = examineFigures(figures).flatMap(({ place, against }) => [place, ...against])
  expect(places.length).toBeGreaterThan(20)
  for (const place of places)
    for (const name of place.replace(/\[[^\]]*\]/g, '').split('.'))
      expect(sayPlace(place, figures).toLowerCase().split(', ')).not.toContain(name.toLowerCase())
})
