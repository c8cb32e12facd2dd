import type { Parts } from './case.ts'
import { CandourError } from './errors.ts'
import { openBytes } from './evidence/seal.ts'
import type { Activity, DataKey, Piece, Sealed, SittingRow, UnsealedTurn } from './ports.ts'
import type { PatientMessage } from './views/patient.ts'

export type Hear = (activities: readonly Activity[] | 'ended') => void

/** What was said together, with the digest of the message that it answered. */
interface Together {
  readonly message: string
  readonly said: readonly Activity[]
}

/** In a piece. Of what answers no message there is the list alone; 0.1.0 sealed each by itself. */
type Said = Together | readonly Activity[] | Activity

const IV = 12

/** Kept with a message's key: that it was answered. What was said to it is in its piece, which names the key. */
export const answered = ({ id }: DataKey): Sealed => ({
  ...{ key: id, iv: new Uint8Array(IV), body: new Uint8Array() },
})

/** What a key's stored reply says to a repeat. */
export interface StoredReply {
  /** Digest of the message that it answered. */
  readonly message: string
  readonly activities: readonly Activity[]
}

export interface Talk {
  /** The next activities of a sitting, from one side or the other. */
  next(from: number, said: readonly Saying[]): Activity[]
  /** What was said together, in one piece. `message`: the digest of what it answers. */
  pieces(
    sitting: string,
    said: readonly Activity[],
    key: DataKey,
    message?: string,
  ): UnsealedTurn['activities']
  reply(sitting: string, key: string): Promise<StoredReply | undefined>
  since(row: Pick<SittingRow, 'id'>, from: number): Promise<Activity[]>
  listen(sitting: string, hear: Hear): () => void
  tell(sitting: string, what: readonly Activity[] | 'ended'): void
  /** Tells whoever listens here what another instance wrote, of those sittings or of all. */
  wake(sittings: readonly string[] | 'all'): Promise<void>
}

export interface Saying {
  readonly from: Activity['from']
  readonly message: PatientMessage
  readonly key?: string
}

/** The activities of sittings: sealed while they last, told to whoever listens. */
export function createTalk(parts: Parts): Talk {
  const { clocks } = parts
  const piece = (what: unknown, key: DataKey, context: string): Piece => ({
    ...{ text: JSON.stringify(what), key, context, iv: parts.chance.bytes(IV) },
  })
  const ears = createEars()
  const talk: Talk = {
    next(from, said) {
      const at = clocks.wall()
      return said.map((one, index) => ({ n: from + index, at, ...one }))
    },
    pieces(sitting, said, key, message) {
      const [first] = said
      if (!first) return []
      const what: Said = message === undefined ? said : { message, said }
      return [{ sitting, n: first.n, sealed: piece(what, key, ACTIVITY + sitting) }]
    },
    reply: (sitting, key) => replyTo(parts, sitting, key),
    since: (row, from) => since(parts, row.id, from),
    ...ears,
    async wake(sittings) {
      const here = ears.heard()
      const woken = sittings === 'all' ? here : here.filter((id) => sittings.includes(id))
      for (const id of woken) await tellAgain(parts, talk, id)
    },
  }
  return talk
}

async function replyTo(
  parts: Parts,
  sitting: string,
  key: string,
): Promise<StoredReply | undefined> {
  const stored = await parts.store.reply(sitting, key)
  if (!stored) return undefined
  // 0.1.0 sealed the reply a second time, with its key.
  if (stored.body.length > 0)
    return opened<StoredReply>(stored, await keyOf(parts, stored), REPLY + sitting)
  const isIts = (one: Activity) => one.key === key
  const pieces = await saidIn(parts, sitting, 0)
  const its = pieces.findLast((one) => 'message' in one && listOf(one).some(isIts))
  // A sitting may have ended since, and all that was said in it is gone.
  if (!its || !('said' in its)) return undefined
  return { message: its.message, activities: its.said.filter(isIts) }
}

async function since(parts: Parts, sitting: string, from: number): Promise<Activity[]> {
  return (await saidIn(parts, sitting, from)).flatMap(listOf).filter(({ n }) => n >= from)
}

function listOf(said: Said): readonly Activity[] {
  if ('said' in said) return said.said
  return 'n' in said ? [said] : said
}

async function saidIn({ store, keys }: Parts, sitting: string, from: number): Promise<Said[]> {
  const stored = await store.activities(sitting, from)
  const [first] = stored
  if (!first) return []
  // A sitting has one key, that of its consultation.
  const key = await keyOf({ keys }, first.sealed)
  return stored.map((one) => opened<Said>(one.sealed, key, ACTIVITY + sitting))
}

/** Whoever listens knows what they have, and asks for what came before this. */
const AGAIN = 8

async function tellAgain({ store }: Parts, talk: Talk, id: string): Promise<void> {
  const row = await store.sitting(id)
  if (row) talk.tell(id, await talk.since(row, Math.max(0, row.activities - AGAIN)))
  else if (await store.wasEnded(id)) talk.tell(id, 'ended')
}

const ACTIVITY = 'candour/activity/v1\0'
const REPLY = 'candour/reply/v1\0'

function opened<what>(one: Sealed, key: DataKey, context: string): what {
  return JSON.parse(new TextDecoder().decode(openBytes(one, key, context))) as what
}

async function keyOf({ keys }: Pick<Parts, 'keys'>, { key: id }: Sealed): Promise<DataKey> {
  const key = await keys.find(id)
  if (!key) throw new CandourError('evidence/no-key', { key: id })
  return key
}

function createEars(): Pick<Talk, 'listen' | 'tell'> & { heard(): string[] } {
  const ears = new Map<string, Set<Hear>>()
  return {
    listen(sitting, hear) {
      const all = ears.get(sitting) ?? new Set()
      ears.set(sitting, all.add(hear))
      return () => {
        all.delete(hear)
        if (all.size === 0) ears.delete(sitting)
      }
    },
    heard: () => [...ears.keys()],
    tell(sitting, what) {
      for (const hear of ears.get(sitting) ?? []) hear(what)
    },
  }
}
