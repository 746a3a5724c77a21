/** How a sample is to be drawn, as an officer types it: numbers with a decimal comma, a margin in percent. Pure. */
import type { SampleMethod } from '../../../shared/sample-types.ts'
import { t } from '../../words/t.ts'

export type MethodKind = SampleMethod['kind']

export type SampleDraft = {
  kind: MethodKind
  /** Percent, as typed. */
  margin: string
  share: string
  atLeast: string
  /** '' for no bound. */
  atMost: string
  /** Codes of groups that are taken whole. */
  whole: string[]
}

export const firstDraft = (minimumCell: number): SampleDraft => ({
  ...{ kind: 'margin', margin: '5', share: '30', atLeast: String(minimumCell), atMost: '', whole: [] },
})

export type DraftProblems = Partial<Record<'margin' | 'share' | 'atLeast' | 'atMost', string>>

const PERCENT = /^(\d{1,3})(?:[.,](\d{1,4}))?$/
const COUNT = /^\d{1,5}$/

/** `2,5` → `0.025`, digit by digit: a float would not be exact. Null when it is no percentage. */
export function decimalOf(percent: string): string | null {
  const parts = PERCENT.exec(percent.trim())
  if (!parts) return null
  const digits = `${parts[1]!.padStart(3, '0')}${parts[2] ?? ''}`
  const [whole, rest] = [digits.slice(0, -2 - (parts[2]?.length ?? 0)), digits.slice(1)]
  return `${Number(whole)}.${rest.replace(/(\d)0+$/, '$1')}`
}

/** What the server takes, or what to mend by field. */
export function methodOf(
  draft: SampleDraft,
): { method: SampleMethod; problems: null } | { method: null; problems: DraftProblems } {
  if (draft.kind === 'everybody') return { method: { kind: 'everybody' }, problems: null }
  const problems: DraftProblems = {}
  const [atLeast, atMost] = [draft.atLeast.trim() || '0', draft.atMost.trim()]
  if (!COUNT.test(atLeast)) problems.atLeast = t`Hãy ghi một số người.`
  if (atMost !== '' && (!COUNT.test(atMost) || Number(atMost) === 0))
    problems.atMost = t`Hãy ghi một số người, hoặc để trống.`
  else if (atMost !== '' && Number(atMost) < Number(atLeast)) problems.atMost = t`Không được ít hơn số ở ô “Ít nhất”.`
  const e = decimalOf(draft.margin)
  if (draft.kind === 'margin' && (e === null || Number(e) <= 0 || Number(e) > 0.5)) {
    problems.margin = t`Hãy ghi từ trên 0 tới 50, ví dụ 5 hoặc 2,5.`
  }
  const percent = draft.share.trim().replace(',', '.')
  const share = Number(percent)
  if (draft.kind === 'share' && (!PERCENT.test(percent) || share <= 0 || share > 100)) {
    problems.share = t`Hãy ghi từ trên 0 tới 100, ví dụ 30 hoặc 12,5.`
  }
  if (Object.keys(problems).length > 0) return { method: null, problems }
  const bounds = {
    atLeast,
    ...(atMost === '' ? {} : { atMost }),
    ...(draft.whole.length > 0 ? { whole: draft.whole.toSorted().join(',') } : {}),
  }
  return {
    method: draft.kind === 'margin' ? { kind: 'margin', e: e!, ...bounds } : { kind: 'share', percent, ...bounds },
    problems: null,
  }
}

/** `sai số 5 %`, as a record of an earlier draw says it. */
export function methodWords({ kind, e, percent, whole }: Record<string, string>): string {
  if (kind === 'everybody') return t`tất cả mọi người`
  const words = kind === 'margin' ? t`sai số ${percentOf(e ?? '')} %` : t`tỷ lệ ${(percent ?? '').replace('.', ',')} %`
  return whole ? t`${words}, lấy tất cả ở nhóm ${whole.replaceAll(',', ', ')}` : words
}

/** `0.025` → `2,5`. */
export function percentOf(decimal: string): string {
  const rest = (decimal.split('.')[1] ?? '').padEnd(2, '0')
  const whole = String(Number(rest.slice(0, 2)))
  const part = rest.slice(2).replace(/0+$/, '')
  return part === '' ? whole : `${whole},${part}`
}
