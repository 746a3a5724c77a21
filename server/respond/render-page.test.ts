import { beforeAll, expect, test } from 'vitest'
import type { PageAssets } from './assets.ts'
import { renderPage } from './render-page.ts'
import { builtAssets, linkView } from './respond.fixture.ts'
import { PageData } from './schemas.ts'

let assets: PageAssets

beforeAll(async () => {
  assets = await builtAssets()
})

const dataOf = (document: string) => PageData.parse(JSON.parse(/id="data">(.*?)<\/script>/s.exec(document)![1]!))

test('the head, which previews copy into chats, names neither unit nor group nor address', async () => {
  const view = await linkView('son-la-2024', 'so-lanh-dao')
  const [head] = renderPage(view, assets)
    .document.replace(/<style>.*?<\/style>/s, '')
    .split('</head>')
  expect(head).toContain('<meta property="og:title" content="Khảo sát CCHC 2024">')
  expect(head).toContain('<meta name="robots" content="noindex,nofollow">')
  expect(head).not.toContain(view.invitations[0]!.unit.name)
  expect(head).not.toContain(view.invitations[0]!.group.name)
  expect(head).not.toContain('og:url')
})

test('the welcome says who asks, about whom, how long and until when', async () => {
  const view = await linkView('son-la-2024', 'so-phong-don-vi')
  const { document } = renderPage(view, assets)
  for (const words of [
    view.organizer.name,
    view.invitations[0]!.unit.name,
    'Khoảng 3 phút · 23 câu',
    'đến hết ngày 15/12/2024',
    'Không ai biết bạn trả lời gì',
    'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15',
  ]) {
    expect(document).toContain(words)
  }
  expect(document).toContain('<input type="checkbox" id="consent"')
  expect(document).not.toMatch(/id="consent"[^>]*checked/)
})

test('invitations with the same questionnaire share one form', async () => {
  const view = await linkView('son-la-2024', 'so-lanh-dao', 'so-lanh-dao', 'huyen-dai-bieu')
  const { document } = renderPage(view, assets)
  expect([...document.matchAll(/<form id="(f\d)"/g)].map(([, id]) => id)).toEqual(['f0', 'f1'])
  expect(dataOf(document).invitations.map(({ form }) => form)).toEqual([0, 0, 1])
})

test('names from a roster or a definition can do nothing on the page', async () => {
  const view = await linkView('example-commune', 'can-bo')
  const bad = '</script><img src=x onerror=alert(1)>"\''
  view.invitations[0]!.unit = { code: bad, name: bad }
  view.invitations[0]!.group = { code: bad, name: bad }
  view.organizer = { name: bad, phone: bad, email: bad }
  view.campaign.title = bad
  view.notice.text = bad
  const { document } = renderPage(view, assets)
  expect(document).not.toContain('<img')
  expect(dataOf(document).invitations[0]!.unit).toBe(bad)
})

test('before and after, the page holds no form and no question, and says whom to call', async () => {
  for (const status of ['draft', 'closed', 'final'] as const) {
    const view = await linkView('son-la-2024', 'so-lanh-dao')
    view.campaign.status = status
    for (const invitation of view.invitations) {
      invitation.questionnaire = undefined
      invitation.publicKey = undefined
    }
    const { document } = renderPage(view, assets)
    expect(document).not.toContain('<form')
    expect(document).not.toContain('id="start"')
    expect(document).toContain(status === 'draft' ? 'Đợt khảo sát chưa mở' : 'Đợt khảo sát đã kết thúc')
    expect(document).toContain(view.organizer.phone)
  }
})

test('only a page with survey-react-ui allows style elements, and none allows a script it does not know', async () => {
  const plain = renderPage(await linkView('son-la-2024', 'so-lanh-dao'), assets)
  const rich = renderPage(await linkView('son-la-2024', { elements: [{ type: 'file', name: 'a' }] }), assets)
  expect(plain.policy).not.toContain('unsafe')
  expect(rich.policy).toContain("style-src 'self' 'unsafe-inline'")
  expect(rich.policy.replace(/style-src[^;]*/, '')).not.toContain('unsafe')
  expect(dataOf(rich.document).forms[0]).toEqual({ elements: [{ type: 'file', name: 'a' }] })
  expect(dataOf(plain.document).forms).toEqual([null])
})
