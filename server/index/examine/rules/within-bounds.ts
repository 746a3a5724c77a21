/** Nothing is above its maximum. */
import { type Column, columnsOf } from '../columns.ts'
import { asPrinted, exactly, fractionOf, printable } from '../interval.ts'
import type { BlockContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { sayNumber } from '../words.ts'

type Bounded = { value: number | undefined; place: string; decimals: number; max: number | undefined; maxPlace: string }

export const withinBounds: Rule = {
  name: 'within-bounds',
  examine: ({ blocks }) =>
    blocks.flatMap((block) => [
      ...columnsOf(block).flatMap(boundsOfColumn).flatMap(judge),
      ...boundsOfMaxima(block).flatMap(judge),
      ...boundsOfUnits(block).flatMap(judge),
    ]),
}

function boundsOfColumn({ path, max, means, highest, lowest, meanDecimals, extremeDecimals }: Column): Bounded[] {
  if (!max) return []
  const limit = { max: max.value, maxPlace: max.place }
  return [
    ...means.map(({ value, place }) => ({ value, place, decimals: meanDecimals, ...limit })),
    { value: highest?.points, place: `${path}.highest.points`, decimals: extremeDecimals, ...limit },
    { value: lowest?.points, place: `${path}.lowest.points`, decimals: extremeDecimals, ...limit },
  ]
}

/** Maxima are no rounded figures: a maximum has all the decimals it is printed with. */
function boundsOfMaxima({ path, figures, scale }: BlockContext): Bounded[] {
  const decimals = 6
  return [
    { value: figures.survey?.max, place: `${path}.survey.max`, decimals, max: scale?.survey, maxPlace: 'scale.survey' },
    ...(figures.domains ?? []).map(({ code, max }) => ({
      value: max,
      place: `${path}.domains[${code}].max`,
      decimals,
      max: scale?.total,
      maxPlace: 'scale.total',
    })),
  ]
}

function boundsOfUnits({ path, figures, scale, decimals }: BlockContext): Bounded[] {
  const maxima = new Map((figures.domains ?? []).map(({ code, max }) => [String(code), max]))
  return (figures.units ?? []).flatMap((unit) => {
    const at = `${path}.units[${unit.code}]`
    const { points, appraised, survey, domains = {} } = unit
    return [
      {
        value: points,
        place: `${at}.points`,
        decimals: decimals.unitPoints,
        max: scale?.total,
        maxPlace: 'scale.total',
      },
      {
        value: appraised,
        place: `${at}.appraised`,
        decimals: decimals.unitPart,
        max: scale?.appraisal,
        maxPlace: 'scale.appraisal',
      },
      {
        value: survey,
        place: `${at}.survey`,
        decimals: decimals.unitPart,
        max: scale?.survey,
        maxPlace: 'scale.survey',
      },
      ...Object.entries(domains).map(([code, value]) => ({
        value,
        place: `${at}.domains[${code}]`,
        decimals: decimals.unitDomain,
        max: maxima.get(code),
        maxPlace: `${path}.domains[${code}].max`,
      })),
    ]
  })
}

function judge({ value, place, decimals, max, maxPlace }: Bounded): Remark[] {
  if (value === undefined || max === undefined || asPrinted(value, decimals).low.lte(fractionOf(max))) return []
  return [
    {
      place,
      against: [maxPlace],
      printed: value,
      possible: { from: 0, to: printable(exactly(max), decimals).to },
      message: `${sayNumber(value)} cao hơn mức tối đa ${sayNumber(max)}.`,
    },
  ]
}
