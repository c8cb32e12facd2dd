import type { Route } from '../../http/route.ts'
import { accentOf } from '../widget/accent.ts'
import { BESIDE, serve, styleSheet } from '../widget/assets.ts'
import type { PageParts } from '../link.ts'

const STYLES = '/plain/plain.css'

/** The plain page around what is not the chat yet. */
export function createPlainPage({ accent }: { readonly accent?: string | undefined }) {
  const styles = styleSheet(
    [BESIDE, new URL('./plain.css', import.meta.url)],
    `:root{--accent:${accentOf(accent)}}`,
  )
  const routes: Route[] = [
    {
      method: 'GET',
      path: STYLES,
      handle: async (request) => serve(styles, request, 'public, no-cache'),
    },
  ]
  const page = ({ title, body, language }: PageParts): string => `<!doctype html>
<html lang="${language.locale}" dir="${language.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${STYLES}">
</head>
<body><main><h1>${title}</h1>
${body}</main></body>
</html>`
  return { page, routes }
}
