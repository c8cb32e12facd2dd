// Optional: without it a drawing that is wider than the screen is shown from its left edge. Brings
// it to its first box, which stands further to the right.
const BESIDE = 12

const shift = (part) =>
  Number(/translate\((-?[\d.]+)/.exec(part?.getAttribute('transform') ?? '')?.[1] ?? 0)

const begin = async (box) => {
  const image = box.querySelector('img')
  const reply = await fetch(image.src, { redirect: 'manual' }).catch(() => undefined)
  if (!reply?.ok) return
  // Its style is the picture's own, and nothing to this page.
  const text = (await reply.text()).replace(/<style>.*?<\/style>/s, '')
  const drawn = new DOMParser().parseFromString(text, 'image/svg+xml')
  const first = drawn.querySelector('[data-state]')
  await image.decode().catch(() => undefined)
  box.scrollLeft = beginning(first) + shift(first?.parentElement) - BESIDE
}

// What stands under a stage is read with it, and is wider.
const beginning = (first) => {
  if (!first?.classList.contains('stage')) return shift(first)
  return Math.min(...[...first.parentElement.querySelectorAll(':scope > [transform]')].map(shift))
}

for (const folded of document.querySelectorAll('details.drawn'))
  folded.addEventListener(
    'toggle',
    () => {
      for (const box of folded.querySelectorAll('.drawing')) void begin(box)
    },
    { once: true },
  )
