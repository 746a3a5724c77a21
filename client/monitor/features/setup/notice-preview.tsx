/** The notice as a phone shows it, while it is written: made by the very piece that the respondent's page is made of. */
import { useDeferredValue } from 'react'
import { noticeText } from '../../../../server/campaigns/notice-text.ts'
import { renderNotice } from '../../../../server/respond/render-notice.ts'
import { t } from '../../words/t.ts'
import classes from './notice-preview.module.css'

type NoticePreviewProps = {
  text: string
  /** As typed. */
  minimumCell: string
}

export function NoticePreview({ text, minimumCell }: NoticePreviewProps) {
  const written = useDeferredValue(text)
  const notice = { notice: { version: '', text: written }, minimumCell: Number(minimumCell) }
  return (
    <section className={classes.preview} aria-label={t`Thông báo như trên điện thoại`}>
      <p className={classes.title}>{t`Trên điện thoại, thông báo hiện như sau:`}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: every word in it is escaped where it is made */}
      <div className={classes.phone} dangerouslySetInnerHTML={{ __html: renderNotice(noticeText(notice)).markup }} />
    </section>
  )
}
