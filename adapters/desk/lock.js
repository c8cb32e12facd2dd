// Optional: without it the desk is locked all the same, at the next page. Covers what is on the
// screen when nobody has used it for ten minutes, and keeps whatever was being typed underneath.
const LOCK = 10 * 60_000
const TELL = 60_000

let used = Date.now()
let told = Date.now()
let cover

const here = async () => {
  const reply = await fetch('/desk/here', { redirect: 'manual' }).catch(() => undefined)
  if (!reply?.ok) return undefined
  return (await reply.json()).person
}

const use = () => {
  if (cover) return
  used = Date.now()
  if (used - told < TELL) return
  told = used
  void here()
}

const WORDS = `<h1>The desk is locked</h1>
<p class="lede">Nobody used it for ten minutes. What you had typed is still here.</p>
<p><a class="button main" href="/desk/sign-in?to=/desk" target="_blank" rel="opener">Sign in again</a></p>
<p><button type="button">I have signed in</button></p>
<p role="status"></p>`

const lock = () => {
  if (cover) return
  const under = [...document.body.children]
  for (const part of under) part.inert = part.hidden = true
  cover = document.createElement('main')
  cover.className = 'locked'
  cover.innerHTML = WORDS
  document.body.append(cover)
  cover.querySelector('a').focus()
  const back = async (asked) => {
    const person = await here()
    if (person === document.body.dataset.person) return open(under)
    if (asked) cover.querySelector('[role=status]').textContent = whyNot(person)
  }
  cover.querySelector('button').addEventListener('click', () => void back(true))
  addEventListener('focus', () => cover && void back(false))
}

const whyNot = (person) =>
  person === undefined ? 'You are not signed in yet.' : 'Somebody else is signed in now.'

const open = (under) => {
  for (const part of under) part.inert = part.hidden = false
  cover.remove()
  cover = undefined
  used = told = Date.now()
}

for (const kind of ['keydown', 'pointerdown', 'input'])
  addEventListener(kind, use, { passive: true })
setInterval(() => Date.now() - used >= LOCK && lock(), 5_000)
