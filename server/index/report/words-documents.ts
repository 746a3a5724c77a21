/** How a document is called by its number: Decree 30/2020/NĐ-CP, appendix III, names the kinds and their abbreviations. Pure. */

const KINDS: Record<string, string> = {
  ...{ NĐ: 'Nghị định', TT: 'Thông tư', NQ: 'Nghị quyết', QĐ: 'Quyết định', CT: 'Chỉ thị', QC: 'Quy chế' },
  ...{ QyĐ: 'Quy định', TC: 'Thông cáo', TB: 'Thông báo', HD: 'Hướng dẫn', CTr: 'Chương trình', KH: 'Kế hoạch' },
  ...{ PA: 'Phương án', ĐA: 'Đề án', DA: 'Dự án', BC: 'Báo cáo', BB: 'Biên bản', TTr: 'Tờ trình', HĐ: 'Hợp đồng' },
  ...{ CĐ: 'Công điện', GM: 'Giấy mời' },
}
/** "880/QĐ-UBND", "30/2020/NĐ-CP"; what stands before the hyphen is the kind or, of a letter, the body that writes. */
const NUMBER = /^\d+[a-zđ]?\/(\d{4}\/)?(\p{L}+)-[\p{L}\d.-]+$/u

/** "Quyết định số 880/QĐ-UBND"; "số …" where `what` says the kind already; other ways of writing stand as they are. */
export function nameDocument(what: string, number: string): string {
  const [, year, before] = NUMBER.exec(number) ?? []
  if (before === undefined) return number
  const kind = Object.hasOwn(KINDS, before) ? KINDS[before]! : year === undefined ? 'Công văn' : undefined
  if (kind === undefined) return number
  const said = what.toLowerCase().startsWith(kind.toLowerCase())
  return said ? `số ${number}` : `${kind} số ${number}`
}
