/** A QR code as inline SVG: one path, no style, so that no content security policy stands against it. Pure. */
import { encode } from 'uqr'
import type { Html } from '../../markup/escape-html.ts'

/** Modules of white around the code; scanners need four (ISO/IEC 18004). */
const QUIET = 4

/**
 * Level M: a fold or a stain over 15 % of the code does no harm, and the modules stay large. One mask for all: trying
 * which of the eight reads best takes ten times as long, for links that are random anyway.
 */
export const qrMatrix = (text: string): boolean[][] => encode(text, { ecc: 'M', border: 0, maskPattern: 2 }).data

export function qrSvg(text: string): Html {
  const rows = qrMatrix(text)
  const side = rows.length + 2 * QUIET
  const path = rows.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x + QUIET} ${y + QUIET}h${length}v1h-${length}z`),
  )
  return {
    html: `<svg viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img" aria-label="Mã QR"><path d="${path.join('')}"/></svg>`,
  }
}

/** Start and length of each stretch of black. */
function runsOf(row: boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((black, x) => {
    const last = runs.at(-1)
    if (!black) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
