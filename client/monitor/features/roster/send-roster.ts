/**
 * Sends a roster's file with what was matched and mended by hand, and hears how far it is: first how much of it has left this
 * computer, then, line by line of the answer, what the server is doing. (fetch tells nothing of the first.)
 */
import { ApiError, networkLost, refusalOf } from '../../../shared/call-api.ts'
import type { ColumnChoice, Correction, ImportProgress, RosterReport } from '../../../shared/roster-types.ts'
import { campaignPath } from '../../shared/campaign-queries.ts'
import { withSession } from '../../shared/request.ts'

export type Sending = ImportProgress | { phase: 'uploading'; done: number; total: number }
type RosterSent = {
  file: File
  choice: ColumnChoice
  corrections: Correction[]
  dryRun: boolean
  partial?: boolean
  removeMissing?: boolean
}
type Line = {
  progress?: ImportProgress
  report?: RosterReport
  error?: { status: number; code: string; message: string; details?: unknown }
}

/** Throws ApiError. A call that was cut off can be sent again: the same file twice changes nothing. */
export function sendRoster(
  code: string,
  { file, choice, corrections, dryRun, partial, removeMissing }: RosterSent,
  onProgress: (sending: Sending) => void,
  signal?: AbortSignal,
): Promise<RosterReport> {
  const query = new URLSearchParams({
    dryRun: String(dryRun),
    ...(partial ? { partial: 'true' } : {}),
    ...(removeMissing ? { removeMissing: 'true' } : {}),
  })
  const form = () => {
    const filled = new FormData()
    filled.append('columns', JSON.stringify(choice))
    filled.append('corrections', JSON.stringify(corrections))
    filled.append('file', file)
    return filled
  }
  return withSession((csrfToken) => post(campaignPath(code, `/roster?${query}`), form(), csrfToken, onProgress, signal))
}

function post(
  path: string,
  form: FormData,
  csrfToken: string | undefined,
  onProgress: (sending: Sending) => void,
  signal?: AbortSignal,
): Promise<RosterReport> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    const lines = lineReader((line) => line.progress && onProgress(line.progress))
    xhr.open('POST', path)
    xhr.setRequestHeader('accept', 'application/x-ndjson, application/json')
    if (csrfToken) xhr.setRequestHeader('x-csrf-token', csrfToken)
    xhr.upload.onprogress = ({ loaded, total }) => onProgress({ phase: 'uploading', done: loaded, total })
    xhr.onprogress = () => void lines(xhr.responseText)
    xhr.onerror = () => reject(networkLost())
    xhr.onabort = () => reject(new DOMException('', 'AbortError'))
    xhr.onload = () => {
      if (xhr.status !== 200) return reject(refusalOf(xhr.status, readJson(xhr.responseText)))
      const last = lines(xhr.responseText)
      if (last?.report) resolve(last.report)
      else if (last?.error)
        reject(new ApiError(last.error.status, last.error.code, last.error.message, last.error.details))
      // Cut off in the middle: the last line never came.
      else reject(networkLost())
    }
    signal?.addEventListener('abort', () => xhr.abort())
    xhr.send(form)
  })
}

/** Reads the whole lines of a text that grows; gives the last one. */
function lineReader(onLine: (line: Line) => void): (text: string) => Line | undefined {
  let read = 0
  let last: Line | undefined
  return (text) => {
    for (let end = text.indexOf('\n', read); end >= 0; end = text.indexOf('\n', read)) {
      last = readJson(text.slice(read, end)) as Line | undefined
      read = end + 1
      if (last) onLine(last)
    }
    return last
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
