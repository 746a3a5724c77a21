import { Button } from '@mantine/core'
import { formatCount, formatDate, formatMoment } from '../../../shared/format-vi.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import { CheckIcon, WarnIcon } from '../../shared/icons.tsx'
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'
import classes from './audit.module.css'
import { inGroups } from './kept-head.ts'
import type { CheckResult } from './use-chain-check.ts'

type ChainResultProps = { result: CheckResult; onForget: () => void }

/** The plain answer of a check. */
export function ChainResult({ result, onForget }: ChainResultProps) {
  return result.broken ? <Broken result={result} onForget={onForget} /> : <Whole result={result} />
}

function Whole({ result: { checked, firstAt, last, kept } }: { result: CheckResult }) {
  if (!last || !firstAt) return <p className={classes.good}>{t`Nhật ký chưa có mục nào.`}</p>
  const words = t`Nhật ký nguyên vẹn: ${formatCount(checked)} mục, từ ${formatDate(firstAt)} đến ${formatDate(last.at)}.`
  const record = () =>
    [
      t`Nhật ký của hệ thống Phiếu`,
      words,
      t`Mục cuối: ${last.seq}, ghi lúc ${formatMoment(last.at)}`,
      t`Mã cuối: ${last.hash}`,
    ].join('\n')
  return (
    <div className={classes.good}>
      <span className={classes.sign}>
        <CheckIcon />
      </span>
      <div className={classes.words}>
        <p>
          <b>{words}</b>{' '}
          {kept &&
            (kept.typed
              ? t`Khớp với mã đã cất ở mục ${formatCount(kept.seq)}.`
              : t`Khớp với lần kiểm tra trước trên máy này (mục ${formatCount(kept.seq)}).`)}
        </p>
        <p className={classes.end}>
          {t`Mã cuối, mục số ${formatCount(last.seq)}:`} <code className={classes.hash}>{inGroups(last.hash)}</code>
        </p>
        <div className={page.row}>
          <CopyButton text={record} words={t`Sao chép số mục và mã cuối`} />
          <Button variant="default" size="xs" onClick={() => window.print()}>
            {t`In trang này để lưu`}
          </Button>
          <Button
            variant="default"
            size="xs"
            component="a"
            href={`mailto:?subject=${encodeURIComponent(t`Mã cuối của nhật ký Phiếu`)}&body=${encodeURIComponent(record())}`}
          >
            {t`Gửi qua thư`}
          </Button>
        </div>
      </div>
    </div>
  )
}

function Broken({ result, onForget }: ChainResultProps) {
  const { broken, checked, last, kept } = result
  const fromBefore = broken!.reason.startsWith('kept')
  return (
    <div className={classes.bad} role="alert">
      <span className={classes.warnSign}>
        <WarnIcon />
      </span>
      <div className={classes.words}>
        <p>
          <b>{t`Nhật ký không còn nguyên vẹn.`}</b> {brokenWords(result)}
        </p>
        {last && (
          <p className={classes.end}>
            {t`Nguyên vẹn đến mục số ${formatCount(last.seq)} (${formatCount(checked)} mục), mã:`}{' '}
            <code className={classes.hash}>{inGroups(last.hash)}</code>
          </p>
        )}
        <ol className={classes.steps}>
          <li>{t`Không sửa gì thêm. Tải trọn nhật ký về và nhờ người vận hành sao lưu cơ sở dữ liệu ngay: đó là chứng cứ.`}</li>
          <li>{t`Ghi lại số mục và mã ở trên, báo lãnh đạo cơ quan và Thanh tra.`}</li>
          <li>{t`Nhờ người vận hành so với bản sao lưu gần nhất để biết mục đó trước đây ghi gì.`}</li>
          <li>{t`Chỉ người có toàn quyền cơ sở dữ liệu hoặc máy chủ làm được việc này: đổi các mật khẩu đó và xem ai đã dùng.`}</li>
        </ol>
        {fromBefore && (
          <p className={classes.end}>
            {t`Nếu gần đây hệ thống vừa được phục hồi từ bản sao lưu hoặc cài lại thì kết quả này là tất nhiên: các mục ghi sau bản sao lưu đã mất.`}{' '}
            {kept && !kept.typed && (
              <Button variant="default" size="xs" onClick={onForget}>
                {t`Bỏ mã cũ trên máy này rồi kiểm tra lại`}
              </Button>
            )}
          </p>
        )}
      </div>
    </div>
  )
}

function brokenWords({ broken, kept }: CheckResult): string {
  const { reason, seq, count } = broken!
  const place = formatCount(seq ?? 0)
  const source = kept?.typed ? t`mã đã cất` : t`lần kiểm tra trước trên máy này`
  return {
    changed: t`Mục số ${place} hoặc mã của nó đã bị sửa, bị đổi chỗ hay bị chèn vào.`,
    missing: t`Mục số ${place} đã bị xóa khỏi nhật ký.`,
    gap: t`Mục số ${place} đã bị xóa cùng với chỗ của nó trong chuỗi.`,
    unchained: t`Có ${formatCount(count ?? 0)} mục nằm ngoài chuỗi: chúng bị chèn vào, hoặc chỗ của chúng đã bị xóa.`,
    empty: t`Toàn bộ nhật ký đã bị xóa.`,
    'kept-missing': t`Các mục mới nhất đã bị cắt bỏ: theo ${source}, nhật ký phải có ít nhất ${place} mục.`,
    'kept-changed': t`Mã ở mục số ${place} khác với ${source}: chuỗi đã bị tính lại.`,
  }[reason]
}
