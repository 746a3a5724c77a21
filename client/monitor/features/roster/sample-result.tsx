/** What was drawn, and the paper of it. */
import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../../../shared/format-vi.ts'
import type { SampleReport } from '../../../shared/sample-types.ts'
import { campaignPath, useCampaign } from '../../shared/campaign-queries.ts'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import classes from './sample.module.css'
import { SampleSizes } from './sample-sizes.tsx'

type SampleResultProps = { code: string; fileName: string; report: SampleReport; onAgain: () => void }

export function SampleResult({ code, fileName, report, onAgain }: SampleResultProps) {
  const listed = useCampaign(code).data?.rosterCount.respondents ?? 0
  return (
    <Panel title={t`Đã rút mẫu từ ${fileName}`}>
      <div className={classes.form}>
        <p className={classes.done} role="status">
          {t`${formatCount(report.drawnPeople)} người được chọn đã ở trong danh sách của đợt điều tra.`}{' '}
          {listed > report.drawnPeople &&
            t`Những người đã có từ trước vẫn giữ: danh sách nay có ${formatCount(listed)} người.`}{' '}
          {report.repeated && t`Lần rút này đã được ghi từ trước; không ghi thêm gì.`}
        </p>
        <SampleSizes strata={report.strata} names={report.names} />
        <dl className={classes.facts}>
          <dt>{t`Số gieo`}</dt>
          <dd>{report.seed}</dd>
          <dt>{t`Mã kết quả`}</dt>
          <dd>{report.drawDigest}</dd>
        </dl>
        <Group justify="flex-end">
          <Button variant="default" onClick={onAgain}>
            {t`Rút từ tệp khác`}
          </Button>
          <Button
            variant="default"
            component="a"
            href={campaignPath(code, `/samples/${report.id}/method`)}
            target="_blank"
            rel="noreferrer"
          >
            {t`Mở biên bản để in`}
          </Button>
          <Button renderRoot={(props) => <Link to="/campaigns/$code/roster" params={{ code }} {...props} />}>
            {t`Xem danh sách`}
          </Button>
        </Group>
      </div>
    </Panel>
  )
}
