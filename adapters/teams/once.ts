interface Kept<answer> {
  readonly body: string
  readonly answer: Promise<answer>
}

const MOST = 500

/**
 * Teams sends again what it thinks was lost. The second time gets the answer of the first, and
 * nothing is done twice; the same name with other content is refused. A failed one may be tried again.
 */
export function createOnce<answer>() {
  const kept = new Map<string, Kept<answer>>()
  return (name: string, body: string, make: () => Promise<answer>): Promise<answer> | 'other' => {
    const before = kept.get(name)
    if (before) return before.body === body ? before.answer : 'other'
    const answer = make()
    kept.set(name, { body, answer })
    answer.catch(() => kept.delete(name))
    const [oldest] = kept.keys()
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    return answer
  }
}
