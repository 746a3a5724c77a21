/** Up, down and unchanged, in words. Pure. */

/** "tăng" or "giảm"; a change of nothing has words of its own at each place. */
export function direction(change: number): 'tăng' | 'giảm' | 'không đổi' {
  if (change === 0) return 'không đổi'
  return change > 0 ? 'tăng' : 'giảm'
}

/** Of the distance between highest and lowest. */
export function gapDirection(change: number): 'nới rộng' | 'rút ngắn' | 'không đổi' {
  if (change === 0) return 'không đổi'
  return change > 0 ? 'nới rộng' : 'rút ngắn'
}
