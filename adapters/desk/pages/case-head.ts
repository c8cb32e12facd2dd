import type { CaseView } from '../../../bot/views/desk.ts'
import type { Actor } from '../../../machines/contract.ts'
import { html, type Markup, type Part } from '../html.ts'
import { mayAsk } from '../permissions.ts'
import { named, spoken, STATES } from '../words.ts'
import { pathOf, readsRecords, type Scene } from './scene.ts'

export function head({ view, session }: Scene): Part {
  return html`<div class="headline">
      <div>
        <p class="crumb"><a href="/desk">What waits</a></p>
        <h1><bdi>${view.who}</bdi></h1>
        ${about(view, session.by)}
      </div>
      <p class="state ${view.state}">${STATES[view.state]}</p>
    </div>
    ${warning(view)} ${banner(view)} ${trail(view)}`
}

/** Of a tree that staff go through alone: whose it is, and how it ended. */
export function headAlone({ view, session }: Scene): Part {
  const { alone, who, state, consultation } = view
  return html`<div class="headline">
      <div>
        <p class="crumb"><a href="/desk">What waits</a></p>
        <h1>${alone?.tree}</h1>
        <ul class="about">
          <li>Begun by <bdi>${who}</bdi></li>
          ${elsewhere(consultation, session.by)}
        </ul>
      </div>
      <p class="state ${state}">${STATES[state]}</p>
    </div>
    ${
      state === 'ended' &&
      html`<div class="panel ended">
        <h2>${alone?.result ?? 'Ended without a result.'}</h2>
        <p>Nothing more can be recorded here. Other words need a new check.</p>
      </div>`
    }`
}

/** The record, and who has read it, for whoever may. */
function elsewhere(consultation: string, by: Actor): Part {
  const reads = mayAsk('GET /desk/access', by.role)
  const query = new URLSearchParams({ of: consultation, months: '12' }).toString()
  return [
    readsRecords(by) && html`<li><a href="${pathOf(consultation, '/record')}">The record</a></li>`,
    reads && html`<li><a href="/desk/access?${query}">Who has read this</a></li>`,
  ]
}

function about({ person, who, consultation }: CaseView, by: Actor): Markup {
  const { calledBy, birthDate, needs } = person
  return html`<ul class="about">
    ${
      calledBy !== undefined &&
      calledBy !== who &&
      html`<li>
        Called <strong><bdi>${calledBy}</bdi></strong>
      </li>`
    }
    <li>${birthDate === undefined ? 'Date of birth not given' : `Born ${spoken(birthDate)}`}</li>
    <li>${reach(person)}</li>
    ${
      needs.length > 0 &&
      html`<li>
        Needs: <strong><bdi>${needs.join(', ')}</bdi></strong>
      </li>`
    }
    ${elsewhere(consultation, by)}
  </ul>`
}

/** How to get in touch without anybody else finding out, or not to. */
export function reach({ safeContact, onlyAtClinic }: CaseView['person']): Part {
  if (onlyAtClinic) return 'Do not call or write. Only when they are at the clinic.'
  if (safeContact === undefined) return 'No safe way of contact is known: do not call or write.'
  return html`Reach them by: <bdi>${safeContact}</bdi>`
}

/** The only two matters that may interrupt: what always interrupts is soon not read. */
function warning({ interruptions }: CaseView): Part {
  if (interruptions.includes('withdrawn')) {
    return html`<div class="panel grave" role="note" aria-label="Warning">
      <h2>The patient has withdrawn</h2>
      <p>
        Do not treat. They need no reason and owe no explanation: do not ask for one, and do not
        contact them to change their mind.
      </p>
    </div>`
  }
  if (!interruptions.includes('age')) return undefined
  return html`<div class="panel grave" role="note" aria-label="Warning">
    <h2>Under 18</h2>
    <p>
      Toxin and filler are refused, whoever agrees. Under 16, nothing goes on. Check the date of
      birth on a document before anything else.
    </p>
  </div>`
}

/** What a decline does and does not do: the chat waits for the patient, who may never open it. */
export const DECLINE_SEEN =
  'The patient sees this in the chat when they next open it, with other ways and a person to talk to. ' +
  'Nothing is sent to them. Please tell them yourself, in their safe way.'

const BANNERS: Readonly<Partial<Record<CaseView['state'], readonly [string, string]>>> = {
  paused: ['Paused', 'Nothing is asked of the patient until it goes on.'],
  refused: ['This does not go ahead', DECLINE_SEEN],
  ended: ['Ended', 'Nothing more can be recorded in this consultation.'],
}

const REFUSED_FOR_AGE = [
  'Refused for age',
  'Nothing is booked or treated. If the date of birth is wrong, correct it with a document in front of you.',
] as const

function banner({ state, refusedFor }: CaseView): Part {
  const words = refusedFor === 'age' ? REFUSED_FOR_AGE : BANNERS[state]
  if (!words) return undefined
  return html`<div class="panel ${state}">
    <h2>${words[0]}</h2>
    <p>${words[1]}</p>
  </div>`
}

function trail({ stages, stage }: CaseView): Markup {
  const at = stages.indexOf(stage)
  const step = (name: string, n: number) =>
    html`<li class="${n < at ? 'past' : ''}" ${n === at && html`aria-current="step"`}>
      ${named(name)}${n < at && html`<span class="aside">, passed</span>`}
    </li>`
  return html`<ol class="trail" aria-label="Stages">
    ${stages.map(step)}
  </ol>`
}
