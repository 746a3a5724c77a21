/** A draft has nothing to watch yet; it says what to do first. */

import { Link } from '@tanstack/react-router'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import { CheckIcon } from '../../shared/icons.tsx'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import classes from './draft-steps.module.css'

type Step = {
  done?: boolean
  /** To be done next. */
  current?: boolean
  title: string
  words: string
  links?: {
    to: '/campaigns/$code/setup' | '/campaigns/$code/setup/preview' | '/campaigns/$code/roster'
    name: string
  }[]
}

export function DraftSteps({ campaign }: { campaign: CampaignDetail }) {
  const { respondents, invitations } = campaign.rosterCount
  const listed = invitations > 0
  const steps: Step[] = [
    {
      done: true,
      title: t`Chọn bộ câu hỏi và tiêu chí`,
      words: campaign.definition.title,
    },
    {
      current: !listed,
      title: t`Xem lại bộ câu hỏi cho đúng đợt này`,
      words: t`Tên, cơ quan, đơn vị, câu hỏi và điểm; rồi xem phiếu như trên điện thoại.`,
      links: [
        { to: '/campaigns/$code/setup', name: t`Tới mục Thiết lập` },
        { to: '/campaigns/$code/setup/preview', name: t`Xem thử phiếu` },
      ],
    },
    {
      done: listed,
      current: !listed,
      title: t`Nhập danh sách người được khảo sát`,
      words: listed
        ? t`${formatCount(respondents)} người, ${formatCount(invitations)} phiếu`
        : t`Từ tệp Excel hoặc CSV; có mẫu để tải về.`,
      links: [{ to: '/campaigns/$code/roster', name: t`Tới mục Danh sách` }],
    },
    {
      current: listed,
      title: t`Mở đợt điều tra`,
      words: t`Danh sách và bộ câu hỏi được khóa lại; chưa ai nhận tin.`,
    },
    { title: t`Gửi lượt mời`, words: t`Mỗi người nhận một đường dẫn riêng qua thư điện tử và Zalo.` },
  ]
  return (
    <Panel title={t`Các bước tới phiếu đầu tiên`}>
      <ol className={classes.steps}>
        {steps.map(({ done, current, title, words, links = [] }, index) => (
          <li key={title} data-done={done || undefined} data-current={current || undefined}>
            <span className={classes.mark}>
              {done ? <CheckIcon size={16} /> : <span aria-hidden="true">{index + 1}</span>}
            </span>
            <div>
              <p className={classes.title}>
                {title}
                {done && <span className={classes.done}>{t` – đã xong`}</span>}
              </p>
              <p className={classes.words}>{words}</p>
              {links.length > 0 && (
                <p className={classes.links}>
                  {links.map(({ to, name }) => (
                    <Link key={to} to={to} params={{ code: campaign.code }}>
                      {name}
                    </Link>
                  ))}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
