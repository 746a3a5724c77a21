/** Công bố: what the public sees, what it will see, and every page that it saw before. */

import { Link, useParams } from '@tanstack/react-router'
import { ErrorNote } from '../../shared/error-note.tsx'
import { useMayChange } from '../../shared/may-change.ts'
import page from '../../shared/page.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import { PublicState } from './public-state.tsx'
import { usePublications } from './publication-query.ts'
import { PublicationVersions } from './publication-versions.tsx'
import { PublishPanel } from './publish-panel.tsx'

export function PublicationPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const mayChange = useMayChange()
  const { data, error, isLoading, refetch } = usePublications(code)
  return (
    <div className={page.stack}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {isLoading && <PageLoading />}
      {data && !data.frozen && (
        <Panel label={t`Chưa công bố được`}>
          <p>
            {t`Chỉ công bố được Chỉ số đã chốt, để những gì người dân đọc không bao giờ khác với bản lưu. `}
            <Link to="/campaigns/$code/results/index" params={{ code }}>
              {t`Xem Chỉ số còn chờ gì`}
            </Link>
          </p>
        </Panel>
      )}
      {data?.frozen && (
        <>
          <PublicState code={code} publications={data} mayChange={mayChange} />
          <PublishPanel key={data.versions[0]?.version ?? 0} code={code} publications={data} mayChange={mayChange} />
          {data.versions.length > 0 && <PublicationVersions versions={data.versions} />}
        </>
      )}
    </div>
  )
}
