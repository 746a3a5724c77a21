/** The frame of every whole HTML page and of a mail's HTML part, in Vietnamese. Pure. */
import { type Html, html } from './escape-html.ts'

export const VIEWPORT = html`<meta name="viewport" content="width=device-width,initial-scale=1">`
export const NO_INDEX = html`<meta name="robots" content="noindex">`

export type PageParts = {
  title: string
  /** What else the head says, an element a line. */
  meta: Html[]
  /** CSS, trusted; left out where a mail's elements carry their own. */
  style?: string
  /** The whole element `body`. */
  body: Html
}

/** The page's text; `style` stands in it byte for byte, so that a content security policy can name its hash. */
export const renderHtmlPage = ({ title, meta, style, body }: PageParts): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
${meta.map((element) => html`${element}\n`)}<title>${title}</title>
${style === undefined ? html`` : html`<style>${{ html: style }}</style>\n`}</head>
${body}
</html>
`.html
