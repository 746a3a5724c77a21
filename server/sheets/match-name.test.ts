import { describe, expect, it } from 'vitest'
import { definition } from '../roster/roster.fixture.ts'
import { createMatcher } from './match-name.ts'

const units = definition.blocks.flatMap((block) => block.units)
const match = createMatcher(units)
const found = (text: string) => match(text).found?.code
const nearest = (text: string) => {
  const result = match(text)
  return result.found ? `found ${result.found.name}` : result.nearest?.name
}

describe('createMatcher', () => {
  it.each([
    ['SNV', 'SNV'],
    ['snv', 'SNV'],
    ['SỞ  NỘI VỤ', 'SNV'],
    ['So Noi vu', 'SNV'],
    ['Sở Nội vụ (SNV)', 'SNV'],
    ['Sở Nội vụ tỉnh Hòa An', 'SNV'],
    ['Sở Văn hoá - Thể thao & Du lịch', 'SVHTTDL'],
    ['VP UBND tỉnh', 'VPUB'],
    ['Văn phòng Uỷ ban nhân dân tỉnh Hòa An', 'VPUB'],
    ['UBND TP. Hòa An', 'TPSL'],
    ['T.P Hòa An', 'TPSL'],
    ['Ủy ban nhân dân thành phố Hòa An', 'TPSL'],
    ['H. Mộc Châu', 'MC'],
    ['UBND huyện Mộc Châu, tỉnh Hòa An', 'MC'],
  ])('finds the unit that “%s” means', (text, unit) => {
    expect(found(text)).toBe(unit)
  })

  it.each([
    ['Sở Nôi vụ', 'Sở Nội vụ'],
    ['Sở Nội vu', 'Sở Nội vụ'],
    ['Sở Ngọai vự', 'Sở Ngoại vụ'],
    ['Sở Tài chánh', 'Sở Tài chính'],
    ['Mường Lá', 'UBND huyện Mường La'],
    ['Mộc Chau', 'UBND huyện Mộc Châu'],
  ])('suggests, and does not accept, for the misspelling “%s”', (text, name) => {
    expect(nearest(text)).toBe(name)
  })

  it('suggests nothing for a text that is close to no name', () => {
    expect(nearest('Bệnh viện Đa khoa khu vực')).toBeUndefined()
  })

  it.each([
    ['Thuỷ Phú', 'UBND xã Thủy Phú'],
    ['thuy phu', 'UBND xã Thủy Phú'],
    ['Hoà Thịnh', 'UBND xã Hòa Thịnh'],
    ['Phú', undefined],
    ['Thủy', undefined],
  ])('suggests for “%s” the only name that has its words', (text, name) => {
    const communes = createMatcher([
      { code: 'TP', name: 'UBND xã Thủy Phú', aliases: ['Xã Thủy Phú'] },
      { code: 'HT', name: 'UBND xã Hòa Thịnh' },
      { code: 'TL', name: 'UBND xã Thủy Liên' },
    ])
    const result = communes(text)
    expect(result.found === null && result.nearest?.name).toBe(name)
  })

  it('accepts a tone on either vowel', () => {
    const communes = createMatcher([{ code: 'TP', name: 'UBND xã Thủy Phú' }])
    expect(communes('Xã Thuỷ Phú').found?.code).toBe('TP')
    expect(communes('xã Thủy Phú').found?.code).toBe('TP')
  })

  it('accepts no guess between two names that differ by accents only', () => {
    const pair = createMatcher([
      { code: 'A', name: 'Chiềng La' },
      { code: 'B', name: 'Chiềng Lả' },
    ])
    expect(pair('Chiềng Lả').found?.code).toBe('B')
    const bare = pair('chieng la')
    expect(bare.found === null && bare.several.map(({ code }) => code)).toEqual(['A', 'B'])
  })

  it('suggests for the first misspellings of a column only, so that a spoilt one takes no minutes', () => {
    const many = createMatcher([{ code: 'U', name: 'Ủy ban xã Chiềng' }])
    const suggestions = Array.from({ length: 1_000 }, (_, index) => many(`Ủy bản xã Chiềng ${index}`)).filter(
      (result) => result.found === null && result.nearest,
    )
    expect(suggestions.length).toBeGreaterThan(50)
    expect(suggestions.length).toBeLessThan(500)
  })
})
