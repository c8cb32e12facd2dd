import type { Parts } from './case.ts'
import { CandourError } from './errors.ts'
import { openBytes } from './evidence/seal.ts'
import type { Activity, DataKey, Piece, Sealed, SittingRow, UnsealedTurn } from './ports.ts'
import type { PatientMessage } from './views/patient.ts'

export type Hear = (activities: readonly Activity[] | 'ended') => void

/** What is sealed with a message's key: the activities themselves are sealed beside it. */
interface Kept {
  readonly message: string
  readonly from: number
  readonly to: number
}

const NONE = { n: 0 }

/** What a key's stored reply says to a repeat. */
export interface StoredReply {
  /** Digest of the message that it answered. */
  readonly message: string
  readonly activities: readonly Activity[]
}

export interface Talk {
  /** The next activities of a sitting, from one side or the other. */
  next(from: number, said: readonly Saying[]): Activity[]
  /** What was said together, in one piece. */
  pieces(sitting: string, said: readonly Activity[], key: DataKey): UnsealedTurn['activities']
  replyPiece(sitting: string, reply: StoredReply, key: DataKey): Piece
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
    ...{ text: JSON.stringify(what), key, context, iv: parts.chance.bytes(12) },
  })
  const ears = createEars()
  const talk: Talk = {
    next(from, said) {
      const at = clocks.wall()
      return said.map((one, index) => ({ n: from + index, at, ...one }))
    },
    pieces: (sitting, said, key) => {
      const [first] = said
      return first ? [{ sitting, n: first.n, sealed: piece(said, key, ACTIVITY + sitting) }] : []
    },
    replyPiece: (sitting, { message, activities }, key) => {
      const { n: from } = activities[0] ?? NONE
      return piece({ message, from, to: from + activities.length }, key, REPLY + sitting)
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
  const secret = await keyOf(parts, stored)
  const { message, from, to } = opened<Kept>(stored, secret, REPLY + sitting)
  const told = await since(parts, sitting, from)
  return { message, activities: told.filter(({ n }) => n < to) }
}

async function since(parts: Parts, sitting: string, from: number): Promise<Activity[]> {
  const stored = await parts.store.activities(sitting, from)
  const [first] = stored
  if (!first) return []
  // A sitting has one key, that of its consultation.
  const key = await keyOf(parts, first.sealed)
  return stored
    .flatMap((one) => opened<Activity | Activity[]>(one.sealed, key, ACTIVITY + sitting))
    .filter(({ n }) => n >= from)
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

async function keyOf({ keys }: Parts, { key: id }: Sealed): Promise<DataKey> {
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
