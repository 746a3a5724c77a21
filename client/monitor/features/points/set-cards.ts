/** What points are wanted from outside, one card each, with what came in of it. Pure. */

import type { PointSets } from '../../../shared/index-types.ts'
import { t } from '../../words/t.ts'

export type SetHead = PointSets['sets'][number]
export type SetKey = Pick<SetHead, 'kind' | 'source' | 'round'>

export type SetCard = {
  key: SetKey
  title: string
  /** What these points are for. */
  about: string
  leaves: number
  units: number
  /** Newest first. */
  versions: SetHead[]
  /** Points of the newest version. */
  filled: number
  state: 'none' | 'part' | 'full'
  /** Its newest version counts now. */
  current: boolean
}

const ABOUT = {
  self: t`Điểm các đơn vị tự đánh giá, để đối chiếu với điểm thẩm định; không cộng vào Chỉ số.`,
  first: t`Điểm của Hội đồng thẩm định, cộng vào Chỉ số cho tới khi có lần 2.`,
  second: t`Điểm sau khi giải trình, phúc tra; khi có thì thay điểm lần 1.`,
  imported: t`Phần điểm khảo sát do nơi khác thực hiện, cộng vào Chỉ số.`,
}

export function cardsOf({ kinds, sets }: PointSets): SetCard[] {
  return kinds.flatMap(({ kind, source, name, rounds, leaves, units }) =>
    rounds.map((round) => {
      const versions = sets
        .filter((set) => set.kind === kind && set.source === source && set.round === round)
        .sort((a, b) => b.version - a.version)
      const filled = versions[0]?.filled ?? 0
      return {
        key: { kind, source, round },
        title: kind === 'appraised' ? t`Thẩm định lần ${round}` : kind === 'self' ? t`Tự đánh giá` : name,
        about: kind === 'appraised' ? (round === 1 ? ABOUT.first : ABOUT.second) : ABOUT[kind],
        leaves,
        units,
        versions,
        filled,
        state: versions.length === 0 ? ('none' as const) : filled < leaves ? ('part' as const) : ('full' as const),
        current: versions[0]?.current ?? false,
      }
    }),
  )
}

/** The query of a call that is about one set. */
export const setSearch = ({ kind, source, round }: SetKey, more: Record<string, string> = {}): string =>
  new URLSearchParams({ kind, ...(source && { source }), round: String(round), ...more }).toString()
