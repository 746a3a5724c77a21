/** Up and down, in words; a change of nothing has words of its own at each place, and does not come here. Pure. */

export const direction = (change: number): 'tăng' | 'giảm' => (change > 0 ? 'tăng' : 'giảm')

/** Of the distance between highest and lowest. */
export const gapDirection = (change: number): 'nới rộng' | 'rút ngắn' => (change > 0 ? 'nới rộng' : 'rút ngắn')
