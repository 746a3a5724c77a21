/** A draft has nothing to watch yet; it says what to do first. */

import { Link } from '@tanstack/react-router'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import { CheckIcon } from '../../shared/icons.tsx'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import classes from './draft-steps.module.css'

export function DraftSteps({ campaign }: { campaign: CampaignDetail }) {
  const { respondents, invitations } = campaign.rosterCount
  const listed = invitations > 0
  const steps = [
    {
      done: true,
      title: t`Chọn bộ câu hỏi và tiêu chí`,
      words: campaign.definition.title,
    },
    {
      done: listed,
      title: t`Nhập danh sách người được khảo sát`,
      words: listed
        ? t`${formatCount(respondents)} người, ${formatCount(invitations)} phiếu`
        : t`Từ tệp Excel hoặc CSV; có mẫu để tải về.`,
    },
    { done: false, title: t`Mở đợt điều tra`, words: t`Danh sách và bộ câu hỏi được khóa lại; chưa ai nhận tin.` },
    { done: false, title: t`Gửi lượt mời`, words: t`Mỗi người nhận một đường dẫn riêng qua thư điện tử và Zalo.` },
  ]
  const current = steps.findIndex((step) => !step.done)
  return (
    <Panel title={t`Các bước tới phiếu đầu tiên`}>
      <ol className={classes.steps}>
        {steps.map(({ done, title, words }, index) => (
          <li key={title} data-done={done || undefined} data-current={index === current || undefined}>
            <span className={classes.mark}>
              {done ? <CheckIcon size={16} /> : <span aria-hidden="true">{index + 1}</span>}
            </span>
            <div>
              <p className={classes.title}>
                {index === 1 && current === 1 ? (
                  <Link to="/campaigns/$code/roster" params={{ code: campaign.code }}>
                    {title}
                  </Link>
                ) : (
                  title
                )}
                {done && <span className={classes.done}>{t` – đã xong`}</span>}
              </p>
              <p className={classes.words}>{words}</p>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
