/** Thiết lập: what is asked, of whom, and how it counts. */
import { TabLayout, type TabView } from '../../shared/tab-layout.tsx'
import { t } from '../../words/t.ts'

const VIEWS: TabView[] = [
  { to: '/campaigns/$code/setup', name: t`Thông tin chung` },
  { to: '/campaigns/$code/setup/units', name: t`Đơn vị và nhóm` },
  { to: '/campaigns/$code/setup/questions', name: t`Câu hỏi và tiêu chí` },
  { to: '/campaigns/$code/setup/preview', name: t`Xem thử phiếu` },
  { to: '/campaigns/$code/setup/versions', name: t`Các bản đã lưu` },
]

export const SetupLayout = () => <TabLayout title={t`Thiết lập`} views={VIEWS} />
