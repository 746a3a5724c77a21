import { expect, test } from 'vitest'
import { html, jsonForScript, trusted } from './html.ts'

const HOSTILE = `<script>alert("x")</script>'&`

test('a value can leave neither text nor an attribute', () => {
  expect(html`<p title="${HOSTILE}">${HOSTILE}</p>`.markup).toBe(
    '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;</p>',
  )
})

test('lists join, nothing leaves nothing, markup stays markup', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`)
  expect(html`<ul>${items}${false}${null}${undefined}${''}${0}${trusted('<hr>')}</ul>`.markup).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li>0<hr></ul>',
  )
})

test('indentation of templates is not sent, spaces and lines of values are', () => {
  expect(
    html`<p>
      <b>${'a  b\nc'}</b> d
    </p>`.markup,
  ).toBe('<p><b>a  b\nc</b> d</p>')
})

test('data inside a script element cannot end it', () => {
  const { markup } = jsonForScript({ name: '</script><!-- \u2028' })
  expect(markup).not.toMatch(/<|\u2028/)
  expect(JSON.parse(markup)).toEqual({ name: '</script><!-- \u2028' })
})
