import type { CaseView } from '../../../bot/views/desk.ts'
import { formOf, posted, textArea } from '../forms.ts'
import { html, type Markup, type Part } from '../html.ts'
import { age, SUMMARY_WAYS, when } from '../words.ts'
import { reach } from './case-head.ts'
import { actForm, pathOf, type Scene, section } from './scene.ts'

type Wanted = CaseView['wanted'][number]
type Question = CaseView['questions'][number]

/** Who asked for a person: those nobody has attended to yet first, and the urgent before them. */
export function wanted(scene: Scene): Part {
  const all = scene.view.wanted.toSorted(
    (a, b) => Number(a.attended) - Number(b.attended) || Number(b.urgent) - Number(a.urgent),
  )
  if (all.length === 0) return undefined
  return section(
    'wanted',
    'Wants a person',
    html`<ul class="lines">
      ${all.map((request) => call(scene, request))}
    </ul>`,
    all.filter(({ attended }) => !attended).length,
  )
}

function call(scene: Scene, { id, urgent, at, attended }: Wanted): Markup {
  const may = scene.view.offers.includes('attend') && !attended
  return html`<li class="${urgent && !attended ? 'urgent' : ''}">
    <p>
      ${urgent ? html`<strong>Needs help now.</strong>` : 'Would like to talk to a person.'} Asked
      ${when(at)}, ${attended ? 'attended to' : html`waiting ${age(at, scene.now)}`}.
    </p>
    ${!attended && html`<p>${reach(scene.view.person)}</p>`}
    ${
      may &&
      actForm(scene, {
        act: 'attend',
        key: id,
        hidden: { request: id },
        body: () =>
          html`<button>
            I have attended to this<span class="aside">: asked ${when(at)}</span>
          </button>`,
      })
    }
  </li>`
}

/** It came with the survey, and is talked about, not only counted. */
export function saidAfter(scene: Scene): Part {
  const { saidAfter: said, offers, person } = scene.view
  if (!said) return undefined
  const { id, at, says } = said
  return section(
    'said-after',
    'How it was for them',
    html`<p>After the treatment they said, ${when(at)}:</p>
      <ul class="lines">
        ${says.map((one) => html`<li>${one}</li>`)}
      </ul>
      <p>
        Talk with them, only in the way that is safe for them, and see whether they need aftercare.
        ${reach(person)}
      </p>
      <p class="hint">
        They do not know that this came to you: nobody promised them a call. If the treatment may
        have done harm, follow what the clinic does then.
      </p>
      ${
        offers.includes('attend') &&
        actForm(scene, {
          act: 'attend',
          key: id,
          hidden: { request: id },
          body: () => html`<button>I have seen to this</button>`,
        })
      }`,
  )
}

/** In these words and no others: nobody is pressed, and whoever overhears learns nothing. */
export function reminder(scene: Scene): Part {
  const { reminder } = scene.view
  if (!reminder || !scene.view.offers.includes('remind')) return undefined
  const { id, at, way, words } = reminder
  return section(
    'reminder',
    'To be reminded',
    html`<p>
        Their time to think was over ${when(at)}, and they have not come back. Tell them once, by
        <strong>${way}</strong> and by no other way, in these words:
      </p>
      <blockquote class="words">${words}</blockquote>
      <p class="hint">
        Only to them: leave no message with anybody else, and add nothing about why.
      </p>
      ${actForm(scene, {
        act: 'remind',
        hidden: { reminder: id },
        body: () =>
          html`<button name="how" value="told">I have told them</button>
            <button class="plain" name="how" value="not-reached">I could not reach them</button>
            <button class="plain" name="how" value="not-wanted">
              They want no more reminders
            </button>`,
      })}`,
  )
}

/** Reception learns that one is wanted; who may read it makes it. */
export function summary({ view, session, kept }: Scene): Part {
  const { summary: asked, consultation } = view
  if (!asked) return undefined
  const action = pathOf(consultation, '/summary')
  const form = formOf('summary', kept)
  return section(
    'summary',
    'A summary is wanted',
    asked.way
      ? html`<p>They asked for it ${when(asked.at)}. ${SUMMARY_WAYS[asked.way]}</p>
          <p class="hint">
            What was said in private is never on it. That you make it goes on record.
          </p>
          ${posted({ action, token: session.token, form }, html`<button>Make the summary</button>`)}`
      : html`<p>
          They asked for it ${when(asked.at)}. A practitioner makes it: it holds what only they may
          read.
        </p>`,
  )
}

/** What the patient typed that was no answer. Only the patient settles it. */
export function questions(scene: Scene): Part {
  const { questions } = scene.view
  if (questions.length === 0) return undefined
  return section(
    'questions',
    'Questions from the patient',
    html`<p class="hint">
        Consent and treatment wait until the patient says that each question is answered.
      </p>
      <ul class="lines">
        ${questions.map((question) => asked(scene, question))}
      </ul>`,
    questions.filter(({ settled }) => !settled).length,
  )
}

function asked(scene: Scene, { id, words, at, reply, settled }: Question): Markup {
  const may = scene.view.offers.includes('reply') && !settled
  const state = settled
    ? 'Settled by the patient'
    : reply
      ? 'Replied; the patient decides'
      : 'Waits for a reply'
  return html`<li>
    <blockquote class="words">${words}</blockquote>
    <p class="hint">${when(at)} · ${state}</p>
    ${reply !== undefined && html`<div class="words reply">${reply}</div>`}
    ${
      may &&
      actForm(scene, {
        act: 'reply',
        key: id,
        hidden: { question: id },
        body: (form) =>
          html`${textArea(form, {
              name: 'words',
              label: reply === undefined ? 'Your reply' : 'Another reply',
              hint: `To: ${words.length > 60 ? `${words.slice(0, 60)}…` : words}`,
            })} <button>Send the reply</button>`,
      })
    }
  </li>`
}
