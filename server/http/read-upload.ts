/** One uploaded file with its form's fields, in whatever order the browser sends them. */
import type { MultipartFile, MultipartValue } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { errors } from '../errors.ts'
import { inFile, LIMITS, type SpreadsheetFile } from '../sheets/sheet.ts'

export type Upload = { file: SpreadsheetFile; fields: Record<string, string> }

/** What a field of a form holds unless its call says more. */
const FIELD_BYTES = 10_000

/** The file is the part named `file`; a field longer than `fieldBytes` is refused. Throws file-missing, file-unreadable for a form that was cut off, and too-large over 20 MB. */
export async function readUpload(req: FastifyRequest, { fieldBytes = FIELD_BYTES } = {}): Promise<Upload> {
  if (!req.isMultipart()) throw errors.fileMissing()
  const fields: Record<string, string> = {}
  let file: SpreadsheetFile | undefined
  try {
    for await (const part of req.parts({ limits: { fileSize: LIMITS.fileBytes, files: 1, fieldSize: fieldBytes } })) {
      if (isFile(part)) {
        const data = await part.toBuffer()
        if (part.fieldname === 'file') file = { name: part.filename, data }
      } else if (part.valueTruncated)
        throw errors.tooLarge([{ path: part.fieldname, problem: 'Nội dung này quá dài.' }])
      else if (typeof part.value === 'string') fields[part.fieldname] = part.value
    }
  } catch (error) {
    // The parser's own complaints about a form carry no code; refusals of Fastify and errors of the connection do.
    if (error instanceof Error && !('code' in error))
      throw errors.fileUnreadable(inFile('Tệp chưa tải lên hết. Hãy tải lại.'))
    throw error
  }
  if (!file) throw errors.fileMissing()
  return { file, fields }
}

const isFile = (part: MultipartFile | MultipartValue): part is MultipartFile => part.type === 'file'
