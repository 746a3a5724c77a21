/** What the figures of the index mean, in words that a person would say. Pure. */

import { formatPoints } from '../../../shared/format-vi.ts'
import type { IndexRules, IndexUnit, RangeView } from '../../../shared/index-types.ts'
import { t } from '../../words/t.ts'

export const TIE_WORDS: Record<IndexRules['ties'], string> = {
  'same-rank': t`Bằng điểm thì cùng hạng, hạng kế tiếp bỏ trống (1, 1, 3).`,
  'same-rank-dense': t`Bằng điểm thì cùng hạng, hạng kế tiếp không bỏ trống (1, 1, 2).`,
  'higher-survey': t`Bằng điểm thì đơn vị có điểm khảo sát cao hơn xếp trước; bằng cả điểm khảo sát thì cùng hạng (1, 1, 3).`,
}

export type Incomparable = NonNullable<IndexUnit['incomparable']>

const INCOMPARABLE: Record<Incomparable, string> = {
  'no-past-year': t`chưa có kết quả năm trước`,
  'new-unit': t`đơn vị mới`,
  merged: t`hợp nhất từ nhiều đơn vị`,
  split: t`tách ra từ một đơn vị`,
  'not-in-past-results': t`không có trong kết quả năm trước`,
}

/** Why a unit is not compared with the year before. */
export const incomparableWords = (reason: Incomparable): string => INCOMPARABLE[reason]

/** `Tốt` → `loại A (Tốt)`; a class that is called by its letter stays `loại A`. */
export function className({ classes }: IndexRules, code: string): string {
  const name = classes.find((one) => one.code === code)?.name
  return !name || name === code ? t`loại ${code}` : t`loại ${code} (${name})`
}

/** A change with its sign for the eye, its size, and the words for those who hear the page. */
export type Change = { sign: '▲' | '▼' | '='; size: string; words: string }

export function pointsChange(points: number): Change {
  const size = formatPoints(Math.abs(points))
  if (points === 0) return { sign: '=', size: t`bằng điểm`, words: t`bằng điểm năm trước` }
  return points > 0
    ? { sign: '▲', size, words: t`tăng ${size} điểm` }
    : { sign: '▼', size, words: t`giảm ${size} điểm` }
}

/** `places` won; negative: lost. */
export function rankChange(places: number): Change {
  const size = t`${Math.abs(places)} bậc`
  if (places === 0) return { sign: '=', size: t`giữ hạng`, words: t`giữ nguyên hạng` }
  return places > 0 ? { sign: '▲', size, words: t`lên ${size}` } : { sign: '▼', size, words: t`xuống ${size}` }
}

/** What the unit's rank and class can still become: `hạng 3 – 7`, or that they are certain. */
export function possibleWords({ ranges: { rank, class: classes } }: IndexUnit): { rank: string; class: string } {
  const { best, worst } = rank
  return {
    rank: best === worst ? t`chắc chắn hạng ${best}` : t`hạng ${best} – ${worst}`,
    class:
      classes.best === classes.worst ? t`chắc chắn loại ${classes.best}` : t`loại ${classes.best} – ${classes.worst}`,
  }
}

/** The same in a sentence. */
export function possibleSentence({ ranges: { rank, class: classes } }: IndexUnit): string {
  const place =
    rank.best === rank.worst
      ? t`hạng ${rank.best} đã chắc chắn`
      : t`còn có thể từ hạng ${rank.best} đến hạng ${rank.worst}`
  const mark =
    classes.best === classes.worst
      ? t`loại ${classes.best} đã chắc chắn`
      : t`còn có thể từ loại ${classes.best} đến loại ${classes.worst}`
  return `${place}; ${mark}`
}

/** `15,20 – 18,40`; one figure where nothing can move. */
export const rangeText = ({ low, high }: RangeView): string =>
  low === high ? formatPoints(low) : `${formatPoints(low)} – ${formatPoints(high)}`

/** Points of the sources that this survey counts by itself, as the two ranges are of them; null while any is hidden. */
export function countedPoints(unit: IndexUnit, sources: { code: string; origin: string; max: number }[]) {
  const own = sources.filter(({ origin }) => origin === 'survey')
  const known = own.map(({ code }) => unit.parts.sources.find((source) => source.code === code)?.points ?? null)
  return {
    points: known.every((points) => points !== null) ? sumPoints(known) : null,
    max: sumPoints(own.map(({ max }) => max)),
  }
}

/** Points have two decimals at most and floats do not add up, so they are added in hundredths. */
export const sumPoints = (points: number[]): number => points.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100
