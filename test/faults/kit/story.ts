import { createHash } from 'node:crypto'
import type { Claim, Incoming, Store } from '../../../bot/ports.ts'
import { ENQUIRY } from '../../support/enquiry.ts'
import { staff } from '../../support/staff.ts'
import type { Told } from './house.ts'

export type Heads = Awaited<ReturnType<Store['heads']>>

/** What a process says of itself, a line each: before it asks for something, and when it was answered. */
export type Line =
  | { readonly sent: { readonly who: string; readonly kind: string; readonly message?: Incoming } }
  | { readonly knows: { readonly who: string; readonly claim?: Claim; readonly id?: string } }
  | {
      readonly acked: {
        readonly who: string
        readonly kind: string
        readonly id: string
        readonly heads: Heads
        readonly message?: Incoming
        /** Of what was answered: a repeat must be answered the same. */
        readonly said?: string
      }
    }

export interface World {
  readonly house: Told
  readonly claims: Map<string, Claim>
  /** Consultations, by who has them. */
  readonly ids: Map<string, string>
  readonly secrets: Map<string, string>
  say(line: Line): void
}

export interface Op {
  readonly kind: string
  readonly tell: (world: World, n: number) => Promise<void>
}

const manager = staff('administrator')
const lead = staff('safeguarding')
const performer = staff('performer')

/** Every kind of turn that there is, and what the log and the keys do beside them. */
export const STORY: readonly Op[] = [
  {
    kind: 'first answer',
    tell: async (world, n) => (arrive(world, 'ann'), answer(world, 'ann', n)),
  },
  { kind: 'answer', tell: (world, n) => answer(world, 'ann', n) },
  { kind: 'words', tell: (world, n) => patient(world, 'ann', n, { text: 'Will it hurt?' }) },
  { kind: 'passed on', tell: (world, n) => choose(world, 'ann', n, 'pass-on') },
  { kind: 'sealed', tell: seal },
  { kind: 'stop', tell: (world, n) => patient(world, 'ann', n, { value: { command: 'stop' } }) },
  { kind: 'carried on', tell: (world, n) => choose(world, 'ann', n, 'carry-on') },
  { kind: 'invitation', tell: invite },
  { kind: 'link', tell: redeem },
  { kind: 'door', tell: (world, n) => answerWith(world, 'ben', n, { answer: '1990-04-03' }) },
  {
    kind: 'decline',
    tell: (world) => act(world, 'ben', { type: 'decline', reason: 'Not today.' }),
  },
  { kind: 'withdrawal', tell: withdraw },
  { kind: 'exit', tell: leave },
  { kind: 'sealed again', tell: seal },
  { kind: 'erasure asked', tell: (world) => keep(world, 'ann', ERASURE, manager) },
  { kind: 'erasure', tell: (world) => keep(world, 'ann', { type: 'erase' }, lead) },
  { kind: 'sealed last', tell: seal },
]

const ERASURE = { type: 'ask-erasure', basis: 'asked-by-person' }

export function arrive({ claims, house, say }: World, who: string): void {
  const claim: Claim = {
    ...{ sitting: `sitting of ${who}`, began: house.clocks.wall() },
    ...{ channel: 'widget', visitor: true },
  }
  claims.set(who, claim)
  say({ knows: { who, claim } })
}

/** What is asked of them now, answered as somebody does who enquires. */
export async function answer(world: World, who: string, n: number): Promise<void> {
  const asked = await askedOf(world, who)
  const value = ENQUIRY[asked?.content ?? '']
  if (!value) throw new Error(`${who} has no answer to ${asked?.content}`)
  await answerWith(world, who, n, value)
}

async function answerWith(world: World, who: string, n: number, value: object): Promise<void> {
  const question = (await askedOf(world, who))?.id
  await patient(world, who, n, { value: { question, ...value } })
}

const choose = (world: World, who: string, n: number, choice: string) =>
  answerWith(world, who, n, { choice })

async function askedOf({ house, claims }: World, who: string) {
  const claim = claims.get(who)
  const all = claim && (await house.candour.sittings.activities(claim, 0))
  return all?.at(-1)?.message.question
}

/** One message, said before and after: what was acknowledged is known to whoever reads along. */
export async function patient(
  world: World,
  who: string,
  n: number,
  body: Omit<Incoming, 'key'>,
): Promise<void> {
  const { house, claims, ids, say } = world
  const claim = claims.get(who)
  if (!claim) throw new Error(`${who} is not here`)
  const kind = `message ${n}`
  const message = { key: `${who}-${n}`, ...body }
  say({ sent: { who, kind, message } })
  const taken = await house.candour.sittings.take(claim, message)
  if (!taken.ok) throw new Error(`${who}: ${taken.why}`)
  const id = (await house.store.sitting(claim.sitting))?.consultation ?? ids.get(who) ?? ''
  ids.set(who, id)
  const heads = await house.store.heads(id)
  say({ acked: { who, kind, id, heads, message, said: digestOf(taken) } })
}

export const digestOf = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('hex')

async function seal({ house, say }: World): Promise<void> {
  say({ sent: { who: 'clinic', kind: 'seal' } })
  await house.log.settled()
  say({ acked: { who: 'clinic', kind: 'seal', id: '', heads: { open: 0, restricted: 0 } } })
}

async function invite(world: World): Promise<void> {
  const { house, ids, secrets } = world
  world.say({ sent: { who: 'ben', kind: 'invitation' } })
  const done = await house.candour.desk.invite(performer, {
    ...{ name: 'Ben Example', birthDate: '1990-04-03' },
    ...{ treatmentClass: 'laser', treatmentName: 'Laser hair removal' },
    ...{ safeContact: 'email', safeContactDetails: 'ben@example.org' },
  })
  if (!done.consultation || !done.secret) throw new Error(done.said)
  ids.set('ben', done.consultation)
  secrets.set('ben', done.secret)
  world.say({ knows: { who: 'ben', id: done.consultation } })
  await acked(world, 'ben', 'invitation')
}

async function redeem(world: World): Promise<void> {
  const { house, claims, secrets, say } = world
  say({ sent: { who: 'ben', kind: 'link' } })
  const claim = await house.candour.sittings.redeem(secrets.get('ben') ?? '', 'widget')
  if (!claim) throw new Error('the link does not work')
  claims.set('ben', claim)
  say({ knows: { who: 'ben', claim } })
  await acked(world, 'ben', 'link')
}

async function act(world: World, who: string, what: object, by = performer): Promise<void> {
  const { type } = what as { readonly type: string }
  world.say({ sent: { who, kind: type } })
  const done = await world.house.candour.desk.act(by, world.ids.get(who) ?? '', what)
  if (!done.ok) throw new Error(`${type}: ${done.said}`)
  await acked(world, who, type)
}

function withdraw(world: World): Promise<void> {
  const said = { type: 'withdraw', 'on-word-of-patient': true }
  return act(world, 'ann', said, staff('reception'))
}

async function keep(world: World, who: string, what: { type: string }, by = manager) {
  world.say({ sent: { who, kind: what.type } })
  const done = await world.house.candour.desk.keep(by, world.ids.get(who) ?? '', what)
  if (!done.ok) throw new Error(`${what.type}: ${done.said}`)
  await acked(world, who, what.type)
}

async function leave(world: World): Promise<void> {
  const claim = world.claims.get('ben')
  world.say({ sent: { who: 'ben', kind: 'exit' } })
  if (claim) await world.house.candour.sittings.end(claim)
  await acked(world, 'ben', 'exit')
}

async function acked({ house, ids, say }: World, who: string, kind: string): Promise<void> {
  const id = ids.get(who) ?? ''
  say({ acked: { who, kind, id, heads: await house.store.heads(id) } })
}
