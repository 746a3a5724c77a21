/** Every version of a field: who wrote what and when, and the way to take one up again. */

import { Button, Modal } from '@mantine/core'
import { formatMoment } from '../../../shared/format-vi.ts'
import type { ReportField } from '../../../shared/report-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PageLoading } from '../../shared/page-loading.tsx'
import { t } from '../../words/t.ts'
import classes from './field-box.module.css'
import { draftOf, linesOf } from './field-text.ts'
import { Lines } from './lines.tsx'
import { useFieldVersions } from './report-query.ts'

type FieldVersionsProps = {
  code: string
  field: ReportField
  onClose: () => void
  onReuse?: ((saved: string) => void) | undefined
}

export function FieldVersionsDialog({
  code,
  field: { field, title, version: current },
  onClose,
  onReuse,
}: FieldVersionsProps) {
  const { data, error, isLoading } = useFieldVersions(code, field)
  return (
    <Modal opened onClose={onClose} title={t`Các bản của “${title}”`} size="lg">
      <ErrorNote error={error} />
      {isLoading && <PageLoading />}
      {data?.versions.map(({ version, text, by, at }) => (
        <details key={version} className={classes.version} open={version === current}>
          <summary>
            {t`Bản ${version}`}
            {version === current && t` (đang dùng)`}{' '}
            <small>
              {by}, {formatMoment(at)}
            </small>
          </summary>
          <div className={classes.versionText}>
            {text === '' ? (
              <p className={classes.hint}>{t`(để trống)`}</p>
            ) : (
              <Lines lines={linesOf(field, draftOf(field, text))} />
            )}
          </div>
          {onReuse && version !== current && (
            <Button size="xs" variant="default" onClick={() => onReuse(text)}>
              {t`Đưa bản ${version} vào ô sửa`}
            </Button>
          )}
        </details>
      ))}
    </Modal>
  )
}
