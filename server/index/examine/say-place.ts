/** Places of figures in words: "Khối sở, lĩnh vực 2, điểm trung bình" for `blocks[so].domains[2].mean`. */
import type { PublishedFigures } from './schemas.ts'

const WORDS: Record<string, string> = {
  ...{ campaign: 'đợt điều tra', ballotsIssued: 'số phiếu phát ra', ballotsReturned: 'số phiếu thu về' },
  ...{ ballotsValid: 'số phiếu hợp lệ', returnedPercent: 'tỷ lệ phiếu thu về', validPercent: 'tỷ lệ phiếu hợp lệ' },
  ...{ scale: 'thang điểm', total: 'tổng điểm', appraisal: 'điểm thẩm định', from: 'từ', below: 'dưới', to: 'đến' },
  ...{ unitCount: 'số đơn vị', criteria: 'số tiêu chí', componentCriteria: 'số tiêu chí thành phần' },
  ...{ survey: 'điều tra xã hội học', index: 'Chỉ số', max: 'điểm tối đa', mean: 'điểm trung bình' },
  ...{ meanElsewhere: 'điểm trung bình in lại ở chỗ khác', meanPercent: 'tỷ lệ điểm trung bình', year: 'năm' },
  ...{ unitsAboveMean: 'số đơn vị trên mức trung bình', unitsBelowMean: 'số đơn vị dưới mức trung bình' },
  'units*Mean': 'số đơn vị trên, bằng, dưới mức trung bình',
  ...{ unitsAtMean: 'số đơn vị bằng mức trung bình', highest: 'cao nhất', lowest: 'thấp nhất', points: 'điểm' },
  ...{ percent: 'tỷ lệ', unit: 'đơn vị', gap: 'khoảng cách', gapChange: 'thay đổi của khoảng cách' },
  ...{ changeOnYear: 'thay đổi so với năm trước', change: 'thay đổi so với năm trước', by: 'mức tăng, giảm' },
  ...{ classA: 'số đơn vị loại A', classB: 'số đơn vị loại B', classC: 'số đơn vị loại C', classD: 'số đơn vị loại D' },
  ...{ rose: 'tăng', kept: 'giữ nguyên', fell: 'giảm', notCompared: 'không so sánh được', most: 'nhiều nhất' },
  ...{ rankMoves: 'tăng, giảm bậc', pointMoves: 'tăng, giảm điểm', count: 'số đơn vị', names: 'danh sách' },
  ...{ past: 'năm trước', pastPoints: 'điểm năm trước', pastRank: 'hạng năm trước', pastClass: 'loại năm trước' },
  ...{ rank: 'thứ hạng', rankChange: 'số bậc tăng, giảm', class: 'xếp loại', appraised: 'điểm thẩm định' },
  ...{ number: 'số, ký hiệu', date: 'ngày', what: 'tên', respondentGroups: 'đối tượng điều tra', name: 'tên' },
}
/** A member with a key in brackets, or the list itself. */
const LISTS: Record<string, [one: string, all: string]> = {
  ...{ blocks: ['khối', 'các khối'], domains: ['lĩnh vực', 'các lĩnh vực'], classes: ['loại', 'xếp loại'] },
  ...{ units: ['đơn vị', 'các đơn vị'], documents: ['văn bản', 'các văn bản'], steps: ['bước', 'các bước'] },
}

/** A name that has no words here stands as it is, so that nothing of a place is lost. */
export function sayPlace(place: string, figures: PublishedFigures): string {
  const steps = [...place.matchAll(/([A-Za-z*]+)(?:\[([^\]]*)\])?/g)]
  const block = figures.blocks.find(({ code }) => steps[0]?.[1] === 'blocks' && code === steps[0][2])
  const words = steps.map(([whole, name = '', key]) => {
    const list = LISTS[name]
    if (name === '*') return 'tất cả'
    if (!list) return Object.hasOwn(WORDS, name) && key === undefined ? WORDS[name]! : whole
    if (key === undefined || key === '*') return list[1]
    if (name === 'blocks') return block?.name ?? `${list[0]} ${key}`
    if (name === 'units') return block?.units?.find(({ code }) => code === key)?.name ?? `${list[0]} ${key}`
    // Documents and steps are counted from nought in a path, and from one by people.
    return `${list[0]} ${name === 'documents' || name === 'steps' ? Number(key) + 1 : key}`
  })
  const said = words.join(', ')
  return said.charAt(0).toLocaleUpperCase('vi') + said.slice(1)
}
