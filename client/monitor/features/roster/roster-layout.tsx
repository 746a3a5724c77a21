/** Danh sách: who is asked, how the sample was drawn, and their rights. */
import { TabLayout, type TabView } from '../../shared/tab-layout.tsx'
import { t } from '../../words/t.ts'

const VIEWS: TabView[] = [
  { to: '/campaigns/$code/roster', name: t`Người trả lời` },
  { to: '/campaigns/$code/roster/sample', name: t`Lấy mẫu` },
  { to: '/campaigns/$code/roster/privacy', name: t`Quyền riêng tư` },
]

export const RosterLayout = () => <TabLayout title={t`Danh sách`} views={VIEWS} />
