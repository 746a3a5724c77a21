/**
 * Drop-downs of a workbook's first sheet (ECMA-376 part 1, 18.3.1.33), which write-excel-file 4.1 does not draw itself. They
 * inform and do not forbid.
 */
import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility'
import { columnLetters } from './column-letters.ts'

export type DropDown = {
  /** From 0. */
  column: number
  /** The range of the choices ("'Danh mục'!$A$2:$A$9"), or the one choice in double quotes. */
  list: string
  /** What a value outside the list is met with; `information` is the milder. */
  style: 'information' | 'warning'
  title?: string
  message: string
}

const SHEET_FILE = 'xl/worksheets/sheet{id}.xml'

/** `first` and `last`: the rows that offer them, as the spreadsheet numbers rows. */
export function dropDowns(
  list: DropDown[],
  { first, last }: { first: number; last: number },
): Feature<Stream | Buffer | Blob> {
  const rules = list.map(({ column, list: choices, style, title, message }) => {
    const range = `${columnLetters(column)}${first}:${columnLetters(column)}${last}`
    const words = `${title === undefined ? '' : ` errorTitle="${sanitizeAttributeValue(title)}"`} error="${sanitizeAttributeValue(message)}"`
    return `<dataValidation type="list" errorStyle="${style}" allowBlank="1" showErrorMessage="1"${words} sqref="${range}"><formula1>${sanitizeTextContent(choices)}</formula1></dataValidation>`
  })
  const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
  const order = getOrderOfSiblings(SHEET_FILE, 'worksheet') ?? []
  return {
    files: {
      transform: {
        [SHEET_FILE]: {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0 ? insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet') : xml,
        },
      },
    },
  }
}
