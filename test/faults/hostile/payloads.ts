/** What a script would do here, if one ran: nothing else sets it. */
const RUN = 'window.ran=1'
const AWAY = 'https://elsewhere.example/x'

const TAGS = [
  `<script>${RUN}</script>`,
  `<script src="${AWAY}"></script>`,
  `<ScRiPt >${RUN}</sCrIpT>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<img src=x onerror=${RUN}>`,
  `<img src="${AWAY}">`,
  `<img/src=x/onerror=${RUN}//`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<math><mi xlink:href="javascript:${RUN}">x</mi></math>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<object data="${AWAY}"></object>`,
  `<embed src="${AWAY}">`,
  `<video><source onerror=${RUN}></video>`,
  `<audio src=x onerror=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<body onload=${RUN}>`,
  `<marquee onstart=${RUN}>`,
  `<a href="javascript:${RUN}">press</a>`,
  `<form action="${AWAY}"><button>press</button></form>`,
  `<link rel="stylesheet" href="${AWAY}">`,
  `<style>@import url(${AWAY});</style>`,
  `<meta http-equiv="refresh" content="0;url=${AWAY}">`,
  `<base href="${AWAY}">`,
  `<template><script>${RUN}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  `<b title='<img src=x onerror=${RUN}>'>`,
]

const OUT_OF = ['"', "'", '`', '">', "'>", '</textarea>', '</title>', '</script>', '-->', '"/>']

const OTHERS = [
  ...['javascript:window.ran=1', 'data:text/html,<script>window.ran=1</script>', 'vbscript:ran'],
  ...[
    `[press](javascript:${RUN})`,
    `![x](${AWAY})`,
    `[x]: ${AWAY}`,
    `<${AWAY}>`,
    '**bold**',
    '# big',
  ],
  ...[
    '<at>Nadia Okafor</at>',
    '@everyone',
    '{{constructor}}',
    '{{#each this}}x{{/each}}',
    '${7*7}',
  ],
  ...['{{{markup}}}', '<%= 7*7 %>', '#{7*7}', '[[7*7]]', '%{7*7}', "{{'a'.constructor('x')()}}"],
  ...['=1+1', '+1+1', '-1+1', '@SUM(A1)', `=HYPERLINK("${AWAY}")`, "=cmd|' /C calc'!A0", '\t=1+1'],
  ...["' OR '1'='1", "'; DROP TABLE record; --", '1; SELECT pg_sleep(9)', '") OR 1=1 --', '\\x00'],
  ...['\u202egnp.exe\u202c', '\u2066left\u2069', 'a\u200bb', '\u200e\u200f', 'e\u0301'.repeat(20)],
  ...['\u001b[31mred\u001b[0m', '\u001b]8;;https://elsewhere.example\u0007x', '\u0007', '\u2028x'],
  ...['Set-Cookie: a=b', '%0d%0aSet-Cookie:%20a=b', '../../etc/passwd', '$(id)', '`id`', '| id'],
  ...['(a) Tj /F1 12 Tf', ') endstream endobj', '%PDF-1.7', '<< /JS (app.alert(1)) >>', '\\(x\\)'],
  ...[
    '&lt;script&gt;',
    '&#x3c;img&#x3e;',
    '&amp;lt;',
    '&nbsp;',
    '\\u003cscript\\u003e',
    '%3Cscript%3E',
  ],
  ...[
    '👩🏽‍⚕️',
    '🏳️‍🌈'.repeat(9),
    'שלום',
    'مرحبا',
    'x'.repeat(300),
    'null',
    'undefined',
    '[object Object]',
  ],
  ...[
    '{"type":"Action.OpenUrl"}',
    '"}],"actions":[{"type":"Action.OpenUrl"',
    '\\"',
    '\\\\',
    '__proto__',
  ],
  ...[
    '<xml:namespace prefix="t">',
    '<?xml version="1.0"?>',
    '<!DOCTYPE x [<!ENTITY y "z">]>',
    ']]>',
  ],
]

/** About two hundred ways in which words have become something else. */
export const PAYLOADS: readonly string[] = [
  ...new Set([
    ...TAGS,
    ...OUT_OF.flatMap((out) => TAGS.slice(0, 10).map((tag) => out + tag)),
    ...OTHERS,
  ]),
]

const MOST = 3_800

/** As many as one answer holds, a line each. */
export function batches(all: readonly string[] = PAYLOADS, most = MOST): string[][] {
  const made: string[][] = [[]]
  for (const one of all) {
    const last = made.at(-1) ?? []
    if ([...last, one].join('\n').length > most) made.push([one])
    else last.push(one)
  }
  return made
}
