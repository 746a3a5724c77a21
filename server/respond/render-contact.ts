/** Whom to call, on every screen where something stands in the way. */
import { type Html, html } from './html.ts'

export type Organizer = { name: string; phone: string; email: string }

export const renderContact = ({ name, phone, email }: Organizer): Html => html`<p class="contact">
  Cần giúp đỡ: ${name}, điện thoại <a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>${
    email && html`, thư điện tử <a href="mailto:${email}">${email}</a>`
  }.
</p>`
