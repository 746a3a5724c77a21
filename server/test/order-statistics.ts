/** Whether one order tells another: a million to one, so that only a fault turns a test red. */

/** Spearman's rank correlation of positions with the order of answering. */
export function correlation(ranks: number[]): number {
  const n = ranks.length
  const sorted = [...ranks].sort((a, b) => a - b)
  const rankOf = new Map(sorted.map((value, at) => [value, at]))
  const squares = ranks.reduce((sum, value, at) => sum + (rankOf.get(value)! - at) ** 2, 0)
  return 1 - (6 * squares) / (n * (n * n - 1))
}

/** A correlation of `n` places that chance alone does not reach. */
export const unlikely = (n: number) => 4.9 / Math.sqrt(n - 1)

/** Pearson's correlation coefficient. */
export function pearson(xs: number[], ys: number[]): number {
  const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
  const [mx, my] = [mean(xs), mean(ys)]
  const product = xs.reduce((sum, x, at) => sum + (x - mx) * (ys[at]! - my), 0)
  const square = (list: number[], m: number) => list.reduce((sum, value) => sum + (value - m) ** 2, 0)
  return product / Math.sqrt(square(xs, mx) * square(ys, my))
}
