import { dirOf } from '../language.ts'
import { linked } from '../phones.ts'

export const NEUTRAL = 'https://www.bbc.co.uk/weather'

/** A page that is opened beside the chat: to read and to print, without a script. */
export function document(title: string, locale: string, body: string): string {
  return `<!doctype html>
<html lang="${escape(locale)}" dir="${dirOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/written-information/written.css">
</head>
<body>
${body}
</body>
</html>
`
}

/** A line at the top of a page that is for whoever hands it over, and is not printed. */
export interface Note {
  readonly words: string
  readonly back: { readonly href: string; readonly label: string }
}

export const backOf = ({ back }: Note) =>
  `<p><a href="${escape(back.href)}">${escape(back.label)}</a></p>`

export const exit = (words: string) =>
  `<nav class="exit screen"><a href="${NEUTRAL}" rel="noreferrer">${escape(words)}</a></nav>`

export const phones = (text: string) => linked(escape(text))

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
