/** One uploaded file with its form's fields, in whatever order the browser sends them. */
import type { MultipartFile, MultipartValue } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { errors } from '../errors.ts'
import { LIMITS, type SpreadsheetFile } from '../sheets/sheet.ts'

export type Upload = { file: SpreadsheetFile; fields: Record<string, string> }

/** The file is the part named `file`. Throws file-missing, and too-large over 20 MB. */
export async function readUpload(req: FastifyRequest): Promise<Upload> {
  if (!req.isMultipart()) throw errors.fileMissing()
  const fields: Record<string, string> = {}
  let file: SpreadsheetFile | undefined
  for await (const part of req.parts({ limits: { fileSize: LIMITS.fileBytes, files: 1, fieldSize: 10_000 } })) {
    if (isFile(part)) {
      const data = await part.toBuffer()
      if (part.fieldname === 'file') file = { name: part.filename, data }
    } else if (typeof part.value === 'string') fields[part.fieldname] = part.value
  }
  if (!file) throw errors.fileMissing()
  return { file, fields }
}

const isFile = (part: MultipartFile | MultipartValue): part is MultipartFile => part.type === 'file'
