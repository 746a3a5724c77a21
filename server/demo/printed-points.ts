/**
 * What the province printed of the 2024 survey of officials (points of 20): per block the mean, the highest and the
 * lowest unit, and how many units lie below the mean. The demonstration's opinions are drawn to come out there.
 */
export type PrintedBlock = {
  block: string
  mean: number
  highest: { unit: string; points: number }
  lowest: { unit: string; points: number }
  belowMean: number
}

export const PRINTED_POINTS: PrintedBlock[] = [
  {
    block: 'so',
    mean: 17.75,
    highest: { unit: 'SGTVT', points: 18.64 },
    lowest: { unit: 'SLDTBXH', points: 17.01 },
    belowMean: 6,
  },
  {
    block: 'huyen',
    mean: 16.93,
    highest: { unit: 'TPSL', points: 17.64 },
    lowest: { unit: 'TC', points: 16.71 },
    belowMean: 5,
  },
]

/**
 * Points for every unit of a block: the two extremes as printed, as many below the mean as printed, the others spread a
 * little, and all of them together with the printed mean. `units` in the order of the published ranking.
 */
export function unitTargets(printed: PrintedBlock, units: string[]): Map<string, number> {
  const { mean, highest, lowest, belowMean } = printed
  const others = units.filter((unit) => unit !== highest.unit && unit !== lowest.unit)
  const above = others.slice(0, others.length - (belowMean - 1))
  const below = others.slice(above.length)
  // Those below the mean lie evenly between it and the lowest, nearer to the lowest so that the rest can stay above.
  const lows = below.map((_, index) => lowest.points + (mean - lowest.points) * (0.15 + (0.35 * index) / below.length))
  const rest = mean * units.length - highest.points - lowest.points - lows.reduce((sum, points) => sum + points, 0)
  const centre = rest / above.length
  const room = Math.min(centre - mean, (highest.points - centre) / 2) * 0.8
  const highs = above.map((_, index) => centre + room * (1 - (2 * index) / Math.max(1, above.length - 1)))
  return new Map([
    [highest.unit, highest.points],
    [lowest.unit, lowest.points],
    ...above.map((unit, index) => [unit, highs[index]!] as const),
    ...below.map((unit, index) => [unit, lows[below.length - 1 - index]!] as const),
  ])
}
