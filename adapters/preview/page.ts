/** Plain data: the words of one state in one locale. */
export interface Spoken {
  readonly locale: string
  readonly file: string
  /** Missing where the file cannot be read at all. */
  readonly text: string | undefined
  readonly choices: readonly { readonly event: string; readonly label: string }[]
  readonly faults: readonly { readonly severity: 'error' | 'advice'; readonly text: string }[]
}

export interface PreviewedState {
  readonly state: string
  readonly ends: boolean
  readonly spoken: readonly Spoken[]
}

export interface Preview {
  readonly pathway: string
  readonly role: string
  readonly others: readonly string[]
  readonly states: readonly PreviewedState[]
}

export interface RehearsedPage {
  readonly pathway: string
  readonly spoken: readonly Spoken[]
  readonly kind: string
  readonly choices: readonly string[]
  readonly options: readonly string[]
  readonly ended: boolean
  /** The answers so far, as they go back with the next one. */
  readonly so: string
  readonly count: number
}

const escaped = (text: string): string =>
  text.replaceAll(
    /[&<>"']/g,
    (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[one] ?? one,
  )

export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview.css">
<script src="/preview.js" type="module"></script>
</head>
<body><main id="main">${body}</main></body>
</html>`
}

export function previewBody({ pathway, role, others, states }: Preview): string {
  const links = others.map((name) => `<a href="/${escaped(name)}">${escaped(name)}</a>`).join(' ')
  return `<h1>${escaped(pathway)}</h1>
<p>Its words as the ${escaped(role)} reads them, in every language. They change here as soon as a file is saved.</p>
<p><a class="button" href="/${escaped(pathway)}/rehearse">Rehearse</a></p>
${states.map(stateOf).join('\n')}
<nav aria-label="Other pathways"><h2>Other pathways</h2><p>${links}</p></nav>`
}

const stateOf = ({ state, ends, spoken }: PreviewedState): string => `<section>
<h2 id="${escaped(state)}">${escaped(state)}${ends ? ' <small>an end</small>' : ''}</h2>
${spoken.length === 0 ? '<p class="error">There are no words for this state.</p>' : ''}
<div class="locales">${spoken.map((one) => wordsOf(one)).join('\n')}</div>
</section>`

function wordsOf({ locale, file, text, choices, faults }: Spoken): string {
  const lines = faults.map(
    ({ severity, text: said }) => `<li class="${severity}">${escaped(said)}</li>`,
  )
  const labels = choices.map(({ label }) => `<li>${escaped(label)}</li>`)
  return `<article lang="${escaped(locale)}">
<p class="file">${escaped(file)}</p>
${lines.length > 0 ? `<ul class="faults">${lines.join('')}</ul>` : ''}
${text === undefined ? '' : `<div class="words">${escaped(text)}</div>`}
${labels.length > 0 ? `<ul class="choices">${labels.join('')}</ul>` : ''}
</article>`
}

/** Each page of it says that it is a rehearsal; nothing is kept but in its own form. */
export function rehearsalBody(one: RehearsedPage): string {
  const { pathway, spoken, ended, count } = one
  return `<p class="watermark" role="note">Rehearsal. Made-up answers only: nothing is recorded.</p>
<div class="behind" aria-hidden="true">REHEARSAL</div>
<h1>${escaped(pathway)}</h1>
<div class="locales">${spoken.map((words) => wordsOf({ ...words, choices: [] })).join('\n')}</div>
${ended ? `<p><strong>It ends here</strong>, after ${count} ${count === 1 ? 'answer' : 'answers'}.</p>` : formOf(one)}
<p><a href="/${escaped(pathway)}/rehearse">Begin again</a> <a href="/${escaped(pathway)}">Back to the words</a></p>`
}

function formOf({ pathway, kind, spoken, choices, options, so }: RehearsedPage): string {
  const labelled = new Map(spoken[0]?.choices.map(({ event, label }) => [event, label]))
  const label = (event: string) => escaped(labelled.get(event) ?? event)
  const buttons = choices.map(
    (event) => `<button name="event" value="${escaped(event)}">${label(event)}</button>`,
  )
  return `<form method="post" action="/${escaped(pathway)}/rehearse">
<input type="hidden" name="so" value="${escaped(so)}">
${kind === 'choice' ? '' : fieldOf(kind, options, label)}
${buttons.join('\n')}
</form>`
}

function fieldOf(
  kind: string,
  options: readonly string[],
  label: (event: string) => string,
): string {
  const save = '<button name="event" value="answered">Save this answer</button>'
  if (options.length > 0) {
    const type = kind === 'many' ? 'checkbox' : 'radio'
    const ticked = options.map(
      (option) =>
        `<label><input type="${type}" name="value" value="${escaped(option)}"> ${label(option)}</label>`,
    )
    return `<fieldset><legend>Choose</legend>${ticked.join('')}</fieldset>${save}`
  }
  const type = kind === 'date' ? 'date' : 'text'
  const made = kind === 'date' ? '1990-04-03' : 'Made-up words'
  return `<label>A made-up answer <input type="${type}" name="value" value="${made}"></label>${save}`
}
