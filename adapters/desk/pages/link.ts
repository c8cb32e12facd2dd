import type { Invited } from '../../../bot/ports.ts'
import { html, type Part } from '../html.ts'

export interface OnceLink {
  readonly purpose: 'invite' | 'continue' | 'sign' | 'tablet'
  readonly url: string
  /** An SVG of our own making; shown as an image, so that nothing in it can run. */
  readonly qr: string
  readonly consultation: string
  readonly safeWay?: string | undefined
  readonly young?: Invited['young'] | undefined
}

const WORDS = {
  invite: {
    title: 'The invitation',
    lede: 'Give this to the patient in the way that is safe for them. They say their date of birth before they see anything.',
  },
  continue: {
    title: 'A link to go on',
    lede: 'The patient goes on where they were, on another device. They say their date of birth first.',
  },
  sign: {
    title: 'Signing, in the room',
    lede: 'Let the patient scan this with their own phone, or open it on the clinic’s tablet and hand it over. The signature is theirs alone: do not type for them.',
  },
  tablet: {
    title: 'The clinic’s tablet',
    lede: 'Scan this with the tablet, or open it there. It shows whom to hand it to. It works once, within the hour, and signs you out of the desk on that tablet.',
  },
} as const

export function linkTitle(purpose: OnceLink['purpose']): string {
  return WORDS[purpose].title
}

export function linkBody(link: OnceLink): Part {
  const { purpose, url, qr, consultation, safeWay, young } = link
  const image = `data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}`
  return html`<h1>${WORDS[purpose].title}</h1>
    ${young && youngFirst(link, young)}
    ${!young?.refused && html`<p class="lede">${WORDS[purpose].lede}</p>`}
    ${
      safeWay !== undefined &&
      html`<p class="panel">
        Their safe way: <strong><bdi>${safeWay}</bdi></strong>
      </p>`
    }
    <section class="card narrow once" aria-label="One-use link">
      <img src="${image}" width="240" height="240" alt="QR code of the link below" />
      <p><label for="once">One-use link</label></p>
      <input id="once" class="wide mono" readonly value="${url}" />
      <p class="hint">
        It is shown this once and kept nowhere. It works once; if it is lost, make another.
      </p>
      <div class="row">
        <a class="button" href="${url}" target="_blank" rel="noreferrer">Open it on this device</a>
        <a class="button" href="/desk/c/${encodeURIComponent(consultation)}">To the consultation</a>
      </div>
    </section>`
}

type Young = NonNullable<OnceLink['young']>

/** Before the link: what it leads to is not what whoever asked for it had in mind. */
function youngFirst({ consultation }: OnceLink, { refused, person, least }: Young): Part {
  const words = refused
    ? html`<p>
          The consultation is refused for age already. The link below leads to a page that says so,
          kindly, and that <bdi>${person}</bdi> will listen if they ring. Nothing is asked there.
        </p>
        <p>
          If the date was mistyped, <a href="/desk/invite">invite them again</a> with the right one,
          and give them that link. If it is what they gave, correct it
          <a href="/desk/c/${encodeURIComponent(consultation)}">at the consultation</a>, with a
          document in front of you.
        </p>`
    : html`<p>
        <bdi>${person}</bdi> talks with them first, and the chat asks them nothing about a
        treatment.${least !== undefined && ` This treatment is refused under ${least}, whoever agrees.`}
      </p>`
  return html`<div class="panel grave" role="note" aria-label="Warning">
    <h2>${refused ? 'Under 16 by that date of birth' : 'Only 16 or 17 by that date of birth'}</h2>
    ${words}
  </div>`
}
