// Words that were saved are fetched again; a rehearsal is left as it is.
const main = document.getElementById('main')
if (!location.pathname.endsWith('/rehearse')) {
  new EventSource('/events').addEventListener('saved', async () => {
    const text = await (await fetch(location.pathname)).text()
    const next = new DOMParser().parseFromString(text, 'text/html').getElementById('main')
    if (next && main) main.replaceChildren(...next.childNodes)
  })
}
