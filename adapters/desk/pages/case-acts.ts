import {
  checkboxes,
  dateField,
  formOf,
  grouped,
  optionsOf,
  posted,
  selectField,
  textArea,
  textField,
  ticked,
} from '../forms.ts'
import type { CaseView } from '../../../bot/views/desk.ts'
import { html, type Markup, type Part } from '../html.ts'
import { DOCUMENTS, IDENTIFIERS, spoken, WRITTEN_WAYS } from '../words.ts'
import { DECLINE_SEEN } from './case-head.ts'
import type { Found } from './queue.ts'
import { type Folded, offered, pathOf, type Scene, section } from './scene.ts'

/** What else the viewer may do now. The order goes from what helps to what ends. */
export function acts(scene: Scene): Part {
  const forms = [
    ...BEFORE.map((act) => offered(scene, act)),
    link(scene),
    written(scene),
    inviteAgain(scene),
    ...AFTER.map((act) => offered(scene, act)),
    notEnded(scene),
  ].filter((form) => form !== undefined)
  return forms.length === 0 ? undefined : section('acts', 'What you may do', forms)
}

const documents = { name: 'seen', label: 'Document you have seen' }

const BEFORE: readonly Folded[] = [
  {
    title: 'Open signing, in the room',
    act: 'open-signing',
    body: () =>
      html`<p>
          The patient is with you. This opens the consent statement for them and shows a code to
          scan. You take consent afterwards, yourself.
        </p>
        <button>Open signing and show the code</button>`,
  },
  {
    title: 'Make a link to go on',
    act: 'make-link',
    body: () =>
      html`<p>For a patient who lost theirs or changes device. It works once.</p>
        <button>Make the link</button>
        <p>
          Or let them answer here, on the clinic’s own tablet. It clears itself when it lies idle.
        </p>
        <button name="for" value="tablet">Hand over the clinic’s tablet</button>`,
  },
  {
    title: 'Correct the date of birth',
    act: 'correct',
    body: (form) =>
      html`<p>Only with a document in front of you. What depends on age is asked again.</p>
        ${dateField(form, { name: 'birth-date', label: 'Date of birth on the document' })}
        ${selectField(form, documents, optionsOf(form, documents, Object.entries(DOCUMENTS)), 'Choose a document')}
        <button>Correct it</button>`,
  },
]

const AFTER: readonly Folded[] = [
  {
    title: 'Pause',
    act: 'pause',
    body: () =>
      html`<p>Nothing is asked until somebody goes on.</p>
        <button>Pause</button>`,
  },
  {
    title: 'Go on after the pause',
    act: 'resume',
    body: (form, { pausedBy }) =>
      html`${
          pausedBy === 'patient' && [
            html`<p>The patient stopped this themselves. It goes on only when they say so.</p>`,
            ticked(form, 'word', 'checkbox', ['yes', 'The patient has told me to go on']),
          ]
        } <button>Go on</button>`,
  },
  {
    title: 'Withdraw, on the patient’s word',
    act: 'withdraw',
    body: () =>
      html`<p>
          The patient has told you that they do not want this. They need no reason, so none is asked
          for here. Any member of staff may record it, at any time.
        </p>
        <button>Record that the patient withdraws</button>`,
  },
  {
    title: 'Decline',
    act: 'decline',
    body: (form) =>
      html`<p>
          Your reason goes to the restricted record; the page that patients see is the same for
          every decline. ${DECLINE_SEEN}
        </p>
        ${textArea(form, { name: 'reason', label: 'Your reason' })}
        <button>Decline</button>`,
  },
  {
    title: 'End this consultation',
    act: 'end',
    body: (form) =>
      html`<p>Nothing more can be recorded afterwards.</p>
        ${form.fault('done-yes') !== undefined && html`<p class="fault">${form.fault('done-yes')}</p>`}
        ${ticked(form, 'done', 'checkbox', ['yes', 'Everything is done and the patient knows'])}
        <button>End it</button>`,
  },
]

const WAITS: Readonly<Record<CaseView['endWaits'][number], string>> = {
  'person-wanted': 'The patient asked for a person, and nobody has attended to them yet.',
  question: 'A question of the patient’s is open. Only the patient says that it is answered.',
}

/** In the place of the form, so that nobody looks for it in vain. */
function notEnded({ view: { endWaits } }: Scene): Part {
  if (endWaits.length === 0) return undefined
  return html`<details class="act">
    <summary>End this consultation</summary>
    <p>Not yet:</p>
    <ul class="plain">
      ${endWaits.map((why) => html`<li>${WAITS[why]}</li>`)}
    </ul>
  </details>`
}

/** To be printed or sent in the way that the patient chose as safe. */
function written({ view: { consultation, written } }: Scene): Part {
  if (!written) return undefined
  return html`<details class="act">
    <summary>Written information</summary>
    <p>${WRITTEN_WAYS[written]}</p>
    <p>
      <a class="button" href="${pathOf(consultation, '/written-information')}"
        >Open it as one page</a
      >
    </p>
  </details>`
}

/** For whoever may make links, of somebody whose name and birthday are known. */
function inviteAgain({ view: { consultation, offers, person } }: Scene): Part {
  if (!offers.includes('make-link') || !person.name || !person.birthDate) return undefined
  const to = `/desk/invite?known=${encodeURIComponent(consultation)}`
  return html`<details class="act">
    <summary>Invite them to another consultation</summary>
    <p>About something else, with a record of its own. They are asked about their health again.</p>
    <p>
      <a class="button" href="${to}">Invite them again</a>
    </p>
  </details>`
}

/** Two steps: find the known person, then say what was compared. */
function link(scene: Scene): Part {
  const { view, kept, found, session } = scene
  if (!view.offers.includes('link')) return undefined
  const finding = formOf('find', kept)
  const open = found !== undefined || finding.failed || kept?.form === 'link'
  return html`<details class="act" id="link" ${open && html`open`}>
    <summary>Link to a person we know</summary>
    <p>Only after comparing at least two things with what we hold.</p>
    ${posted(
      { action: pathOf(view.consultation, '/find'), token: session.token, form: finding },
      html`${textField(finding, { name: 'query', label: 'Name, or part of it' })}
        <button>Find</button>`,
    )}
    ${found && linkTo(scene, found)}
  </details>`
}

function linkTo(scene: Scene, found: Found): Markup {
  const { view, kept, session } = scene
  const others = found.filter(({ id }) => id !== view.person.id)
  if (others.length === 0) return html`<p role="status">Nobody else by that name.</p>`
  const form = formOf('link', kept)
  const hidden = { act: 'link', query: scene.query ?? '' }
  const action = pathOf(view.consultation, '/act')
  return posted(
    { action, token: session.token, form, hidden },
    html`${grouped(
        form,
        { name: 'person', label: 'The same person as' },
        others.map(({ id, name, birthDate }) =>
          ticked(
            form,
            'person',
            'radio',
            [id, name],
            birthDate !== undefined && `, born ${spoken(birthDate)}`,
          ),
        ),
      )}
      ${checkboxes(form, { name: 'identifiers', label: 'What you have compared' }, Object.entries(IDENTIFIERS))}
      <button>Link them</button>`,
  )
}
