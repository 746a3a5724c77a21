/** Checks that nothing in the log was changed, and says what to do when something was. */
import { Button, Progress, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatMoment } from '../../../shared/format-vi.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import fold from '../../shared/fold.module.css'
import page from '../../shared/page.module.css'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import classes from './audit.module.css'
import { ChainResult } from './chain-result.tsx'
import { keepHead, parseKept, readKeptHead } from './kept-head.ts'
import { type CheckState, useChainCheck } from './use-chain-check.ts'

export function ChainCheck() {
  const { state, run } = useChainCheck()
  const [kept, setKept] = useState(readKeptHead)
  const running = state.step === 'running'
  return (
    <Panel
      title={t`Nhật ký có còn nguyên vẹn không?`}
      aside={
        <Button size="sm" variant="default" loading={running} onClick={() => void run(null)}>
          {t`Kiểm tra nhật ký`}
        </Button>
      }
    >
      <div className={page.stack} aria-live="polite">
        <p className={page.lead}>
          {t`Mỗi mục mang một mã tính từ nội dung của nó và mã của mục trước, nên sửa, xóa, chèn hay đổi chỗ mục nào cũng lộ ra khi kiểm tra.`}
          {kept && state.step === 'idle' && (
            <>
              {' '}
              {t`Máy này kiểm tra lần trước đến mục ${formatCount(kept.seq)} (${formatMoment(kept.at)}); lần này sẽ so với mã khi đó.`}
            </>
          )}
        </p>
        <Outcome
          state={state}
          onForget={() => {
            keepHead(null)
            setKept(null)
            void run(null)
          }}
        />
        <CompareKept busy={running} onCompare={(typed) => void run(typed)} />
        <details className={fold.fold}>
          <summary>{t`Vì sao nên giữ mã cuối ở ngoài hệ thống`}</summary>
          <p className={classes.note}>
            {t`Nói thẳng: người giữ toàn quyền máy chủ cơ sở dữ liệu có thể cắt bỏ các mục mới nhất, hoặc tính lại cả chuỗi, mà riêng chuỗi thì không lộ ra. Cách chống là giữ số mục và mã cuối ở nơi người đó không với tới: in ra và lưu hồ sơ, hoặc gửi cho Thanh tra, mỗi tháng một lần và mỗi khi đóng hay chốt một đợt. Lần sau gõ lại mã đó vào ô trên để so. Máy chủ cũng ghi mã này vào nhật ký vận hành mỗi lần kiểm tra.`}
          </p>
        </details>
      </div>
    </Panel>
  )
}

function Outcome({ state, onForget }: { state: CheckState; onForget: () => void }) {
  if (state.step === 'running') {
    return (
      <div>
        <p
          className={classes.soft}
        >{t`Đã kiểm tra ${formatCount(state.checked)} trên ${formatCount(state.total)} mục…`}</p>
        <Progress
          aria-label={t`Tiến độ kiểm tra`}
          value={state.total > 0 ? (state.checked / state.total) * 100 : 0}
          mt={6}
        />
      </div>
    )
  }
  if (state.step === 'failed') return <ErrorNote error={state.error} />
  return state.step === 'done' ? <ChainResult result={state.result} onForget={onForget} /> : null
}

function CompareKept({
  busy,
  onCompare,
}: {
  busy: boolean
  onCompare: (typed: { seq: number; hash: string }) => void
}) {
  const [seq, setSeq] = useState('')
  const [hash, setHash] = useState('')
  const [wrong, setWrong] = useState(false)
  const compare = () => {
    const typed = parseKept(seq, hash)
    setWrong(typed === null)
    if (typed) onCompare(typed)
  }
  return (
    <details className={fold.fold}>
      <summary>{t`So với mã đã cất giữ`}</summary>
      <form
        className={classes.compare}
        onSubmit={(event) => {
          event.preventDefault()
          compare()
        }}
      >
        <TextInput
          label={t`Số mục`}
          inputMode="numeric"
          value={seq}
          onChange={(event) => setSeq(event.currentTarget.value)}
        />
        <TextInput
          className={classes.hashField}
          label={t`Mã cuối khi đó (64 chữ số và chữ a–f)`}
          value={hash}
          spellCheck={false}
          autoComplete="off"
          error={
            wrong ? t`Chưa đúng dạng: số mục là một số, mã gồm đúng 64 ký tự 0–9 và a–f; dấu cách bỏ qua.` : undefined
          }
          onChange={(event) => setHash(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={busy}>
          {t`Kiểm tra và so`}
        </Button>
      </form>
    </details>
  )
}
