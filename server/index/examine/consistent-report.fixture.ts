/**
 * A report made the naive way from one set of made-up points, and so consistent: integers only, no code of the product. It may
 * make its means from exact or from already rounded points, print any number of decimals, share ranks, compare some units
 * only, and leave figures out.
 */
import fc, { type GeneratorValue } from 'fast-check'
import type { BlockFigures, PublishedFigures } from './schemas.ts'

/** Points are integers of this part of a point, so that they seldom fall on what is printed. */
const PART = 2400

/** `broken`: something that is not printed decides between equals. */
type Ties = 'shared' | 'dense' | 'broken'
type Style = { decimals: number; first: 'exact' | 'rounded'; ties: Ties; coarse: boolean }
/** `appraised` and `survey` by domain; `past` null: not compared. */
type Row = { code: string; appraised: number[]; survey: number[]; past: number | null }

export function consistentReport(g: GeneratorValue): PublishedFigures {
  const style: Style = {
    decimals: g(fc.constantFrom, 2, 2, 2, 1, 0),
    first: g(fc.constantFrom<Style['first'][]>, 'exact', 'rounded'),
    ties: g(fc.constantFrom<Ties[]>, 'shared', 'dense', 'broken'),
    coarse: g(fc.boolean),
  }
  const domains = g(fc.integer, { min: 1, max: 8 })
  const halves = (least: number) => Array.from({ length: domains }, () => g(fc.integer, { min: least, max: 16 }) / 2)
  const maxima = { appraised: halves(1), survey: halves(0) }
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const total = sum(maxima.appraised) + sum(maxima.survey)
  const bounds = [0.9, 0.7, 0.5].map((share) => Math.round(total * share * 2) / 2)
  const block = (code: string) => blockOf(code, g, style, maxima, total, bounds)
  const issued = g(fc.integer, { min: 1, max: 3000 })
  const returned = g(fc.integer, { min: 1, max: issued })
  const valid = g(fc.integer, { min: 0, max: returned })
  return {
    campaign: {
      ...{ code: 'thu', year: 2024, ballotsIssued: issued, ballotsReturned: returned, ballotsValid: valid },
      returnedPercent: round(returned * 100, issued, style.decimals),
      validPercent: round(valid * 100, returned, style.decimals),
    },
    scale: { total, appraisal: sum(maxima.appraised), survey: sum(maxima.survey) },
    classes: [
      { code: 'A', from: bounds[0]! },
      { code: 'B', from: bounds[1]!, below: bounds[0]! },
      { code: 'C', from: bounds[2]!, below: bounds[1]! },
      { code: 'D', below: bounds[2]! },
    ],
    blocks: g(fc.boolean) ? [block('so'), block('huyen')] : [block('so')],
  }
}

function blockOf(
  code: string,
  g: GeneratorValue,
  style: Style,
  maxima: { appraised: number[]; survey: number[] },
  total: number,
  bounds: number[],
): BlockFigures {
  const { decimals, first, ties } = style
  const size = g(fc.integer, { min: 1, max: 25 })
  const drawn = g(numbers, size * (2 * maxima.survey.length + 1) + 4).values()
  const upTo = (max: number) => {
    const step = style.coarse ? PART / 2 : 1
    return (drawn.next().value! % ((max * PART) / step + 1)) * step
  }
  const comparesAll = g(fc.boolean)
  const rows: Row[] = Array.from({ length: size }, (_, at) => ({
    code: `U${at}`,
    appraised: maxima.appraised.map(upTo),
    survey: maxima.survey.map(upTo),
    past: comparesAll || g(fc.boolean) ? upTo(total) : null,
  }))
  const gone =
    comparesAll && g(fc.boolean) ? [] : Array.from({ length: g(fc.integer, { min: 0, max: 4 }) }, () => upTo(total))

  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)
  const print = (value: number) => round(value, PART, decimals)
  /** The value that everything made of points is made from. */
  const settle = (value: number) => (first === 'exact' ? value : Math.round(print(value) * PART))
  const totals = rows.map((row) => sum(row.appraised) + sum(row.survey))
  const settled = totals.map(settle)
  const past = rows.map((row) => row.past)
  const pastBlock = [...past.filter((value) => value !== null), ...gone].map(settle)
  const ranks = ranksOf(settled, ties)
  const ranked = ranksOf(pastBlock, ties).values()
  const pastRanks = past.map((value) => (value === null ? null : ranked.next().value!))
  const classOf = (value: number) => 'ABCD'[bounds.filter((bound) => value < bound * PART).length]!
  const classes = settled.map(classOf)

  const named = (holds: (at: number) => boolean) => rows.flatMap((row, at) => (holds(at) ? row.code : []))
  const spread = (values: number[]) => {
    const own = values.map(settle)
    const mean = round(sum(own), PART * size, decimals)
    const [high, low] = [Math.max(...own), Math.min(...own)]
    const side = (value: number) =>
      first === 'exact' ? Math.sign(value * size - sum(own)) : Math.sign(print(value) - mean)
    return {
      mean,
      highest: { units: named((at) => own[at] === high), points: print(high) },
      lowest: { units: named((at) => own[at] === low), points: print(low) },
      unitsAboveMean: own.filter((value) => side(value) > 0).length,
      unitsAtMean: own.filter((value) => side(value) === 0).length,
      unitsBelowMean: own.filter((value) => side(value) < 0).length,
    }
  }
  const index = spread(totals)
  const survey = spread(rows.map((row) => sum(row.survey)))
  const surveyMax = sum(maxima.survey)
  const percentOf = (points: number) => round(Math.round(points * 100) * 100, surveyMax * 100, decimals)
  const gapOf = (values: number[]) => print(Math.max(...values) - Math.min(...values))
  const gap = gapOf(settled)
  const pastMean = pastBlock.length > 0 ? round(sum(pastBlock), PART * pastBlock.length, decimals) : null

  const rankChanges = ranks.map((rank, at) => (pastRanks[at] === null ? null : pastRanks[at]! - rank))
  const pointChanges = settled.map((value, at) => (past[at] === null ? null : value - settle(past[at]!)))
  const movesOf = (changes: (number | null)[], say: (value: number) => number) => {
    const side = (sign: number) => {
      const own = changes.filter((change) => change !== null && Math.sign(change) === sign) as number[]
      const names = named((at) => changes[at] !== null && Math.sign(changes[at]!) === sign)
      const furthest = sign > 0 ? Math.max(...own) : Math.min(...own)
      return {
        ...{ count: own.length, names, percent: round(own.length * 100, size, decimals) },
        ...(sign !== 0 &&
          own.length > 0 && { most: { units: named((at) => changes[at] === furthest), by: Math.abs(say(furthest)) } }),
      }
    }
    const apart = named((at) => changes[at] === null)
    return {
      ...{ rose: side(1), kept: side(0), fell: side(-1) },
      ...(apart.length > 0 && { notCompared: { count: apart.length, names: apart } }),
    }
  }
  const pointMoves = movesOf(pointChanges, print)
  const pastClasses = pastBlock.map(classOf)
  const shared = [ranks, pastRanks.filter((rank) => rank !== null)].some((all) => new Set(all).size < all.length)
  const byDomain = (at: number) => spread(rows.map((row) => row.appraised[at]! + row.survey[at]!))
  return {
    ...{ code, unitCount: size, criteria: 3 * maxima.survey.length, componentCriteria: 0 },
    ...(shared && { sharedRanks: true }),
    ...(ties === 'dense' && { denseRanks: true }),
    ...(surveyMax > 0 && {
      survey: {
        ...survey,
        max: surveyMax,
        meanPercent: percentOf(survey.mean),
        highest: { ...survey.highest, percent: percentOf(survey.highest.points) },
        lowest: { ...survey.lowest, percent: percentOf(survey.lowest.points) },
      },
    }),
    index: {
      ...index,
      ...{ meanElsewhere: index.mean, gap },
      ...Object.fromEntries([...'ABCD'].map((own) => [`class${own}`, classes.filter((one) => one === own).length])),
      ...(pastMean !== null && {
        changeOnYear:
          first === 'exact'
            ? round(sum(settled) * pastBlock.length - sum(pastBlock) * size, PART * size * pastBlock.length, decimals)
            : round(Math.round((index.mean - pastMean) * 100), 100, decimals),
        gapChange: round(Math.round((gap - gapOf(pastBlock)) * 100), 100, decimals),
        ...{ rose: pointMoves.rose.count, kept: pointMoves.kept.count, fell: pointMoves.fell.count },
      }),
    },
    classes: [...'ABCD'].map((own) => ({
      code: own,
      names: named((at) => classes[at] === own),
      percent: round(classes.filter((one) => one === own).length * 100, size, decimals),
      change: classes.filter((one) => one === own).length - pastClasses.filter((one) => one === own).length,
    })),
    domains: maxima.survey.map((_, at) => {
      const { mean, highest, lowest } = byDomain(at)
      const max = maxima.appraised[at]! + maxima.survey[at]!
      return { code: at + 1, max, mean, highest, lowest, criteria: 3, componentCriteria: 0 }
    }),
    units: rows.map((row, at) => ({
      ...{ code: row.code, name: `Đơn vị ${at}`, points: print(totals[at]!), rank: ranks[at]!, class: classes[at]! },
      ...{ appraised: print(sum(row.appraised)), survey: print(sum(row.survey)) },
      domains: Object.fromEntries(
        row.survey.map((value, domain) => [domain + 1, print(value + row.appraised[domain]!)]),
      ),
      ...(row.past !== null && {
        ...{ pastPoints: print(row.past), pastRank: pastRanks[at]! },
        ...{ change: print(pointChanges[at]!), rankChange: rankChanges[at]! },
      }),
    })),
    ...(pastMean !== null && {
      rankMoves: movesOf(rankChanges, (value) => value),
      pointMoves,
      past: {
        ...{ units: pastBlock.length, mean: pastMean, gap: gapOf(pastBlock) },
        classes: [...'ABCD'].map((own) => ({ code: own, count: pastClasses.filter((one) => one === own).length })),
      },
    }),
  }
}

/** In one draw: a draw a number would take most of the test's time. */
function numbers(length: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: length, maxLength: length })
}

/** Half up to so many decimals, away from 0 below it; on whole numbers. */
function round(part: number, whole: number, decimals: number): number {
  const [p, w, grid] = [BigInt(Math.abs(part)), BigInt(whole * 2), 10n ** BigInt(decimals)]
  const steps = Number((p * 2n * grid + w / 2n) / w)
  return (Math.sign(part) * steps) / 10 ** decimals + 0
}

function ranksOf(values: number[], ties: Ties): number[] {
  return values.map((value, at) => {
    const better = values.filter((other) => other > value)
    const before = values.filter((other, place) => other === value && place < at)
    if (ties === 'broken') return 1 + better.length + before.length
    return 1 + (ties === 'dense' ? new Set(better).size : better.length)
  })
}
