/** What a set of points is called: in a template, in its file's name, and how a filled one is told from another's. Pure. */
import { headingKey } from '../../sheets/heading-key.ts'
import type { SetKind } from './queries.ts'

type SetOfPoints = { kind: SetKind; source: string; round?: number | undefined }

/** As the template's “Loại điểm” says it: “Thẩm định lần 2”, “Tự đánh giá”, “Nguồn Bưu điện (buu-dien)”. */
export function labelOf({ kind, source, round = 1 }: SetOfPoints, sourceName = ''): string {
  if (kind === 'appraised') return `Thẩm định lần ${round}`
  return kind === 'self' ? 'Tự đánh giá' : `Nguồn ${sourceName} (${source})`
}

/** The title of a template: “Điểm thẩm định lần 2”. */
export function titleOfSet({ kind, round = 1 }: SetOfPoints, sourceName = ''): string {
  if (kind === 'appraised') return `Điểm thẩm định lần ${round}`
  return kind === 'self' ? 'Điểm tự đánh giá' : `Điểm của nguồn “${sourceName}”`
}

/** A template's file, ASCII: “diem-tham-dinh-lan-2-2024-kem-diem.xlsx”. */
export function fileNameOf(set: SetOfPoints, campaign: string, filled: boolean, ending: 'xlsx' | 'csv'): string {
  const { kind, source, round = 1 } = set
  const name = kind === 'appraised' ? `tham-dinh-lan-${round}` : kind === 'self' ? 'tu-cham' : `nguon-${source}`
  const safe = `diem-${name}-${campaign}`.replace(/[^A-Za-z0-9._-]+/g, '-')
  return `${safe}${filled ? '-kem-diem' : ''}.${ending}`
}

/** What is wrong where a file's “Loại điểm” names another set than the one chosen; null for the same, or for other words. */
export function wrongSet(given: string, chosen: string): string | null {
  const [said, wanted] = [readLabel(given), readLabel(chosen)]
  if (said === null || said.key === wanted?.key) return null
  const both = said.round !== undefined && wanted?.round !== undefined
  const into = both ? `lần ${wanted.round}` : `“${chosen}”`
  return `Tệp này là mẫu của ${said.label}, bạn đang nhập vào ${into}. Hãy chọn đúng loại điểm hoặc tải đúng mẫu.`
}

type ReadLabel = { key: string; label: string; round?: string }

function readLabel(text: string): ReadLabel | null {
  const key = headingKey(text)
  const round = /^(?:diem)?thamdinhlan([12])$/.exec(key)?.[1]
  if (round) return { key: `appraised ${round}`, label: `Thẩm định lần ${round}`, round }
  if (/^(?:diem)?(?:tudanhgia|tucham)$/.test(key)) return { key: 'self', label: '“Tự đánh giá”' }
  const source = /^nguồn .*\(([^()]+)\)$/is.exec(text.trim())?.[1]
  return source === undefined ? null : { key: `imported ${source}`, label: `“${text.trim().slice(0, 100)}”` }
}
