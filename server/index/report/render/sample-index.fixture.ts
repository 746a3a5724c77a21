/** Points for a made-up block, each a whole number of hundredths so that they can be checked by adding up. */
import type { IndexDocument } from '../../compute/schemas.ts'

const NAMES = [
  'Sở Giao thông vận tải',
  'Sở Nội vụ',
  'Sở Lao động, Thương binh và Xã hội',
  'Ban Quản lý các khu công nghiệp tỉnh',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Văn phòng Ủy ban nhân dân tỉnh',
]
const DOMAINS = [
  'Công tác chỉ đạo, điều hành cải cách hành chính',
  'Cải cách thể chế',
  'Xây dựng và phát triển chính quyền điện tử, chính quyền số',
]
export const CLASSES = [
  { code: 'A', name: 'Tốt', from: 90 },
  { code: 'B', name: 'Khá', from: 70 },
  { code: 'C', name: 'Trung bình', from: 50 },
  { code: 'D', name: 'Yếu', from: 0 },
]

export type SampleUnit = {
  code: string
  name: string
  points: number
  survey: number
  past: number | null
  change: number | null
  rank: number
  pastRank: number | null
  class: string
  leaves: number[]
}
export type SampleBlock = {
  code: string
  name: string
  suffix: string
  units: SampleUnit[]
  mean: number
  domains: {
    code: string
    name: string
    max: number
    mean: number
    leaves: { code: string; max: number; at: number }[]
  }[]
}

/** `suffix`: what the block's tables are numbered with ("", "a"). The second unit equals the first; the last is new. */
export function sampleBlock(
  code: string,
  name: string,
  suffix: string,
  units: number,
  domains: number,
  criteria: number,
): SampleBlock {
  const leaves = domains * criteria
  const max = Math.floor(10_000 / leaves)
  const leafMax = (leaf: number) => (leaf === leaves - 1 ? 10_000 - max * (leaves - 1) : max) / 100
  const points = (unit: number, leaf: number) =>
    Math.round(leafMax(leaf) * 100 * (1 - (((Math.max(unit, 1) * 7 + leaf * 13) % 29) / 29) * 0.3)) / 100
  const list = Array.from({ length: units }, (_, unit) => {
    const own = Array.from({ length: leaves }, (_, leaf) => points(unit, leaf))
    const total = cents(own.reduce((sum, one) => sum + one, 0))
    const past = unit === units - 1 ? null : cents(total - 3 + ((unit * 37) % 60) / 10)
    return { unit, own, total, past }
  })
  const place = (all: (number | null)[], one: number | null) =>
    one === null ? null : all.filter((other) => other !== null && other > one).length + 1
  return {
    ...{ code, name, suffix },
    mean: mean(list.map(({ total }) => total)),
    units: list.map(({ unit, own, total, past }) => ({
      code: `${code.toUpperCase()}${unit + 1}`,
      name: unit < NAMES.length ? NAMES[unit]! : `${name} – đơn vị số ${unit + 1}`,
      points: total,
      survey: own[0]!,
      past,
      change: past === null ? null : cents(total - past),
      rank: place(
        list.map((other) => other.total),
        total,
      )!,
      pastRank: place(
        list.map((other) => other.past),
        past,
      ),
      class: CLASSES.find(({ from }) => total >= from)!.code,
      leaves: own,
    })),
    domains: Array.from({ length: domains }, (_, domain) => {
      const own = Array.from({ length: criteria }, (_, at) => domain * criteria + at)
      const sum = (of: number[]) => cents(own.reduce((total, leaf) => total + of[leaf]!, 0))
      return {
        code: String(domain + 1),
        name: DOMAINS[domain % DOMAINS.length]!,
        max: cents(own.reduce((total, leaf) => total + leafMax(leaf), 0)),
        mean: mean(list.map((unit) => sum(unit.own))),
        leaves: own.map((leaf, at) => ({ code: `${domain + 1}.${at + 1}`, max: leafMax(leaf), at: leaf })),
      }
    }),
  }
}

export const cents = (value: number): number => Math.round(value * 100) / 100
/** Half up, on whole hundredths. */
export const mean = (all: number[]): number => {
  const hundredths = all.reduce((sum, one) => sum + Math.round(one * 100), 0)
  return Math.floor((2 * hundredths + all.length) / (2 * all.length)) / 100
}

/** What renderers read of the index: rules, sets, counts and names; the blocks' units stay out. */
export const sampleIndex = (blocks: SampleBlock[], final: boolean): IndexDocument => ({
  campaign: 'son-la-2024',
  title: 'Xác định Chỉ số cải cách hành chính tỉnh Sơn La năm 2024',
  year: 2024,
  status: final ? 'final' : 'provisional',
  waiting: final ? [] : ['survey-running'],
  revision: 7,
  scoresDigest: 'c'.repeat(64),
  organizer: 'Sở Nội vụ tỉnh Sơn La',
  rules: { total: 100, appraisedMax: 70, surveyMax: 30, ties: 'same-rank', classes: CLASSES, minimumCell: 5 },
  sets: {
    self: { round: 1, version: 1, on: '2024-12-01', digest: 'd'.repeat(64) },
    appraised: { round: 2, version: 3, on: '2025-01-06', digest: 'e'.repeat(64) },
    imported: [{ source: 'buu-dien', set: { round: 1, version: 1, on: '2024-12-20', digest: 'f'.repeat(64) } }],
    past: { year: 2023, version: 1, digest: '1'.repeat(64) },
  },
  survey: { issued: 1574, returned: 1574, valid: 1570, opensOn: '2024-11-01', closedOn: '2024-12-15' },
  blocks: blocks.map(({ code, name, domains }) => ({
    ...{ code, name, sources: [], groups: [], criteria: [], units: [], past: null },
    domains: domains.map((domain) => ({
      code: domain.code,
      name: domain.name,
      max: domain.max,
      criteria: domain.leaves.length,
      componentCriteria: 0,
    })),
  })),
  digest: 'a'.repeat(64),
})
