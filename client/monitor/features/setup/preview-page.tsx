/** Every questionnaire as a phone shows it, and by SurveyJS's own renderer. */
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ErrorNote } from '../../shared/error-note.tsx'
import page from '../../shared/page.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { request } from '../../shared/request.ts'
import { t } from '../../words/t.ts'
import classes from './setup.module.css'
import { previewPath } from './state/setup-calls.ts'
import { useSetup } from './state/setup-context.ts'

/** Large, and needed by nobody else. */
const SurveyPreview = lazy(async () => ({ default: (await import('./preview/survey-preview.tsx')).SurveyPreview }))

export function PreviewPage() {
  const { code, base, dirty } = useSetup()
  const { blocks } = base.definition
  const [chosenBlock, setBlock] = useState(blocks[0]?.code ?? '')
  const block = blocks.find((one) => one.code === chosenBlock) ?? blocks[0]
  const [chosenGroup, setGroup] = useState('')
  const group = block?.groups.find((one) => one.code === chosenGroup) ?? block?.groups[0]
  if (!block || !group) return null
  const path = previewPath(code, block.code, group.code)
  const sharing = block.groups.filter(
    ({ code: other, questionnaire }) => other !== group.code && questionnaire === group.questionnaire,
  )
  return (
    <div className={page.stack}>
      <Panel>
        <div className={classes.fields}>
          <NativeSelect
            label={t`Khối`}
            data={blocks.map((one) => ({ value: one.code, label: one.name }))}
            value={block.code}
            onChange={(event) => setBlock(event.currentTarget.value)}
          />
          <NativeSelect
            label={t`Nhóm đối tượng`}
            data={block.groups.map((one) => ({ value: one.code, label: one.name }))}
            value={group.code}
            onChange={(event) => setGroup(event.currentTarget.value)}
          />
        </div>
        <p className={classes.keys}>
          {sharing.length > 0 && `${t`Dùng chung phiếu với: ${sharing.map(({ name }) => name).join('; ')}.`} `}
          {t`Xem thử theo bản ${base.version} đã lưu.`}
          {dirty && ` ${t`Thay đổi chưa lưu chưa hiện ở đây.`}`}
        </p>
      </Panel>
      <div className={classes.preview}>
        <section aria-label={t`Trên điện thoại`}>
          <h3 className={page.small}>{t`Trên điện thoại`}</h3>
          <div className={classes.phone}>
            <iframe
              key={`${path}/${base.version}`}
              src={path}
              title={t`Phiếu của ${group.name} trên điện thoại`}
              sandbox="allow-scripts"
            />
          </div>
        </section>
        <section aria-label={t`Cả phiếu, bằng bộ hiển thị thứ hai để đối chiếu`}>
          <h3 className={page.small}>{t`Cả phiếu, bằng bộ hiển thị thứ hai để đối chiếu`}</h3>
          <Rendered path={path} version={base.version} />
        </section>
      </div>
    </div>
  )
}

function Rendered({ path, version }: { path: string; version: number }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['preview', path, version],
    queryFn: ({ signal }) => request<Record<string, unknown>>(`${path}.json`, { signal }),
  })
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <PageLoading />
  return (
    <div className={classes.survey}>
      <Suspense fallback={<PageLoading />}>
        <SurveyPreview key={path} questionnaire={data} />
      </Suspense>
    </div>
  )
}
