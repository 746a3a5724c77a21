/** What every workbook that we write says of itself in the same words. Pure. ECMA-376 part 1, 18; part 2, 9 and 10. */

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
export const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** [Content_Types].xml; `parts`: path → media type. */
export const writeContentTypes = (parts: [string, string][]): string => {
  const overrides = parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`)
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

/** `type`: the relationship's full name. */
export type Relation = { id: string; type: string; target: string }

/** A part of relationships (.rels). */
export const writeRelations = (all: Relation[]): string => {
  const each = all.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}
