/** What is asked for by id, and in the same round of the event loop, is one question. */
export function gather<found extends { readonly id: string }>(
  ask: (ids: readonly string[]) => Promise<readonly found[]>,
): (id: string) => Promise<found | undefined> {
  let asked: Promise<ReadonlyMap<string, found>> | undefined
  let ids = new Set<string>()

  const askAll = async () => {
    await new Promise((resolve) => setImmediate(resolve))
    // Whoever asks from now on must see what is written from now on.
    const wanted = [...ids]
    ids = new Set()
    asked = undefined
    return new Map((await ask(wanted)).map((one) => [one.id, one]))
  }
  return async (id) => {
    ids.add(id)
    asked ??= askAll()
    return (await asked).get(id)
  }
}
