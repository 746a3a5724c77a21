/**
 * The respondent's page as a whole. Nothing in it is personal beyond the unit and the group, and nothing in its meta tags
 * is even that: link previews copy them into chats.
 */
import type { LinkView } from '../credential/schemas.ts'
import type { PageAssets } from './assets.ts'
import { collectForms, type PageForm } from './collect-forms.ts'
import { html, jsonForScript } from './html.ts'
import { renderDocument } from './render-document.ts'
import { renderForm } from './render-form.ts'
import { renderHindrances } from './render-hindrances.ts'
import {
  renderBar,
  renderClosed,
  renderDone,
  renderElsewhere,
  renderNav,
  renderReview,
  renderSending,
  renderStopped,
  renderUnitLine,
} from './render-screens.ts'
import { renderWelcome } from './render-welcome.ts'
import type { PageData } from './schemas.ts'

/** `noOpinion` is the value of the answer that judges nothing; it stands apart from the levels. */
export type PageView = LinkView & {
  noOpinion?: { value: string }
  /** For officers (setup/preview-page.ts): nothing is kept or sent, and this is said where sending would begin. */
  preview?: string
}

export type Page = { document: string; policy: string }

/** HTML and policy of the page for a link that exists, in whatever state its campaign is. */
export function renderPage(view: PageView, assets: PageAssets): Page {
  const { forms, formOf } = collectForms(view.invitations)
  const answerable = view.campaign.status === 'open' || view.campaign.status === 'paused'
  const allAnswered = view.invitations.every(({ answered }) => answered)
  const counts = formOf.map((index) => (index === null ? 0 : forms[index]!.form.count))
  const policy = forms.some(({ rich }) => rich) ? assets.richPolicy : assets.policy
  const document = renderDocument({
    title: shortTitle(view, forms),
    description: `Phiếu khảo sát của ${view.organizer.name}. Mở để đọc giới thiệu và trả lời.`,
    assets,
    policy,
    withScript: true,
    body: html`${renderHindrances(view.organizer)}
      ${answerable ? [renderBar(), renderUnitLine(), renderWelcome(view, counts, allAnswered)] : renderClosed(view)}
      ${
        answerable && [
          forms.map(({ form, rich }, i) =>
            rich
              ? html`<section id="f${i}" class="screen rich" hidden><h1 tabindex="-1"></h1></section>`
              : renderForm(form, i, view.noOpinion?.value),
          ),
          renderReview(),
          renderNav(),
          renderSending(view),
          renderElsewhere(view, !allAnswered),
          renderStopped(view, view.preview !== undefined),
        ]
      }
      ${renderDone(view)}
      <script type="application/json" id="data">${jsonForScript(pageData(view, forms, formOf, assets))}</script>`,
  })
  return { document, policy }
}

function pageData(view: PageView, forms: PageForm[], formOf: (number | null)[], assets: PageAssets): PageData {
  return {
    campaign: view.campaign.code,
    status: view.campaign.status,
    title: shortTitle(view, forms),
    notice: view.notice.version,
    phone: view.organizer.phone,
    invitations: view.invitations.map((invitation, i) => ({
      id: invitation.id,
      unit: invitation.unit.name,
      group: invitation.group.name,
      stratum: invitation.stratum,
      answered: invitation.answered,
      key: invitation.publicKey,
      form: formOf[i] ?? undefined,
    })),
    forms: forms.map(({ questionnaire, rich }) => (rich ? questionnaire : null)),
    seal: assets.seal,
    ...(view.preview === undefined ? {} : { preview: view.preview }),
  }
}

/** A questionnaire's own title is the short one ("Khảo sát CCHC 2024"). */
const shortTitle = (view: PageView, forms: PageForm[]) => forms[0]?.form.title || view.campaign.title
