/** The frame of the small server-rendered pages of this room: no script, so that any content security policy will do. Pure. */
import { createHash } from 'node:crypto'
import { MEDIA_TYPES } from '../http/media-types.ts'
import { type Html, html } from '../markup/escape-html.ts'
import { NO_INDEX, renderHtmlPage, VIEWPORT } from '../markup/html-page.ts'

const STYLE = `
:root{color-scheme:light dark;--ground:#f3f6f5;--paper:#fff;--ink:#17211f;--quiet:#55635f;--line:#d5dedb;--accent:#0f766e;--on-accent:#fff}
@media(prefers-color-scheme:dark){:root{--ground:#101716;--paper:#1a2322;--ink:#e6efec;--quiet:#a3b3af;--line:#33413e;--accent:#5ac8bb;--on-accent:#0b1a18}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif}
main{max-width:1080px;margin:0 auto;padding:24px 16px 64px}
main.narrow{max-width:520px;padding-top:12vh}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 8px}
p{margin:0 0 16px}
.quiet{color:var(--quiet)}
.card{background:var(--paper);border:1px solid var(--line);border-radius:16px;padding:20px}
a{color:var(--accent)}
button,.button{display:inline-block;min-height:44px;padding:10px 20px;border:0;border-radius:10px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
form.filter{display:flex;flex-wrap:wrap;gap:12px;align-items:end;margin:16px 0 24px}
label{display:grid;gap:4px;font-size:.875rem;color:var(--quiet)}
input,select{min-height:44px;padding:8px 12px;border:1px solid var(--line);border-radius:10px;background:var(--paper);color:var(--ink);font:inherit}
.phones{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:20px;list-style:none;margin:0;padding:0}
.phone{display:flex;flex-direction:column;background:var(--paper);border:1px solid var(--line);border-radius:28px;padding:18px 18px 20px;box-shadow:0 1px 3px rgb(0 0 0/.08)}
.phone header{display:flex;gap:10px;align-items:center;margin-bottom:12px;font-size:.875rem;color:var(--quiet)}
.badge{padding:2px 10px;border-radius:999px;border:1px solid var(--accent);color:var(--accent);font-weight:600}
.phone .to{flex:1;overflow-wrap:anywhere}
.phone time{white-space:nowrap;font-variant-numeric:tabular-nums}
label.wide{flex:0 1 340px}
.phone h2{font-size:1rem;margin:0 0 4px}
.bubble{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--ground);border-radius:4px 18px 18px 18px;padding:12px 14px;margin:8px 0 14px;font-size:.9375rem;max-height:24rem;overflow:auto}
.phone .button{margin-top:auto;text-align:center}
nav.pages{display:flex;gap:16px;align-items:center;justify-content:center;margin-top:28px}
`

/** What goes with every page: not kept by caches, no address passed on, and nothing allowed to run but the style above. */
export const PAGE_HEADERS = {
  'content-type': MEDIA_TYPES.html,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
}

/** A whole page in Vietnamese; send it with PAGE_HEADERS. */
export function renderPage(title: string, body: Html, narrow = false): string {
  return renderHtmlPage({
    title,
    meta: [VIEWPORT, NO_INDEX],
    style: STYLE,
    body: html`<body><main class="${narrow ? 'narrow' : 'wide'}">${body}</main></body>`,
  })
}
