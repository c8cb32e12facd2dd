import type { Desk, Letters } from '../../bot/ports.ts'
import type { QueueItem } from '../../bot/views/desk.ts'
import type { Role } from '../../machines/commands.ts'
import { type Errand, type Ledger, nameOf, type Outcome } from './ledger.ts'
import { NotSent, type Post } from './post.ts'

export interface Colleague {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly email?: string | undefined
}

export interface MailOptions {
  readonly desk: Pick<Desk, 'queue'>
  readonly letters: Letters
  readonly people: readonly Colleague[]
  /** What staff are told; the address of the desk follows it. */
  readonly caseWaits: { readonly subject: string; readonly text: string }
  readonly deskUrl: string
  readonly post: Post
  readonly ledger: Ledger
  /** Told what went wrong, never to whom or about what. */
  readonly failed: (what: { readonly code: string; readonly cause: string }) => void
}

export interface Mail {
  /** Sends what waits. For the program's timer; it never rejects. */
  round(): Promise<void>
  close(): void
}

/** Says to staff that a case waits, and to patients that a message does: nothing of either. */
export function createMail(options: MailOptions): Mail {
  let sending: Promise<void> | undefined
  return {
    async round() {
      // One after the other: two rounds at once could both find the same task new.
      sending ??= all(options).finally(() => (sending = undefined))
      await sending
    },
    close: () => options.post.close(),
  }
}

interface Outgoing extends Errand {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Puts on record that it was sent. */
  readonly told: () => Promise<void>
}

async function all(options: MailOptions): Promise<void> {
  try {
    for (const outgoing of [...(await toPatients(options)), ...(await toStaff(options))]) {
      // What ails the server ails the next one too: the rest waits for another round.
      if (AILING.includes(await deliver(options, outgoing))) return
    }
  } catch (error) {
    options.failed({ code: 'mail/round-failed', cause: causeOf(error) })
  }
}

const AILING: readonly string[] = ['away', 'unknown']

async function deliver(options: MailOptions, outgoing: Outgoing): Promise<Outcome | 'nothing'> {
  const { ledger, post, failed } = options
  const tasks = await ledger.begin(outgoing)
  if (tasks.length === 0) return 'nothing'
  const { to, subject, text } = outgoing
  const outcome = await handOver(post, { id: nameOf(...tasks), to, subject, text }, failed)
  if (outcome === 'taken') await outgoing.told()
  const over = await ledger.end(outgoing, tasks, outcome)
  if (over) failed({ code: 'mail/given-up', cause: outcome })
  return outcome
}

async function handOver(
  post: Post,
  mail: Parameters<Post['send']>[0],
  failed: MailOptions['failed'],
): Promise<Outcome> {
  try {
    await post.send(mail)
    return 'taken'
  } catch (error) {
    if (!(error instanceof NotSent)) throw error
    failed({ code: `mail/${error.why}`, cause: error.code })
    return error.why
  }
}

async function toPatients({ letters }: MailOptions): Promise<readonly Outgoing[]> {
  const waiting = await letters.waiting()
  return waiting.map((letter) => ({
    ...{ kind: 'patient', person: letter.person, to: letter.to },
    ...{ subject: letter.subject, text: letter.text },
    tasks: [nameOf('letter', letter.consultation, letter.reminder)],
    told: () => letters.told(letter),
  }))
}

async function toStaff(options: MailOptions): Promise<readonly Outgoing[]> {
  const { people, caseWaits, deskUrl } = options
  const { subject } = caseWaits
  const text = `${caseWaits.text}\n\n${deskUrl}\n`
  const all: Outgoing[] = []
  for (const one of people) {
    if (one.email === undefined) continue
    const tasks = await tasksOf(options.desk, one)
    const told = async () => {}
    all.push({ kind: 'staff', person: one.id, to: one.email, subject, text, tasks, told })
  }
  return all
}

/** What stays as it is until somebody acts; a closed gate changes its moment with every record. */
const KINDS: readonly QueueItem['kind'][] = [
  ...(['help-now', 'young-person', 'person-wanted', 'new-enquiry'] as const),
  ...(['date-differs', 'question', 'after-treatment', 'prompt'] as const),
]

async function tasksOf(desk: Pick<Desk, 'queue'>, { id, name, roles }: Colleague) {
  const queues = await Promise.all(
    roles.map((role) => desk.queue({ id, name, role, assurance: 'system' })),
  )
  const mine = queues.flat().filter(({ kind }) => KINDS.includes(kind))
  const named = mine.map(({ consultation, kind, since, role }) =>
    nameOf('task', id, consultation, kind, role, since),
  )
  return [...new Set(named)]
}

const causeOf = (error: unknown): string => {
  const { code, name } = (error ?? {}) as { code?: string; name?: string }
  return code ?? name ?? 'unknown'
}
