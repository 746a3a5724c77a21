/**
 * The rows of a Biểu số, written as WordprocessingML and not with the library's objects: 75 units and 150 criteria are
 * 25,000 cells, for which the library took 3 s and 1 GB, and this takes a tenth. The library's table holds one marked row in
 * their place, which settle-docx.ts has replaced; no cleaned text can hold the mark (markup-text.ts). ECMA-376 part 1, 17.4.
 */
import { Paragraph, TableCell, TableRow, TextRun } from 'docx'
import type { ReportRow, ReportTable } from '../schemas.ts'
import { type Anchors, rowAnchor } from './anchors.ts'
import { CELL_SPACING, SIZE } from './docx-styles.ts'
import { escapeMarkup } from './markup-text.ts'
import { isFigure } from './measure-columns.ts'
import type { PaperColumn, PaperPart } from './paper-columns.ts'
import { findStrongRows } from './strong-rows.ts'

const MARK = '\uffff'
/** A table's last rows, which go to the next page together: a mean and the units before it, never a row or two. */
const TOGETHER = 4

export type TableRows = {
  /** The row that stands for the table's in the library's document. */
  add: (table: ReportTable, part: PaperPart, padding: number, anchors: Anchors) => TableRow
  settle: (xml: string) => string
}

export function collectRows(): TableRows {
  const texts: string[] = []
  return {
    add(table, part, padding, anchors) {
      texts.push(writeRows(table, part, padding, anchors))
      const run = new TextRun(`${MARK}${texts.length - 1}${MARK}`)
      return new TableRow({ children: [new TableCell({ children: [new Paragraph({ children: [run] })] })] })
    },
    settle: (xml) => texts.reduce((all, text, at) => replaceRow(all, `${MARK}${at}${MARK}`, text), xml),
  }
}

function replaceRow(xml: string, mark: string, text: string): string {
  const at = xml.indexOf(mark)
  if (at < 0) throw new Error('a table of the report has lost its rows')
  const end = '</w:tr>'
  return xml.slice(0, xml.lastIndexOf('<w:tr>', at)) + text + xml.slice(xml.indexOf(end, at) + end.length)
}

function writeRows(table: ReportTable, part: PaperPart, padding: number, anchors: Anchors): string {
  const isStrong = findStrongRows(table)
  return table.rows
    .map((row, at) => {
      const anchor = rowAnchor(table, at)
      const left = table.rows.length - at
      const spacing = padding === CELL_SPACING ? '' : `<w:spacing w:before="${padding}" w:after="${padding}"/>`
      return writeRow(row, part, {
        strong: isStrong(row),
        anchor: part.part === 1 && anchors.marked.has(anchor) ? anchor : null,
        placed: `${left > 1 && left <= TOGETHER ? '<w:keepNext/>' : ''}${spacing}`,
      })
    })
    .join('')
}

/**
 * `anchor`: the bookmark that a figure of the text leads to; it stands in the row's first cell of the first part. `placed`:
 * properties that each paragraph of the row has.
 */
type Looks = { strong: boolean; anchor: string | null; placed: string }

function writeRow(row: ReportRow, { columns, size }: PaperPart, { strong, anchor, placed }: Looks): string {
  const bold = strong ? '<w:b/><w:bCs/>' : ''
  const italic = row.kind === 'note' ? '<w:i/><w:iCs/>' : ''
  // The style's own size is not said again.
  const type = size === SIZE.table / 2 ? '' : `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`
  const looks = bold || italic || type ? `<w:rPr>${bold}${italic}${type}</w:rPr>` : ''
  const cells = columns.map((column, at) => {
    const text = row.cells[column.key]?.text ?? ''
    const run = text === '' ? '' : `<w:r>${looks}<w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`
    return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${column.twips}"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>${placing(column, text, placed)}</w:pPr>${at === 0 && anchor ? marked(anchor, run) : run}</w:p></w:tc>`
  })
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
}

/** Bookmarks are numbered afterwards, by what stands in their ids. */
const marked = (name: string, run: string): string =>
  `<w:bookmarkStart w:name="${name}" w:id="${name}"/>${run}<w:bookmarkEnd w:id="${name}"/>`

/** Words and counts in the middle, texts to the left, points with their decimals under each other. */
function placing({ kind, centred, indent }: PaperColumn, text: string, placed: string): string {
  if (kind === 'text' && !centred) return `<w:pStyle w:val="Cell"/>${placed}`
  if (centred || !isFigure(text)) return `<w:pStyle w:val="CellCentred"/>${placed}`
  return `<w:pStyle w:val="CellRight"/>${placed}${indent > 0 ? `<w:ind w:right="${indent}"/>` : ''}`
}
