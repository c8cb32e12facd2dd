/**
 * So many at a time that whoever comes next is let in within some ten milliseconds. With fewer, each
 * costs more: code and what it works on are no longer in the processor’s caches when the next one comes.
 */
const AT_ONCE = 32

/**
 * Lets a few requests through in each round of the event loop. All that have come would be answered in
 * one otherwise, and nobody else be heard until then.
 */
export function createFew(atOnce = AT_ONCE): () => Promise<void> {
  const waiting: (() => void)[] = []
  const letIn = () => {
    for (const enter of waiting.splice(0, atOnce)) enter()
    if (waiting.length > 0) setImmediate(letIn)
  }
  return () =>
    new Promise((enter) => {
      if (waiting.push(enter) === 1) setImmediate(letIn)
    })
}
