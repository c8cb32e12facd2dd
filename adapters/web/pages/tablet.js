// Without it the page asks by itself, at fixed times. With it, a touch counts: whoever writes is not asked.
const waiting = document.getElementById('idle')
const form = document.getElementById('clear')
const seconds = Number(waiting.dataset.idle)
const patience = Number(waiting.dataset.warning)
const TOLD_EVERY = 20

let last = Date.now()
let told = Date.now()
let opener

const touched = () => {
  last = Date.now()
  if (last - told < TOLD_EVERY * 1000) return
  told = last
  // The server forgets a tablet that it hears nothing of.
  fetch('/pages/still-here', { method: 'POST', body: new URLSearchParams(new FormData(form)) })
}

const still = () => {
  if (waiting.hidden) return touched()
}

for (const event of ['pointerdown', 'keydown', 'input', 'scroll']) {
  addEventListener(event, still, { passive: true })
}
waiting.querySelector('button').addEventListener('click', () => {
  waiting.hidden = true
  opener?.focus()
  told = 0
  touched()
})

const clear = () => {
  document.body.hidden = true
  form.submit()
}

const look = () => {
  const idle = (Date.now() - last) / 1000
  if (idle >= seconds + patience) return clear()
  if (idle >= seconds && waiting.hidden) {
    opener = document.activeElement
    waiting.hidden = false
    waiting.querySelector('button').focus()
  }
  setTimeout(look, 250)
}
look()

// A page that the browser kept shows nothing to whoever goes back to it.
addEventListener('pagehide', () => (document.body.hidden = true))
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
