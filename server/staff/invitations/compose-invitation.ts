/** The mail of an invitation. Pure. Its link stands alone on a line of the text part, like a respondent's. */
import { html } from '../../markup/escape-html.ts'
import { renderHtmlPage, VIEWPORT } from '../../markup/html-page.ts'
import type { Role } from '../permissions.ts'

export type InvitationWords = {
  kind: 'join' | 'reset'
  name: string
  role: Role
  /** The name of the unit, for its contact. */
  unit: string | null
  invitedBy: string
  link: string
  expiresAt: Date
}

const ROLES: Record<Role, string> = {
  admin: 'quản trị',
  officer: 'cán bộ điều hành',
  unit: 'đầu mối đơn vị',
  auditor: 'giám sát',
}
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' })
const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' })
const P = 'margin:0 0 16px;font-size:16px;line-height:1.55'
const BUTTON =
  'display:inline-block;padding:14px 28px;border-radius:8px;background:#0f766e;color:#ffffff;font-size:17px;font-weight:600;text-decoration:none'

export function composeInvitation(words: InvitationWords): { subject: string; text: string; html: string } {
  const { kind, name, role, unit, invitedBy, link, expiresAt } = words
  const subject = kind === 'join' ? 'Mời tham gia hệ thống Phiếu' : 'Đặt lại mật khẩu tài khoản Phiếu'
  const greeting = name ? `Kính gửi ông/bà ${name},` : 'Kính gửi ông/bà,'
  const as = unit ? `${ROLES[role]} (${unit})` : ROLES[role]
  const what =
    kind === 'join'
      ? `${invitedBy} mời ông/bà tham gia hệ thống điều tra xã hội học Phiếu với vai trò ${as}.`
      : `${invitedBy} gửi ông/bà đường dẫn để đặt lại mật khẩu và xác thực hai lớp cho tài khoản Phiếu của mình.`
  const how = 'Hãy mở đường dẫn dưới đây để đặt mật khẩu:'
  const until = `Đường dẫn dùng được một lần, đến ${TIME.format(expiresAt)} ngày ${DAY.format(expiresAt)}. Nếu đã quá hạn, hãy nhờ người quản trị gửi lại.`
  const care =
    'Đường dẫn này là của riêng ông/bà, xin đừng chuyển cho người khác. Nếu không chờ thư này, ông/bà chỉ cần bỏ qua.'
  return {
    subject,
    text: [greeting, '', what, '', how, '', link, '', until, '', care, ''].join('\n'),
    html: renderHtmlPage({
      title: subject,
      meta: [VIEWPORT, html`<meta name="color-scheme" content="light dark">`],
      body: html`<body style="margin:0;padding:24px 16px;font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto;overflow-wrap:anywhere">
<p style="${P}">${greeting}</p>
<p style="${P}">${what}</p>
<p style="margin:24px 0 12px"><a href="${link}" style="${BUTTON}">Đặt mật khẩu</a></p>
<p style="${P}"><a href="${link}" style="color:inherit;word-break:break-all">${link}</a></p>
<p style="${P}">${until}</p>
<p style="margin:24px 0 0;font-size:14px;line-height:1.5;opacity:.85">${care}</p>
</div>
</body>`,
    }),
  }
}
