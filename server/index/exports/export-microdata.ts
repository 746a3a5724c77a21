/** Anonymised microdata and their codebook as files, after the final result; each export leaves a line in the audit log. */
import { createHash } from 'node:crypto'
import type { Deps } from '../../deps.ts'
import { writeCsv } from '../../sheets/write-csv.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import type { MicrodataRow } from './anonymise-microdata.ts'
import { buildVariables, NOTES } from './build-codebook.ts'
import type { Codebook } from './codebook-schemas.ts'
import { microdataTable } from './microdata-table.ts'
import { findMicrodata, type Microdata, readMicrodata } from './read-microdata.ts'
import { writeSpss } from './write-spss.ts'

type ExportDeps = Pick<Deps, 'db' | 'answerDb'>
/** `actor`: an account's e-mail address, or "program <id>". */
type Asked = { code: string; actor: string }

/** CSV with variables' names as its heading and the codebook's codes. Throws campaign-unknown (404), campaign-not-final (409). */
export async function exportMicrodata(deps: ExportDeps, { code, actor }: Asked): Promise<AsyncIterable<string>> {
  const microdata = await findMicrodata(deps, code)
  await recordAudit(deps.db, { actor, action: 'microdata.export', campaign: code, details: { file: 'microdata.csv' } })
  return writeCsv(microdataTable(microdata.campaign.definition, readMicrodata(deps, microdata)))
}

/** Throws as exportMicrodata. */
export async function exportCodebook(deps: ExportDeps, { code, actor }: Asked): Promise<Codebook> {
  const microdata = await findMicrodata(deps, code)
  await recordAudit(deps.db, { actor, action: 'microdata.export', campaign: code, details: { file: 'codebook' } })
  return readCodebook(deps, microdata)
}

/** The codebook as syntax for SPSS and PSPP, which reads `microdataName(code)` beside it. */
export async function exportSpss(deps: ExportDeps, asked: Asked): Promise<string> {
  return writeSpss(await exportCodebook(deps, asked), microdataName(asked.code))
}

/** The name under which the data are downloaded. */
export const microdataName = (code: string): string => `${code}-microdata.csv`

/** Writes the data once to nowhere: their cells and their digest are part of the codebook. */
async function readCodebook(deps: ExportDeps, microdata: Microdata): Promise<Codebook> {
  const { code, definition, minimumCell } = microdata.campaign
  const cells = new Map<string, Codebook['cells'][number] & { groups: string[] }>()
  async function* counted(): AsyncGenerator<MicrodataRow[]> {
    for await (const part of readMicrodata(deps, microdata)) {
      for (const row of part) addToCell(cells, row)
      yield part
    }
  }
  const hash = createHash('sha256')
  for await (const text of writeCsv(microdataTable(definition, counted()))) hash.update(text)
  const found = [...cells.values()]
  return {
    ...{ campaign: code, title: definition.title, year: definition.year, minimumCell },
    scoresDigest: microdata.scoresDigest,
    rows: found.reduce((sum, { rows }) => sum + rows, 0),
    dataDigest: hash.digest('base64url'),
    variables: buildVariables(definition, found),
    cells: found.map(({ groups: _, ...cell }) => cell),
    notes: NOTES,
  }
}

function addToCell(
  cells: Map<string, Codebook['cells'][number] & { groups: string[] }>,
  { block, unit, groups }: MicrodataRow,
): void {
  const group = groups.join('+')
  const key = `${block} ${unit} ${group}`
  const cell = cells.get(key)
  if (cell) cell.rows += 1
  else cells.set(key, { block, unit, group, rows: 1, groups })
}
