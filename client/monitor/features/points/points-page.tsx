/** Nhập điểm: the points that come from outside, each with its state, its versions, and the way to bring in another. */

import { useParams } from '@tanstack/react-router'
import { ErrorNote } from '../../shared/error-note.tsx'
import { LockIcon } from '../../shared/icons.tsx'
import { useMayChange } from '../../shared/may-change.ts'
import page from '../../shared/page.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { t } from '../../words/t.ts'
import classes from './points-page.module.css'
import { usePoints } from './points-queries.ts'
import { cardsOf } from './set-cards.ts'
import { SetPanel } from './set-panel.tsx'

export function PointsPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const mayChange = useMayChange()
  const { data, error, isLoading, refetch } = usePoints(code)
  return (
    <div className={page.stack}>
      <p className={page.lead}>
        {t`Điểm thẩm định, tự đánh giá và điểm của nguồn bên ngoài vào đây bằng tệp. Tải mẫu về, điền, kéo tệp vào; tệp được kiểm tra trước, và mỗi lần nhập là một bản mới có tên người nhập và lý do.`}
      </p>
      {data?.frozen && (
        <p className={classes.frozen} role="status">
          <LockIcon />
          {t` Chỉ số đã chốt: các bản dưới đây giữ nguyên, không nhập thêm được.`}
        </p>
      )}
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {isLoading && <PageLoading />}
      {data &&
        cardsOf(data).map((card) => (
          <SetPanel key={card.title} code={code} card={card} mayImport={mayChange && !data.frozen} />
        ))}
    </div>
  )
}
