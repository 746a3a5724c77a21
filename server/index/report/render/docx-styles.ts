/** Typefaces, sizes and spacing of an administrative document. Decree 30/2020/NĐ-CP, appendix I, parts I and II. */
import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'

export const FONT = 'Times New Roman'

/** Half points, as Word counts sizes. */
export const SIZE = { body: 28, motto: 26, national: 24, recipients: 22, recipientsTitle: 24, table: 20 } as const

/** Above and below the text of a table's cell, in twips. */
export const CELL_SPACING = 20

/** Twentieths of a point in a millimetre. */
export const mm = (millimetres: number): number => Math.round(millimetres * 56.6929)

/** A4; margins 20 above and below, 30 left, 15 right; the page's number stands in the upper one. */
export const MARGINS = {
  top: mm(20),
  bottom: mm(20),
  left: mm(30),
  right: mm(15),
  header: mm(9),
  footer: mm(9),
  gutter: 0,
}
export const PORTRAIT_WIDTH = mm(210) - MARGINS.left - MARGINS.right
export const LANDSCAPE_WIDTH = mm(297) - MARGINS.left - MARGINS.right
export const LANDSCAPE_HEIGHT = mm(210) - MARGINS.top - MARGINS.bottom

const black = { font: FONT, color: '000000' }
const heading = (bold: boolean, italics = false) => ({
  run: { ...black, size: SIZE.body, bold, italics },
  paragraph: { keepNext: true, keepLines: true, indent: { firstLine: mm(12.7) }, spacing: { before: 120, after: 120 } },
})

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { ...black, size: SIZE.body, language: { value: 'vi-VN', eastAsia: 'vi-VN' } } },
    heading1: heading(true),
    heading2: heading(true),
    heading3: heading(false),
    heading4: heading(false, true),
  },
  paragraphStyles: [
    {
      id: 'Body',
      name: 'Nội dung',
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: mm(12.7) },
        spacing: { before: 60, after: 120, line: 276, lineRule: LineRuleType.AUTO },
      },
    },
    { id: 'Centred', name: 'Giữa dòng', paragraph: { alignment: AlignmentType.CENTER, keepNext: true } },
    {
      id: 'Cell',
      name: 'Ô của biểu',
      run: { size: SIZE.table },
      paragraph: { spacing: { before: CELL_SPACING, after: CELL_SPACING } },
    },
    {
      id: 'CellCentred',
      name: 'Ô giữa dòng',
      basedOn: 'Cell',
      run: { size: SIZE.table },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: CELL_SPACING, after: CELL_SPACING } },
    },
    {
      id: 'CellRight',
      name: 'Ô số',
      basedOn: 'Cell',
      run: { size: SIZE.table },
      paragraph: { alignment: AlignmentType.RIGHT, spacing: { before: CELL_SPACING, after: CELL_SPACING } },
    },
    {
      id: 'Note',
      name: 'Ghi chú',
      run: { size: SIZE.recipients, italics: true },
      paragraph: { spacing: { before: 60 }, alignment: AlignmentType.JUSTIFIED },
    },
  ],
}
