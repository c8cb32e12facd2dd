/** The made-up clinic's own page: what a clinic's web site with the chat on it could be. */
export interface DemoClinic {
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly accent?: string | undefined
}

export interface DemoView {
  readonly clinic: DemoClinic
  readonly ui: Readonly<Record<string, string>>
  readonly site: string
  readonly now: string
  readonly moved: boolean
}

const STEPS = ['hour', 'day', 'week', 'month'] as const

const ROLES = [
  [
    'Practitioners',
    'See the consultations they care for, health answers included, and answer the prompts that wait for them.',
  ],
  [
    'Reception',
    'Sees names, dates of birth, safe ways to reach people, what makes it easier for them, what waits and when. Never sees an answer about health.',
  ],
  [
    'The safeguarding lead',
    'Reads consultations, concerns that were raised in private, and reasons for declining.',
  ],
  ['The auditor', 'Reads the record and its proofs, and changes nothing.'],
  ['The administrator', 'Looks after people and settings, and reads no health answers.'],
] as const

const STEPS_OF_A_VISIT = [
  [
    'Tell us a little',
    'A chat on this page asks what brings you. You can stop at any time, or ask for a person instead.',
  ],
  [
    'Meet in person',
    'The practitioner listens, looks, and talks through what could help, what could go wrong, and what happens if you do nothing.',
  ],
  [
    'Take your time',
    'You get it all in writing. You decide when you have had enough time, and saying no is an answer we are glad to hear.',
  ],
  ['Stay in touch', 'If you do have a treatment, you know whom to ring afterwards, at any hour.'],
] as const

const OFFERS = [
  [
    'Lines and folds',
    'A consultation about how your face moves and rests, and whether anything should change at all.',
  ],
  [
    'Dermal filler',
    'For lost volume. Every consultation covers serious risks first, however rare they are.',
  ],
  ['Laser hair removal', 'A course of visits, with a patch test before the first.'],
] as const

export function demoPage(view: DemoView): string {
  const { clinic, ui, site } = view
  const name = shortName(clinic.name)
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(name)} (demo)</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo/demo.css">
<script src="/widget.js" data-site="${escape(site)}" defer></script>
</head>
<body>
<header>
<a class="skip" href="#main">Skip to the main part</a>
<p class="ribbon"><strong>Demo.</strong> ${escape(ui['demo-notice'] ?? '')}
<a href="#try">For whoever is trying it</a></p>
<div class="bar">
<p class="name">${escape(name)}</p>
<nav aria-label="This page"><a href="#offer">What we do</a><a href="#visit">Your visit</a><a href="#find">Find us</a></nav>
</div>
</header>
<main id="main">
${hero()}
${offers()}
${visit()}
${find(clinic)}
${tryIt(view)}
<noscript><p class="try"><a href="/pages">${escape(ui['pages-instead'] ?? '')}</a></p></noscript>
</main>
<footer><p>${escape(clinic.name)}. There is no such clinic. The page around the chat shows what a clinic’s own web site might look like.</p></footer>
</body>
</html>
`
}

function hero(): string {
  return `<section class="hero">
<div>
<h1>A conversation first. Then, perhaps, a treatment.</h1>
<p class="lead">We are a small clinic for skin and faces. Most people come to us with a question, and quite a few leave without a treatment. Both are good visits.</p>
<p>Press <strong>Talk to us</strong> at the bottom of this page, or <a href="/chat">open the chat by itself</a>. If it does not open, or you would rather see one question at a time, <a href="/pages">use simple pages</a>.</p>
</div>
<svg viewBox="0 0 400 320" role="img" aria-label="A lark over fields at first light">
<rect class="sky" width="400" height="320"/>
<circle class="sun" cx="282" cy="132" r="54"/>
<path class="far" d="M0 212c60-34 112-30 168-12s142 34 232-18v138H0z"/>
<path class="mid" d="M0 246c84-26 150-4 214 6s130-2 186-26v94H0z"/>
<path class="near" d="M0 282c92-30 176-12 238 0 60 11 110 6 162-8v46H0z"/>
<path class="lark" d="M96 104c14-16 30-14 40 2 10-16 28-20 44-6-16-2-30 4-40 18-12-14-26-18-44-14z"/>
</svg>
</section>`
}

function offers(): string {
  return `<section id="offer"><h2>What we do</h2>
<div class="cards">${OFFERS.map(([title, text]) => `<article><h3>${title}</h3><p>${text}</p></article>`).join('')}</div>
<p>We treat adults. At 16 and 17 we talk first. Nothing here is a recommendation, and there are no offers and no deadlines.</p></section>`
}

function visit(): string {
  return `<section id="visit"><h2>Your visit</h2>
<ol class="steps">${STEPS_OF_A_VISIT.map(([title, text]) => `<li><h3>${title}</h3><p>${text}</p></li>`).join('')}</ol></section>`
}

function find({ address, phone }: DemoClinic): string {
  return `<section id="find"><h2>Find us</h2><p>${escape(address)}</p><p>Ring ${escape(phone)}. It is a number that nobody answers: this is a demo.</p></section>`
}

/** Set apart from the clinic's own page, because no clinic would have it. */
function tryIt(view: DemoView): string {
  return `<section id="try" class="try" aria-labelledby="try-title">
<h2 id="try-title">For whoever is trying this demo</h2>
<div class="two">
<div>
<h3>The desk</h3>
<p>The clinic’s people work at <a href="/desk">the desk</a>. Sign in there as any of them. What each may see differs:</p>
<dl>${ROLES.map(([who, sees]) => `<div><dt>${who}</dt><dd>${sees}</dd></div>`).join('')}</dl>
</div>
${clock(view)}
</div>
<p>To show the chat on a web site of your own, see <a href="/embed">the line to put there</a>.</p>
</section>`
}

function clock({ ui, now, moved }: DemoView): string {
  const t = (key: string) => escape(ui[key] ?? key)
  const time = `<time datetime="${escape(now)}">${escape(inWords(now))}</time>`
  const steps = STEPS.map(
    (step) => `<button name="step" value="${step}">${t(`clock-${step}`)}</button>`,
  )
  return `<div id="clock">
<h3>${t('clock-title')}</h3>
<p${moved ? ' role="status"' : ''} class="now">${t('clock-now').replace('{time}', time)}</p>
<form method="post" action="/demo/clock">
<fieldset><legend>${t('clock-forward')}</legend>${steps.join('')}</fieldset>
</form>
<p class="hint">${t('clock-note')}</p>
</div>`
}

/** The page's heading doesn't need to say again what the ribbon says. */
function shortName(name: string): string {
  return name.replace(/ \(made up\)$/, '')
}

function inWords(now: string): string {
  const form = { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' } as const
  return new Intl.DateTimeFormat('en-GB', form).format(new Date(now))
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
