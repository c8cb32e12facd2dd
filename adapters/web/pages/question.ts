import type { AskedQuestion } from '../../../bot/views/patient.ts'
import type { Language } from '../language.ts'
import { escape } from '../written/sheet.ts'
import type { Fault, Fields } from './read.ts'
import { pickedIn, typedIn } from './read.ts'
import { html, type Layout } from './text.ts'

/** One question as a form, with what was typed before when something is wrong with it. */
export interface Asking {
  readonly question: AskedQuestion
  readonly layout: Layout
  readonly language: Language
  readonly faults: readonly Fault[]
  readonly typed: Fields
}

type Choice = AskedQuestion['choices'][number]

export function questionHtml(asking: Asking): string {
  const { question, layout } = asking
  const { heading, before } = layout
  return `${heading === undefined ? '' : `<h1>${escape(heading)}</h1>`}
${html(before)}
${SHOWN[question.kind](asking)}
${why(asking)}`
}

const SHOWN: Record<AskedQuestion['kind'], (asking: Asking) => string> = {
  choice: (asking) => {
    const { choices } = asking.question
    const [only] = choices
    if (choices.length > 1) return group(asking, radios(asking, 'choice', choices))
    return `${asked(asking)}\n${only ? picks([only], 'first') : ''}`
  },
  private: (asking) => {
    const { choices, options = [] } = asking.question
    const shown = [...radios(asking, 'option', options), ...radios(asking, 'choice', choices)]
    return group(asking, shown)
  },
  many: (asking) => group(asking, boxes(asking)) + others(asking),
  date: (asking) => group(asking, [dateFields(asking)]) + others(asking),
  text: (asking) => textField(asking) + others(asking),
  number: (asking) => numberField(asking) + others(asking),
  signature: (asking) => signature(asking) + others(asking),
}

/** The question with its words, where no group of fields is named by it. */
function asked({ layout: { heading, ask, after }, question }: Asking, target?: string): string {
  const words = escape(ask ?? '')
  const named = target === undefined ? words : `<label for="${target}">${words}</label>`
  const title =
    ask === undefined ? '' : `<h${heading ? 2 : 1} class="ask">${named}</h${heading ? 2 : 1}>`
  return `${title}\n<div id="more">${html(after)}${hint(question)}</div>`
}

const hint = ({ hint }: AskedQuestion) => (hint ? `<p class="hint">${escape(hint)}</p>` : '')

/** Fields that belong together, named by the question. */
function group(asking: Asking, fields: readonly string[]): string {
  const { layout, question, language } = asking
  const { heading, ask, after } = layout
  const words = escape(ask ?? heading ?? '')
  const legend = heading
    ? `<legend class="${ask === undefined ? 'unseen' : 'ask'}">${words}</legend>`
    : `<legend><h1 class="ask">${words}</h1></legend>`
  return `<div class="group"><fieldset aria-describedby="more${broken(asking) ? ' fault' : ''}">${legend}
<div id="more">${html(after)}${hint(question)}</div>
${faultsOf(asking)}
${fields.join('\n')}
</fieldset></div>
<button class="go">${escape(language.t('continue'))}</button>`
}

const broken = ({ faults }: Asking) => faults.length > 0

function faultsOf({ faults, language }: Asking): string {
  const lines = faults.map(({ words }) => escape(language.t(words))).join('<br>')
  return lines && `<p class="fault" id="fault">${lines}</p>`
}

function radios({ typed }: Asking, kind: 'choice' | 'option', choices: readonly Choice[]) {
  return choices.map(({ id, label }) => {
    const value = `${kind}/${id}`
    return tick('radio', 'pick', `pick-${id}`, value, label, typedIn(typed, 'pick') === value)
  })
}

function boxes({ question: { options = [] }, typed }: Asking): string[] {
  const picked = pickedIn(typed, 'options')
  return options.map(({ id, label }) =>
    tick('checkbox', 'options', `pick-${id}`, id, label, picked.includes(id)),
  )
}

function tick(type: string, name: string, id: string, value: string, label: string, on: boolean) {
  const checked = on ? ' checked' : ''
  return `<div class="tick"><input type="${type}" name="${name}" id="${escape(id)}" value="${escape(value)}"${checked}>
<label for="${escape(id)}">${escape(label)}</label></div>`
}

/** Choices beside an answer that is written: buttons of their own, after the one that sends it. */
function others({ question: { choices }, language }: Asking): string {
  if (choices.length === 0) return ''
  return `<p class="or">${escape(language.t('pages-or'))}</p>${picks(choices, 'other')}`
}

function picks(choices: readonly Choice[], look: 'first' | 'other'): string {
  const one = ({ id, label }: Choice) =>
    `<button class="${look === 'first' ? 'go' : 'quiet'}" name="pick" value="choice/${escape(id)}">${escape(label)}</button>`
  return `<div class="picks">${choices.map(one).join('')}</div>`
}

function dateFields({ question, language, typed, faults }: Asking): string {
  const birth = question.content.includes('birth') ? 'bday-' : ''
  const parts = (['day', 'month', 'year'] as const).map((part) => {
    const fill = birth ? `autocomplete="${birth}${part}"` : 'autocomplete="off"'
    const bad = faults.some(({ field, words }) => field === part || words === 'error-date-real')
    return `<div class="field"><label for="${part}">${escape(language.t(part))}</label>
<input class="${part === 'year' ? 'four' : 'two'}" type="text" inputmode="numeric" id="${part}" name="${part}" ${fill} value="${escape(typedIn(typed, part))}"${invalid(bad)}></div>`
  })
  return `<div class="date">${parts.join('\n')}</div>`
}

const invalid = (bad: boolean) => (bad ? ' aria-invalid="true"' : '')

/** What takes one line, and what a browser may know of it. */
const ONE_LINE: Readonly<Record<string, string>> = {
  'enquiry/full-name': 'name',
  'enquiry/safe-contact-details': 'tel',
}

function textField(asking: Asking): string {
  const { question, language, typed, faults, layout } = asking
  const known = ONE_LINE[question.content]
  const common = `id="answer" name="answer" aria-describedby="more${broken(asking) ? ' fault' : ''}"${invalid(faults.length > 0)}`
  const value = escape(typedIn(typed, 'answer'))
  const field = known
    ? `<input type="text" ${common} autocomplete="${known}" value="${value}">`
    : `<textarea ${common} rows="5" autocomplete="off">${value}</textarea>`
  const label = layout.ask ? '' : `<label for="answer">${escape(language.t('your-answer'))}</label>`
  return `<div class="group">${asked(asking, 'answer')}
${faultsOf(asking)}
<div class="field">${label}${field}</div></div>
<button class="go">${escape(language.t('continue'))}</button>`
}

function numberField(asking: Asking): string {
  const { language, typed, faults, layout } = asking
  const label = layout.ask ? '' : `<label for="answer">${escape(language.t('number'))}</label>`
  return `<div class="group">${asked(asking, 'answer')}
${faultsOf(asking)}
<div class="field">${label}<input class="four" type="text" inputmode="numeric" id="answer" name="answer" autocomplete="off" aria-describedby="more${broken(asking) ? ' fault' : ''}" value="${escape(typedIn(typed, 'answer'))}"${invalid(faults.length > 0)}></div></div>
<button class="go">${escape(language.t('continue'))}</button>`
}

function signature(asking: Asking): string {
  const { language, typed, faults } = asking
  const t = (key: string) => escape(language.t(key))
  const bad = faults.some(({ field }) => field === 'name')
  return `<div class="group">${asked(asking)}
${faultsOf(asking)}
<div class="field"><label for="name">${t('type-your-name')}</label>
<input type="text" id="name" name="name" autocomplete="name" value="${escape(typedIn(typed, 'name'))}"${invalid(bad)}></div>
${tick('checkbox', 'agreed', 'agreed', 'yes', language.t('signature-agree'), typedIn(typed, 'agreed') === 'yes')}</div>
<button class="go">${t('sign')}</button>`
}

function why({ question: { why }, language }: Asking): string {
  if (!why) return ''
  return `<details><summary>${escape(language.t('why-we-ask'))}</summary><p>${escape(why)}</p></details>`
}
