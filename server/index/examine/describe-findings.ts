/** Findings for a person to read: as text on a terminal, and as a table in Markdown. */
import { sayPlace } from './say-place.ts'
import type { Finding, PublishedFigures } from './schemas.ts'
import { sayPossible, sayPrinted } from './words.ts'

/** `figures`: those examined, for the names of blocks and units. */
export function describeFindings(findings: Finding[], figures: PublishedFigures): string {
  if (findings.length === 0) return 'Không thấy số liệu nào mâu thuẫn.\n'
  const entries = findings.map(({ rule, place, against, printed, possible, message }, position) =>
    [
      `${position + 1}. ${message}`,
      `   ${sayPlace(place, figures)} (${place}) [${rule}]`,
      `   in ra:   ${sayPrinted(printed)}`,
      `   có thể:  ${sayPossible(possible)}`,
      ...(against.length > 0 ? [`   đối với: ${against.join(', ')}`] : []),
    ].join('\n'),
  )
  return `${entries.join('\n\n')}\n\n${findings.length} chỗ không thể đúng.\n`
}

/** Rows of a table with the columns rule, place, printed, possible and what it contradicts. */
export function tabulateFindings(findings: Finding[]): string {
  const rows = findings.map(({ rule, place, against, printed, possible, message }, position) =>
    [
      String(position + 1),
      `\`${rule}\``,
      code(place),
      sayPrinted(printed),
      sayPossible(possible),
      against.map(code).join(' '),
      message,
    ]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  )
  const head = ['#', 'rule', 'place', 'printed', 'possible', 'against', 'finding'].join(' | ')
  return [`| ${head} |`, '|---|---|---|---|---|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n')
}

function code(place: string): string {
  return `\`${place}\``
}
