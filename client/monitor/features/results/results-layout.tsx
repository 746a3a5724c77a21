/** Kết quả: the survey's points, and where the definition makes an index, everything that leads to its publication. */

import { useParams } from '@tanstack/react-router'
import { useCampaign } from '../../shared/campaign-queries.ts'
import { TabLayout, type TabView } from '../../shared/tab-layout.tsx'
import { t } from '../../words/t.ts'

const VIEWS: TabView[] = [
  { to: '/campaigns/$code/results', name: t`Điểm khảo sát` },
  { to: '/campaigns/$code/results/index', name: t`Chỉ số` },
  { to: '/campaigns/$code/results/points', name: t`Nhập điểm` },
  { to: '/campaigns/$code/results/past', name: t`Năm trước` },
  { to: '/campaigns/$code/results/report', name: t`Báo cáo` },
  { to: '/campaigns/$code/results/publication', name: t`Công bố` },
]

export function ResultsLayout() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const { hasIndex } = useCampaign(code).data!
  return <TabLayout title={t`Kết quả`} views={hasIndex ? VIEWS : []} />
}
