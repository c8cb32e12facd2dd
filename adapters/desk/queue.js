// Optional: the page works without it. Says when what waits has changed since it was loaded.
const note = document.getElementById('queue-news')
const shown = note?.dataset.mark

const timer = setInterval(async () => {
  if (document.hidden) return
  const reply = await fetch('/desk/count', { redirect: 'manual' }).catch(() => undefined)
  if (!reply?.ok) return reply && clearInterval(timer)
  const { count, mark } = await reply.json()
  document.title = document.title.replace(/^\(\d+\) /, '').replace(/^/, `(${count}) `)
  if (note && mark !== shown) note.hidden = false
}, 30_000)
