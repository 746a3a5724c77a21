/**
 * Makes the docx library's output depend on the report only: it stamps the clock on the document and on every part of the
 * zip, and numbers bookmarks through the whole process. Holds for docx 9; a test compares two processes on two days.
 */
import { strFromU8, unzipSync } from 'fflate'
import type { TableRows } from './docx-rows.ts'
import type { Tooltips } from './docx-tooltips.ts'
import { packOfficeFile } from './pack-office-file.ts'

/** `on`: the day the document bears as created, "2025-01-15". */
export function settleDocx(docx: Uint8Array, on: string, tooltips: Tooltips, rows: TableRows): Buffer {
  const parts = Object.entries(unzipSync(docx)).map(([path, bytes]): [string, string | Uint8Array] => {
    if (!/\.(xml|rels)$/.test(path)) return [path, bytes]
    const xml = strFromU8(bytes)
    if (path === 'docProps/core.xml') return [path, settleDates(xml, on)]
    if (path === 'word/document.xml') return [path, flattenBreaks(numberBookmarks(rows.settle(tooltips.settle(xml))))]
    return [path, xml]
  })
  return packOfficeFile(new Map(parts))
}

const settleDates = (xml: string, on: string): string =>
  xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${on}T00:00:00Z`)

/** The empty paragraph that ends a section after a table is as low as can be: a full one after a full page makes an empty page. */
const flattenBreaks = (xml: string): string =>
  xml.replaceAll(
    '<w:p><w:pPr><w:sectPr',
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:sectPr',
  )

/** From 1 in reading order. */
function numberBookmarks(xml: string): string {
  const numbers = new Map<string, number>()
  return xml.replace(/<w:bookmark(?:Start|End) [^>]*>/g, (tag) =>
    tag.replace(/w:id="([^"]*)"/, (_, id: string) => {
      if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
      return `w:id="${numbers.get(id)}"`
    }),
  )
}
