/** The document around every page at /p/: head, inlined style and start-up script, nothing that identifies the link. */
import type { PageAssets } from './assets.ts'
import { type Html, html, trusted } from './html.ts'

export type DocumentParts = {
  title: string
  description: string
  body: Html
  assets: PageAssets
  policy: string
  withScript: boolean
}

export function renderDocument({ title, description, body, assets, policy, withScript }: DocumentParts): string {
  return html`<!doctype html>
    <html lang="vi">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="content-security-policy" content="${inDocument(policy)}">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>${title}</title>
    <meta name="robots" content="noindex,nofollow">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <meta name="format-detection" content="telephone=no">
    <meta property="og:type" content="website">
    <meta property="og:title" content="${title}">
    <meta property="og:description" content="${description}">
    <link rel="icon" href="data:,">
    ${withScript && [html`<script>${trusted(assets.boot)}</script>`, html`<script type="module" src="${assets.main}"></script>`]}
    <style>${trusted(assets.style)}</style>
    </head>
    <body><main>${body}</main></body>
    </html>`.markup
}

/** The policy also stands in the page, for the copy that a device keeps; a meta element may not say who frames it. */
const inDocument = (policy: string) => policy.replace(/; frame-ancestors [^;]*/, '')
