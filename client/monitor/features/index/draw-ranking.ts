/** The ranking drawn on a canvas, twice the size of a screen so that it prints well. Needs a browser. */

import { formatPoints } from '../../../shared/format-vi.ts'
import type { IndexBlock, IndexDocument, IndexUnit } from '../../../shared/index-types.ts'
import { t } from '../../words/t.ts'
import { type Axis, axisOf, placeOn } from './axis.ts'

const SCALE = 2
const [WIDTH, ROW, TOP, BOTTOM] = [1040, 34, 96, 40]
/** Where the line of points begins and ends. */
const [LEFT, RIGHT] = [380, 900]
const INK = { text: '#11211f', soft: '#546764', accent: '#0f6b66', line: '#dce6e3', paper: '#ffffff' }
const BAND_SHADES = ['rgb(15 107 102 / 20%)', 'rgb(15 107 102 / 11%)', 'rgb(15 107 102 / 5%)', 'rgb(17 33 31 / 4%)']

export function drawRanking(index: IndexDocument, block: IndexBlock, rows: IndexUnit[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const height = TOP + rows.length * ROW + BOTTOM
  canvas.width = WIDTH * SCALE
  canvas.height = height * SCALE
  const pen = canvas.getContext('2d')!
  pen.scale(SCALE, SCALE)
  pen.fillStyle = INK.paper
  pen.fillRect(0, 0, WIDTH, height)
  const axis = axisOf(block.units, index.rules)
  const write = writerOf(pen)
  write(t`Chỉ số năm ${index.year}: ${block.name}`, 24, 36, { size: 20, weight: 600 })
  const state = index.status === 'final' ? t`đã chốt` : t`tạm tính; đường kẻ: khoảng điểm còn có thể`
  write(`${index.organizer} · ${state}`, 24, 60, { size: 13, colour: INK.soft })
  drawAxis(pen, write, axis, rows.length)
  rows.forEach((unit, at) => {
    drawRow(pen, write, axis, unit, TOP + at * ROW + ROW / 2)
  })
  return canvas
}

type Look = { size?: number; weight?: number; colour?: string; align?: CanvasTextAlign; width?: number }
type Write = (text: string, x: number, y: number, look?: Look) => void

const writerOf =
  (pen: CanvasRenderingContext2D): Write =>
  (text, x, y, { size = 14, weight = 400, colour = INK.text, align = 'left', width } = {}) => {
    pen.font = `${weight} ${size}px "Be Vietnam Pro", system-ui, sans-serif`
    pen.fillStyle = colour
    pen.textAlign = align
    pen.textBaseline = 'middle'
    pen.fillText(text, x, y, width)
  }

const xOf = (axis: Axis, points: number): number => LEFT + placeOn(axis, points) * (RIGHT - LEFT)

function drawAxis(pen: CanvasRenderingContext2D, write: Write, axis: Axis, rows: number): void {
  for (const { code, from, to, level } of axis.bands) {
    const [x, end] = [xOf(axis, from), xOf(axis, to)]
    pen.fillStyle = BAND_SHADES[Math.min(level, BAND_SHADES.length - 1)]!
    pen.fillRect(x, TOP, end - x, rows * ROW)
    write(code, (x + end) / 2, TOP - 14, { weight: 600, align: 'center' })
  }
  for (const tick of axis.ticks)
    write(String(tick), xOf(axis, tick), TOP + rows * ROW + 16, { size: 12, colour: INK.soft, align: 'center' })
}

function drawRow(pen: CanvasRenderingContext2D, write: Write, axis: Axis, unit: IndexUnit, y: number): void {
  const { rank, name, points, ranges, class: code } = unit
  write(rank === null ? '–' : String(rank), 52, y, { weight: 600, align: 'right' })
  write(name, 68, y, { width: LEFT - 84 })
  pen.strokeStyle = INK.line
  pen.lineWidth = 1
  line(pen, 24, y + ROW / 2, WIDTH - 24)
  if (ranges.total.high > ranges.total.low) {
    pen.strokeStyle = 'rgb(15 107 102 / 55%)'
    pen.lineWidth = 5
    pen.lineCap = 'round'
    line(pen, xOf(axis, ranges.total.low), y, xOf(axis, ranges.total.high))
  }
  if (points === null) return
  pen.beginPath()
  pen.arc(xOf(axis, points), y, 6, 0, 2 * Math.PI)
  pen.fillStyle = rank === null ? INK.paper : INK.accent
  pen.strokeStyle = rank === null ? INK.accent : INK.paper
  pen.lineWidth = 2
  pen.fill()
  pen.stroke()
  // A sum of what is there so far is no total yet.
  const look: Look = rank === null ? { size: 12, colour: INK.soft } : { weight: 600 }
  write(formatPoints(points), 972, y, { ...look, align: 'right' })
  write(code ?? '', 1008, y, { align: 'right' })
}

function line(pen: CanvasRenderingContext2D, from: number, y: number, to: number): void {
  pen.beginPath()
  pen.moveTo(from, y)
  pen.lineTo(to, y)
  pen.stroke()
}
