/**
 * Made-up inputs of an index: criteria sets that add up to 100 in many ways, points and answers of each unit, a year before
 * with units that are new, merged, split or gone, ties of every kind, and sets that are not there yet.
 */
import fc, { type GeneratorValue } from 'fast-check'
import { type Block, Definition, type SetCriterion } from '../campaigns/definition.ts'
import type { PointTable } from '../db/index-schema.ts'
import { scoresInput, setOf, tallyOf } from './compute/index-input.fixture.ts'
import type { IndexInput } from './compute/index-input.ts'
import type { PastResults } from './past/schemas.ts'
import { smallIndexDefinition } from './small-index.fixture.ts'

const LEVELS = ['rat-tot', 'tot', 'kha', 'trung-binh', 'kem', 'khong-biet']
const QUESTIONS = ['q1', 'q2']
const BOUNDS = { A: 90, B: 70, C: 50, D: 0 }
const TIES = ['same-rank', 'same-rank-dense', 'higher-survey'] as const

/** `numbers`: whole numbers without an end, drawn at once; `below(n)` the next of them in 0 … n − 1. */
type Draw = { below: (limit: number) => number }

/** `holes`: also sets with points missing here and there, or not brought in at all, so that units have no rank yet. */
export function generatedIndex(g: GeneratorValue, { holes: mayHaveHoles = false } = {}): IndexInput {
  const drawn = g(numbers, 4000)
  let at = 0
  const draw: Draw = { below: (limit) => drawn[at++ % drawn.length]! % limit }
  const coarse = g(fc.boolean)
  const definition = Definition.parse({
    ...smallIndexDefinition,
    index: { ...smallIndexDefinition.index!, ties: g(fc.constantFrom<(typeof TIES)[number][]>, ...TIES) },
    blocks: smallIndexDefinition.blocks.map((block) => blockOf(block, 1 + draw.below(12), draw)),
  })
  const isFinal = g(fc.integer, { min: 0, max: 3 }) > 0
  const holes = isFinal || !mayHaveHoles ? 0 : g(fc.constantFrom, 0, 20)
  const least = g(fc.constantFrom, 2, 12)
  const tally = tallyOf(definition, () => (coarse ? { tot: 10 } : countsOf(least + draw.below(8), draw)))
  return {
    title: 'Chỉ số thử',
    status: isFinal ? 'final' : g(fc.constantFrom<IndexInput['status'][]>, 'open', 'paused', 'closed', 'final'),
    freeze: isFinal,
    ...{ opensOn: '2025-11-01', closedOn: isFinal ? '2025-11-30' : null },
    scores: scoresInput({ definition, tally, status: isFinal ? 'final' : 'provisional', settled: isFinal }),
    sets: {
      self: g(fc.boolean) ? setOf(pointsOf(definition, 'appraised', coarse, 10, draw)) : null,
      appraised:
        isFinal || holes === 0 || g(fc.boolean) ? setOf(pointsOf(definition, 'appraised', coarse, holes, draw)) : null,
      imported: [{ source: 'nguoi-dan', set: setOf(pointsOf(definition, 'imported', coarse, holes, draw)) }],
    },
    past: g(fc.boolean) ? { version: 1, digest: 'nam-truoc', document: pastOf(definition, coarse, draw) } : null,
  }
}

function numbers(length: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: length, maxLength: length, size: 'max' })
}

/** 70 appraised points, 20 asked in two questions, 10 imported, over up to four domains. */
function blockOf(block: Block, units: number, draw: Draw): Block {
  const domains = Array.from({ length: 1 + draw.below(4) }, (_, at) => ({
    code: String(at + 1),
    name: `Lĩnh vực ${at + 1}`,
  }))
  const domain = () => domains[draw.below(domains.length)]!.code
  const asked = split(2000, 2, draw).map((max, at) => ({
    ...{ code: `XH${at + 1}`, name: `Khảo sát ${at + 1}`, domain: domain(), source: 'ks' },
    ...{ max, question: QUESTIONS[at]! },
  }))
  const imported = { code: 'ND', name: 'Người dân hài lòng', domain: domain(), source: 'nguoi-dan', max: '10' }
  const criteria = [...asked, imported]
  const appraised = split(7000, Math.max(domains.length, 1 + draw.below(12)), draw)
  const set: SetCriterion[] = [
    // Each domain has a criterion at least; the others fall where they fall.
    ...appraised.map((max, at) => criterionOf(String(at + 1), max, domains[at]?.code ?? domain(), draw)),
    ...criteria.map(({ code, name, domain: own, max }) => ({
      code: `C${code}`,
      name: `${name} (chỉ số)`,
      domain: own,
      max,
      from: code,
    })),
  ]
  return {
    ...block,
    domains,
    criteria,
    units: Array.from({ length: units }, (_, at) => unitOf(block.code, at, draw)),
    criteriaSet: set,
  }
}

function unitOf(block: string, at: number, draw: Draw): Block['units'][number] {
  const unit = { code: `${block}${at}`, name: `Đơn vị ${block} ${at}` }
  const predecessors = [
    undefined,
    undefined,
    undefined,
    undefined,
    [],
    [`${block}${at}`, `${block}cu${at}`],
    [`${block}cu0`],
  ][draw.below(7)]
  return predecessors ? { ...unit, predecessors } : unit
}

function criterionOf(code: string, max: string, domain: string, draw: Draw): SetCriterion {
  const criterion = { code, name: `Tiêu chí ${code}`, domain, max }
  const hundredths = Math.round(Number(max) * 100)
  if (hundredths < 2 || draw.below(2) === 0) return criterion
  const parts = split(hundredths, 2, draw).map((own, at) => ({
    ...{ code: `${code}.${at + 1}`, name: `Tiêu chí thành phần ${code}.${at + 1}`, max: own },
  }))
  return { ...criterion, parts }
}

/** So many hundredths in so many parts, none empty, as decimal texts. */
function split(hundredths: number, parts: number, draw: Draw): string[] {
  let left = hundredths
  return Array.from({ length: parts }, (_, at) => {
    const rest = parts - at - 1
    const part = rest === 0 ? left : 1 + draw.below(left - rest)
    left -= part
    return decimal(part, 100)
  })
}

function countsOf(people: number, draw: Draw): Record<string, number> {
  const counts: Record<string, number> = {}
  for (let person = 0; person < people; person++) {
    const level = LEVELS[draw.below(LEVELS.length)]!
    counts[level] = (counts[level] ?? 0) + 1
  }
  return counts
}

/** `holes`: how many of a hundred points are missing. */
function pointsOf(
  definition: Definition,
  kind: 'appraised' | 'imported',
  coarse: boolean,
  holes: number,
  draw: Draw,
): PointTable {
  const leavesOf = ({ criteriaSet, criteria }: Block): { code: string; max: string }[] =>
    kind === 'imported'
      ? criteria.filter(({ source }) => source === 'nguoi-dan')
      : criteriaSet!.flatMap(({ parts, ...criterion }) => parts ?? (criterion.from ? [] : [criterion]))
  const points = (max: string): string => {
    const ceiling = Math.round(Number(max) * 10_000)
    return decimal(coarse ? ceiling - draw.below(2) * Math.floor(ceiling / 2) : draw.below(ceiling + 1), 10_000)
  }
  const tables = definition.blocks.flatMap((block) =>
    block.units.map(({ code }) => {
      const known = leavesOf(block).filter(() => draw.below(100) >= holes)
      return [code, Object.fromEntries(known.map((leaf) => [leaf.code, points(leaf.max)]))] as const
    }),
  )
  return Object.fromEntries(tables)
}

/** Some of the units that this year's continue, and some that are gone; ranked as the year before ranked. */
function pastOf(definition: Definition, coarse: boolean, draw: Draw): PastResults {
  const blocks = definition.blocks.map(({ code, units }) => {
    const everyone = draw.below(2) === 0
    const codes = new Set(units.flatMap((unit) => unit.predecessors ?? [unit.code]))
    const kept = [...codes].filter(() => everyone || draw.below(5) > 0)
    const gone = everyone ? [] : Array.from({ length: draw.below(3) }, (_, at) => `${code}het${at}`)
    const scored = [...kept, ...gone, ...(kept.length + gone.length === 0 ? [`${code}het`] : [])].map((unit) => ({
      code: unit,
      name: `Đơn vị năm trước ${unit}`,
      points: coarse ? 60 + draw.below(40) : draw.below(10_001) / 100,
    }))
    const unranked = draw.below(4) === 0
    const rose = draw.below(scored.length + 1)
    const fell = draw.below(scored.length - rose + 1)
    return {
      code,
      units: scored.map((unit) => ({
        ...unit,
        rank: unranked && draw.below(3) === 0 ? null : 1 + scored.filter(({ points }) => points > unit.points).length,
        class: Object.entries(BOUNDS).find(([, from]) => unit.points >= from)![0],
      })),
      moves: draw.below(2) === 0 ? null : { rose, kept: scored.length - rose - fell, fell },
    }
  })
  return { year: definition.year - 1, blocks }
}

function decimal(whole: number, parts: number): string {
  const digits = String(parts).length - 1
  return (whole / parts).toFixed(digits).replace(/\.?0+$/, '')
}
