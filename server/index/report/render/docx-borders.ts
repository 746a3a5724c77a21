/** Borders of tables: none around what only stands side by side, thin ones in a Biểu. */
import { BorderStyle, type ITableBordersOptions } from 'docx'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const all = (border: typeof none | typeof thin): ITableBordersOptions => ({
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
})

export const NO_BORDERS = all(none)
export const THIN_BORDERS = all(thin)
