/** Kết quả: the survey's points, and where the definition makes an index, everything that leads to its publication. */
import { useParams } from '@tanstack/react-router'
import { useCampaign } from '../../shared/campaign-queries.ts'
import { TabLayout, type TabView } from '../../shared/tab-layout.tsx'

const VIEWS: TabView[] = [
  { to: '/campaigns/$code/results', name: 'Điểm khảo sát' },
  { to: '/campaigns/$code/results/index', name: 'Chỉ số' },
  { to: '/campaigns/$code/results/points', name: 'Nhập điểm' },
  { to: '/campaigns/$code/results/past', name: 'Năm trước' },
  { to: '/campaigns/$code/results/report', name: 'Báo cáo' },
  { to: '/campaigns/$code/results/publication', name: 'Công bố' },
]

export function ResultsLayout() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const { hasIndex } = useCampaign(code).data!
  return <TabLayout title="Kết quả" views={hasIndex ? VIEWS : []} />
}
