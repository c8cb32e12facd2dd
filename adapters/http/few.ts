/**
 * So many at a time that whoever comes next is let in within some ten milliseconds. With fewer, each
 * costs more: code and what it works on are no longer in the processor’s caches when the next one comes.
 */
const AT_ONCE = 16

/** Of no more than these, all: each round costs something by itself. */
const ANYWAY = 4

/** Node takes one new connection in each round: while people come, rounds are short. */
const WHILE_THEY_COME = 2

export interface Few {
  /** Resolves when it is somebody’s turn. */
  enter(): Promise<void>
  /** Says that there is a new connection. */
  came(): void
}

/**
 * Lets a few requests through in each round of the event loop. All that have come would be answered in
 * one otherwise, and nobody else be heard until then. Of those who wait it is half, so that what these
 * asked is written while the others are decided.
 */
export function createFew(atOnce = AT_ONCE, whileTheyCome = WHILE_THEY_COME): Few {
  const waiting: (() => void)[] = []
  let theyCome = false
  const many = () => {
    if (theyCome) return whileTheyCome
    return Math.min(atOnce, Math.max(ANYWAY, Math.ceil(waiting.length / 2)))
  }
  const letIn = () => {
    for (const enter of waiting.splice(0, many())) enter()
    theyCome = false
    if (waiting.length > 0) setImmediate(letIn)
  }
  return {
    enter: () =>
      new Promise((enter) => {
        if (waiting.push(enter) === 1) setImmediate(letIn)
      }),
    came: () => void (theyCome = true),
  }
}
