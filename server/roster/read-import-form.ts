/** The fields that may come with a roster's file. */
import { z } from 'zod'
import { errors } from '../errors.ts'
import type { ReadOptions } from './read-roster.ts'
import { ColumnChoice, Corrections } from './schemas.ts'

/** Ten thousand mended cells of forty letters. */
export const FIELD_BYTES = 2_000_000

/** Throws invalid-request with the field that is not as it should be. */
export function readImportForm(fields: Record<string, string>): ReadOptions {
  const choice = readField('columns', ColumnChoice, fields.columns)
  const kinds = Object.values(choice?.columns ?? {}).filter((kind) => kind !== null)
  if (new Set(kinds).size < kinds.length) {
    throw errors.invalidRequest([{ path: 'columns', problem: 'Một nội dung chỉ lấy từ một cột.' }])
  }
  return { choice, corrections: readField('corrections', Corrections, fields.corrections) }
}

function readField<Shape extends z.ZodType>(path: string, shape: Shape, text?: string): z.infer<Shape> | undefined {
  if (text === undefined || text === '') return undefined
  const read = shape.safeParse(parse(text))
  if (read.success) return read.data
  throw errors.invalidRequest([{ path, problem: z.prettifyError(read.error).slice(0, 500) }])
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
