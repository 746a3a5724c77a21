/** A refusal, shown where its cause is. */

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ApiError } from '../../shared/call-api.ts'
import { lookUp, t } from '../words/t.ts'
import classes from './error-note.module.css'
import { WarnIcon } from './icons.tsx'

const UNEXPECTED = t`Trang này gặp trục trặc. Hãy tải lại trang rồi thử lại.`

/** The server's own message for a refusal, or the English of its code; plain words for anything else. */
export function messageOf(error: unknown): string {
  if (!(error instanceof ApiError)) return UNEXPECTED
  const why = error.details as { reason?: unknown; problem?: unknown } | undefined
  return lookUp(`error:${error.code}:${why?.reason ?? why?.problem}`) ?? lookUp(`error:${error.code}`) ?? error.message
}

/** Problems the server named one by one, as in `definition-invalid`. */
function problemsOf(error: unknown): string[] {
  if (!(error instanceof ApiError) || !Array.isArray(error.details)) return []
  return error.details.flatMap((detail: { path?: unknown; problem?: unknown }) =>
    typeof detail?.problem === 'string' ? [detail.problem] : [],
  )
}

/** Asking again changes nothing: it is not there, or not for this person. */
const isFinal = (error: unknown): boolean => error instanceof ApiError && (error.status === 403 || error.status === 404)

type ErrorNoteProps = {
  error: unknown
  onRetry?: () => void
  /** What the refusal is about and what to do, where the message alone is not enough. */
  children?: ReactNode
}

export function ErrorNote({ error, onRetry, children }: ErrorNoteProps) {
  if (!error) return null
  const problems = problemsOf(error)
  return (
    <div className={classes.note} role="alert">
      <WarnIcon />
      <div>
        <p>{messageOf(error)}</p>
        {problems.length > 0 && (
          <ul className={classes.problems}>
            {problems.slice(0, 12).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
            {problems.length > 12 && <li>{t`… và ${problems.length - 12} điểm khác`}</li>}
          </ul>
        )}
        {children}
        {onRetry && !isFinal(error) && (
          <Button variant="default" size="xs" mt={8} onClick={onRetry}>
            {t`Thử lại`}
          </Button>
        )}
      </div>
    </div>
  )
}
