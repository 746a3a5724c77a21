/** The index as a file, in the moment's version; a spreadsheet holds the criteria and what they were made of too. */

import { writeCsv } from '../../sheets/write-csv.ts'
import { writeXlsx } from '../../sheets/write-xlsx.ts'
import type { IndexDocument } from '../compute/schemas.ts'
import { criteriaTables, originTable, resultTable } from './index-table.ts'

/** Text or bytes, part by part. */
export function exportIndex(index: IndexDocument, format: 'csv' | 'xlsx'): AsyncIterable<string | Buffer> {
  if (format === 'csv') return writeCsv(resultTable(index))
  return writeXlsx([resultTable(index), ...criteriaTables(index), originTable(index)])
}
