import type { AskedQuestion, PatientMessage } from '../../../bot/views/patient.ts'
import { linesOf } from '../lines.ts'
import { alsoIn, dirOf, type Language } from '../language.ts'
import type { WidgetClinic } from '../widget/page.ts'
import { escape, phones } from '../written/sheet.ts'
import type { Now } from './now.ts'
import { hidden, type Page, ROOT } from './page.ts'
import { questionHtml } from './question.ts'
import type { Fault, Fields } from './read.ts'
import { html, layoutOf, partsOf } from './text.ts'

/** What goes into every form: whose it is, and a name that makes sending it twice harmless. */
export interface FormIds {
  readonly token: string
  readonly key: string
}

export interface Asked {
  readonly now: Now
  readonly language: Language
  readonly languages: readonly Language[]
  readonly ids: FormIds
  readonly origin: string
  readonly faults?: readonly Fault[]
  readonly typed?: Fields
  /** On the clinic's tablet nothing is taken along, and no page is left open beside it. */
  readonly tablet?: boolean
}

/** Where the patient stands: what was just said, one question, and what else they can do. */
export function currentPage(asked: Asked): Page {
  const { now, language, ids, faults = [], typed = {}, tablet } = asked
  const { message, told } = now
  const { question, answers = [] } = message
  const caption = captionOf(message, language)
  const heading = question?.title ?? (question && caption) ?? headingOf(message, language)
  const layout = layoutOf(message.text, heading)
  const body = question
    ? form(ids, about(question) + questionHtml({ question, layout, language, faults, typed }))
    : `<h1>${escape(heading)}</h1>\n${html(partsOf(message.text))}`
  return {
    title: caption || language.t('page-title'),
    ...{ faults, back: answers.length > 0 ? `${ROOT}/answers` : undefined },
    main: `${inAnother(message, language)}${told.map((one) => toldHtml(one, asked)).join('\n')}
${caption && heading !== caption ? `<p class="caption">${escape(caption)}</p>` : ''}
${wordsIn(message, body)}
${tablet && !question ? `<p>${escape(language.t('tablet-all-done'))}</p>` : ''}
${message.link === undefined ? '' : linkHtml(message.link, asked)}
${somethingElse(asked)}`,
    aside: toolsHtml(asked),
  }
}

/** Words that are not there yet in the language that was chosen are shown as they are, and it is said. */
function inAnother({ wordsIn }: PatientMessage, { t }: Language): string {
  return wordsIn === undefined ? '' : `<p class="told">${escape(t('not-translated'))}</p>\n`
}

function wordsIn({ wordsIn: locale }: PatientMessage, body: string): string {
  if (locale === undefined) return body
  return `<div class="main" lang="${escape(locale)}" dir="${dirOf(locale)}">${body}</div>`
}

/** An old page says which question it asked, so that its answer is never taken for another's. */
const about = ({ id, kind }: AskedQuestion) => hidden({ question: id, kind })

/** Browsers put back what was in a form when somebody goes back to it, and `autocomplete` stops them. */
export function form(ids: FormIds, inside: string, action = ROOT): string {
  return `<form method="post" action="${action}" novalidate autocomplete="off">${hidden({ ...ids })}\n${inside}\n</form>`
}

function captionOf({ progress, question }: PatientMessage, { t }: Language): string {
  if (!progress) return ''
  return question ? t('progress', { ...progress }) : progress.part
}

function headingOf({ progress, question, state = 'active' }: PatientMessage, { t }: Language) {
  if (state !== 'active') return t(`state-${state}`)
  return progress?.part || t(question ? 'question' : 'chat-title')
}

function toldHtml({ text, link }: Now['told'][number], asked: Asked): string {
  return `<div class="told">${html(partsOf(text))}${link === undefined ? '' : linkHtml(link, asked)}</div>`
}

/** Shown, not followed: opening it here would use it up. */
function linkHtml(link: string, { language, origin }: Asked): string {
  const t = (key: string) => escape(language.t(key))
  return `<div class="field link"><label for="link">${t('link-label')}</label>
<input type="text" id="link" readonly dir="ltr" aria-describedby="link-hint" value="${escape(new URL(link, origin).href)}">
<p class="hint" id="link-hint">${t('link-works-once')} ${t('link-copy-yourself')}</p></div>`
}

/** Words that are no answer: somebody is asked whether they shall be passed on. */
function somethingElse({ now, language, ids }: Asked): string {
  const { question, state, text } = now.message
  // At the door nobody is known, and after the end nothing is passed on.
  if (question?.kind === 'text' || state === 'door' || state === 'ended') return ''
  const t = (key: string) => escape(language.t(key))
  const net = language.t('safety-net')
  const note = text.includes(net) ? t('nobody-reads') : `${t('nobody-reads')} ${phones(net)}`
  const asked = { question: question?.id ?? '', kind: question?.kind ?? '' }
  const written = form(
    ids,
    `${hidden(asked)}<div class="field"><label for="text">${t('in-your-own-words')}</label>
<textarea id="text" name="text" rows="3" aria-describedby="text-hint"></textarea>
<p class="hint" id="text-hint">${note}</p></div>
<button class="quiet">${t('send')}</button>`,
  )
  return question
    ? `<details class="else"><summary>${t('write-something-else')}</summary>\n${written}</details>`
    : written
}

/** The same ways as in the chat, where each is offered. */
function toolsHtml({ now, language, languages, ids, tablet }: Asked): string {
  const { message, kept } = now
  const { state = 'active', question, answers = [], written, summary } = message
  const t = (key: string) => escape(language.t(key))
  const way = (command: string) =>
    `<button class="quiet" name="command" value="${command}">${t(command)}</button>`
  const commands = [
    state !== 'door' && state !== 'ended' && 'ask-for-a-person',
    (state === 'active' || (state === 'paused' && !question)) && 'stop',
    (state === 'active' || state === 'paused') && kept && !tablet && 'continue-later',
    kept && !tablet && 'summary',
  ].filter((one) => one !== false)
  const sheet = (action: string, words: string) =>
    `<form method="post" action="${action}" ${tablet ? '' : 'target="_blank" rel="noopener noreferrer"'}><button class="quiet">${t(words)}</button></form>`
  const ways = [
    answers.length > 0 && `<a class="button quiet" href="${ROOT}/answers">${t('your-answers')}</a>`,
    commands.length > 0 && form(ids, commands.map(way).join('')),
    languages.length > 1 && form(ids, languageButtons(languages, language)),
    written && sheet('/written-information', 'written-open'),
    summary && sheet('/summary', 'summary-open'),
    kept && !tablet && sheet('/receipt', 'receipt-open'),
  ].filter((one) => typeof one === 'string')
  if (ways.length === 0) return ''
  return `<nav class="tools" aria-label="${t('tools')}">\n${ways.join('\n')}\n</nav>`
}

/** All that was answered, each with a way to change it. */
export function answersPage({ now, language, ids }: Asked): Page {
  const t = (key: string) => escape(language.t(key))
  const rows = (now.message.answers ?? []).map(
    ({ change, label, answer }) => `<div><dt>${escape(label)}</dt>
<dd>${escape(answer ?? language.t('answered')).replaceAll('\n', '<br>')}</dd>
<dd class="change"><button class="plain" name="change" value="${escape(change)}">${t('change')}<span class="unseen"> ${escape(label)}</span></button></dd></div>`,
  )
  const list = rows.length > 0 ? `<dl>${rows.join('\n')}</dl>` : `<p>${t('no-answers-yet')}</p>`
  return {
    ...{ title: language.t('check-your-answers'), back: ROOT },
    main: `<h1>${t('check-your-answers')}</h1>
${form(ids, list)}
<p><a class="button go" href="${ROOT}">${t('continue')}</a></p>`,
  }
}

/** Whom to ring. It is the same for everybody, and opening it sends nothing. */
export function helpPage(clinic: WidgetClinic, language: Language): Page {
  const t = (key: string) => escape(language.t(key))
  const items = linesOf(clinic, language.ui).map(
    ({ name, phone, when }) => `<li><strong>${escape(name)}</strong>
<a class="phone" href="tel:${escape(phone.replaceAll(' ', ''))}">${escape(phone)}</a> <span>${escape(when)}</span></li>`,
  )
  return {
    ...{ title: language.t('page-title'), back: ROOT },
    main: `<h1>${t('need-help-now')}</h1>
<p>${t('help-intro')}</p>
<ul class="lines">${items.join('\n')}</ul>
<p class="hint">${t('help-not-sent')}</p>`,
  }
}

/** The last words of a sitting, to whoever it was of. */
export function endedPage(language: Language, words: string): Page {
  return {
    title: language.t('error-closed'),
    main: `<h1>${escape(language.t('error-closed'))}</h1>\n${closedWith(language, words)}`,
  }
}

/** For a sitting that was over before: nothing is known of whose it was, nor of their language. */
export function closedPage(languages: readonly Language[], shown: Language): Page {
  const others = alsoIn(
    languages,
    shown,
    (one) => `<h2>${escape(one.t('error-closed'))}</h2>\n${closedWith(one, one.t('ended-text'))}`,
  )
  const { title, main } = endedPage(shown, shown.t('ended-text'))
  return { title, main: `${main}\n${others}` }
}

const closedWith = ({ t }: Language, words: string): string =>
  `${html(partsOf(words))}\n<p><a href="${ROOT}">${escape(t('start-again'))}</a></p>`

/** Each named in itself. The one that is read now is not offered. */
function languageButtons(languages: readonly Language[], but?: Language): string {
  return languages
    .filter((one) => one !== but)
    .map(
      ({ locale, dir, name }) =>
        `<button class="quiet" name="language" value="${escape(locale)}" lang="${escape(locale)}" dir="${dir}">${escape(name)}</button>`,
    )
    .join('')
}

/** Before a first question, for whoever comes by themselves. */
export function startPage(languages: readonly Language[], language: Language): Page {
  const others = languageButtons(languages, language)
  const t = (key: string) => escape(language.t(key))
  return {
    title: language.t('page-title'),
    main: `<h1>${t('pages-start-title')}</h1>
<p>${t('pages-start-lead')}</p>
<p>${t('pages-start-kept')}</p>
<form method="post" action="${ROOT}/start"><button class="go">${t('pages-start')}</button>
${others && `<p>${t('language-choose')}</p><div class="picks">${others}</div>`}</form>
<p class="hint">${t('interpreter-offer')}</p>`,
  }
}
