/** The looks of cells, collected as they are used. ECMA-376 part 1, 18.8. */
import { MAIN, XML } from '../../../sheets/office-xml.ts'

export type Look = {
  font?: 'bold' | 'italic' | 'title'
  format?: keyof typeof FORMATS
  align?: 'left' | 'center' | 'right' | 'centerContinuous'
  bordered?: boolean
  wrapped?: boolean
  filled?: boolean
  /** Stays a text when somebody edits it, whatever it begins with. */
  quoted?: boolean
}

const FORMATS = {
  general: 0,
  whole: 1,
  points: 4, // #,##0.00
  change: 164,
  places: 165,
} as const
const FONTS = ['plain', 'bold', 'italic', 'title'] as const
const FONT = 'Times New Roman'

export type Looks = { id: (look: Look) => number; xml: () => string }

export function collectLooks(): Looks {
  const known = new Map<string, number>([[xf({}), 0]])
  return {
    id(look) {
      const text = xf(look)
      if (!known.has(text)) known.set(text, known.size)
      return known.get(text)!
    },
    xml: () => styleSheet([...known.keys()]),
  }
}

function xf({ font, format = 'general', align, bordered, wrapped, filled, quoted }: Look): string {
  const ids = `numFmtId="${FORMATS[format]}" fontId="${FONTS.indexOf(font ?? 'plain')}" fillId="${filled ? 2 : 0}" borderId="${bordered ? 1 : 0}" xfId="0"`
  const alignment = `<alignment${align ? ` horizontal="${align}"` : ''} vertical="center"${wrapped ? ' wrapText="1"' : ''}/>`
  return `<xf ${ids}${quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
}

const font = (inner: string, size = 11): string =>
  `<font>${inner}<sz val="${size}"/><name val="${FONT}"/><family val="1"/></font>`
const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`

const styleSheet = (xfs: string[]): string =>
  [
    `${XML}<styleSheet xmlns="${MAIN}">`,
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="+#,##0.00;\\-#,##0.00;0.00"/><numFmt numFmtId="165" formatCode="+0;\\-0;0"/></numFmts>',
    `<fonts count="4">${font('')}${font('<b/>')}${font('<i/>')}${font('<b/>', 13)}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6EEEE"/><bgColor indexed="64"/></patternFill></fill></fills>',
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('')
