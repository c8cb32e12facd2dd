/** The sitting of this tab. It goes when the tab goes. */
export interface Session {
  readonly token: string
  readonly conversation: string
  /** Came by a link, so cannot simply start again. */
  readonly linked: boolean
}

const SITTING = 'candour'
// A browser may forbid storage to a frame; then a reload starts afresh, and nothing else breaks.
const memory = new Map<string, string>()

export function kept(): Session | undefined {
  const found = get(SITTING)
  return found ? (JSON.parse(found) as Session) : undefined
}

export function keep(session: Session): Session {
  set(SITTING, JSON.stringify(session))
  return session
}

export function forget(): void {
  memory.clear()
  attempt(() => sessionStorage.clear())
}

/** What somebody has set for themselves in this tab; nothing is ''. */
export function setting(name: string) {
  const key = `${SITTING}-${name}`
  return { get: () => get(key) ?? '', set: (value: string) => set(key, value) }
}

function get(name: string): string | undefined {
  return memory.get(name) ?? attempt(() => sessionStorage.getItem(name)) ?? undefined
}

function set(name: string, value: string): void {
  memory.set(name, value)
  attempt(() => sessionStorage.setItem(name, value))
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
