/** Why a picture of sending is empty: on which day its numbers were purged, and where to read what is left. */
import { Link } from '@tanstack/react-router'
import { formatDate } from '../../../../shared/format-vi.ts'
import page from '../../../shared/page.module.css'
import { Panel } from '../../../shared/panel.tsx'
import { t } from '../../../words/t.ts'

/** `left`: some of it is still there, of people who wait for an answer to a request. */
export const PurgedNote = ({ code, on, left = false }: { code: string; on: string; left?: boolean }) => (
  <Panel title={t`Số liệu gửi phiếu đã được xóa ngày ${formatDate(on)}`}>
    <p className={page.lead}>
      {left
        ? t`Theo thời hạn lưu giữ, dữ liệu về người nhận và từng tin đã được xóa. Các con số dưới đây chỉ còn của người có yêu cầu chưa giải quyết xong.`
        : t`Theo thời hạn lưu giữ, dữ liệu về người nhận và từng tin đã được xóa nên ở đây không còn con số nào.`}
      {t` Tổng số tin và tỷ lệ trả lời vẫn xem được ở Tổng quan. `}
      <Link to="/campaigns/$code/roster/privacy" params={{ code }}>
        {t`Xem đã xóa những gì`}
      </Link>
    </p>
  </Panel>
)
