import { escape } from './page.ts'

export interface Embedding {
  /** What stands on the clinic's page. */
  readonly snippet: string
  /** What the clinic's own policy has to allow, where it has one. */
  readonly policy: readonly [directive: string, source: string][]
}

/** How a page of another site shows the chat of this one. */
export function embedding(origin: string, site: string): Embedding {
  return {
    snippet: [
      `<script src="${origin}/widget.js" data-site="${site}" defer></script>`,
      `<noscript><a href="${origin}/pages">Talk to us, one question at a time</a></noscript>`,
    ].join('\n'),
    policy: [
      ['script-src', origin],
      ['frame-src', origin],
    ],
  }
}

export function policyLine({ policy }: Embedding): string {
  return policy.map((parts) => parts.join(' ')).join('; ')
}

/** For whoever looks after a clinic's web site. */
export function embedPage(origin: string, site: string): string {
  const made = embedding(origin, site)
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>The chat on your own web site</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo/demo.css">
</head>
<body>
<main id="main" class="embed">
<p><a href="/">Back to the demonstration</a></p>
<h1>The chat on your own web site</h1>
<p class="lead">For whoever looks after the clinic’s pages. Two lines show the chat, and nothing else of your site changes.</p>
<ol>
<li><h2>Say where it may be shown</h2>
<p>Put your site’s address under <code>sites</code> in the clinic’s file, then start Candour again. No other site can show the chat.</p>
<pre tabindex="0"><code>sites:
  - id: ${escape(site)}
    origins: [https://www.your-clinic.example]</code></pre></li>
<li><h2>Add these lines to your pages</h2>
<p>Anywhere in the page will do. A button appears in the corner. The second line is for browsers that run no script.</p>
<pre tabindex="0"><code>${escape(made.snippet)}</code></pre></li>
<li><h2>If your site has a Content Security Policy</h2>
<p>Add these sources to the directives that you have. The chat needs nothing else: no inline script, no inline style, no <code>unsafe-eval</code>.</p>
<pre tabindex="0"><code>${escape(policyLine(made))}</code></pre></li>
</ol>
<p>Your own scripts cannot read the chat, and the chat cannot read your page. It sets no cookie.</p>
</main>
</body>
</html>
`
}
