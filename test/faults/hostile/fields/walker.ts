import type { Reply } from '../../../../adapters/programs/demo/autopilot.ts'
import type { House } from '../../../../adapters/programs/house.ts'
import type { AskedQuestion } from '../../../../bot/views/patient.ts'
import type { Claim } from '../../../../bot/ports.ts'
import type { Actor } from '../../../../machines/commands.ts'
import { dayOf, type Instant } from '../../../../machines/time.ts'
import { staff } from '../../../support/staff.ts'
import { type Tour, USUAL } from './tours.ts'

/** Who is asked something at the desk. */
const PERFORMER = staff('performer')
const LEAD = staff('safeguarding')
const STAFF: readonly Actor[] = [PERFORMER, LEAD]

const BIRTH = ['consultation/door-birth-date', 'age/date-of-birth']
/** In private one of a few answers is picked or, over the wire, anything said. */
const TYPED = ['text', 'signature', 'private']

const HOUR = 3_600_000
/** As long as the filler’s own data asks for. */
const THINKS = 168
/** The day of treatment, after every time to think. */
const DAYS = 20
const MOST = 90

export interface Walked {
  readonly consultation: string
  /** The last sitting of the patient; none in a tree of staff alone. */
  readonly claim?: Claim
}

/** What is typed into a question, by its content. */
export type Type = (content: string) => string

export interface Looking {
  /** One side has said all that it was asked. */
  readonly paused?: (walked: Walked) => Promise<void>
  /** The patient is about to leave: their sitting can still be looked at. */
  readonly leaves?: (walked: Walked) => Promise<void>
}

/** Takes somebody through a tour, by the same doors that everybody comes by. */
export async function walk(
  house: House,
  tour: Tour,
  type: Type,
  { paused, leaves }: Looking = {},
): Promise<Walked> {
  const walker = new Walker(house, tour, type)
  if (tour.alone) await walker.startAlone(tour.alone)
  const prepare = () => walker.prepare()
  const pushes = [
    prepare,
    ...(tour.until === 'prepared'
      ? []
      : [
          () => walker.waits(THINKS, 'cooling-off/'),
          () => walker.signs(),
          () => walker.waits(DAYS * 24, 'reconfirmation/'),
        ]),
  ]
  for (let rounds = 0; rounds < MOST; rounds += 1) {
    const said = await walker.patientSays()
    if (said > 0) await paused?.(walker.walked)
    const decided = await walker.staffDecides()
    if (decided > 0) await paused?.(walker.walked)
    if (said + decided > 0) continue
    const push = pushes.shift()
    const goesOn = push !== undefined && (await walker.goesOn())
    if (!goesOn || push !== prepare) await leaves?.(walker.walked)
    if (!goesOn) return walker.walked
    await push()
  }
  throw new Error(`${tour.name} never ends`)
}

class Walker {
  readonly #house: House
  readonly #tour: Tour
  readonly #type: Type
  readonly #asked = new Map<string, number>()
  readonly #later = new Set(['cooling-off/', 'reconfirmation/'])
  readonly #born: string
  #claim: Claim | undefined
  #consultation = ''
  #said = 0

  constructor(house: House, tour: Tour, type: Type) {
    this.#house = house
    this.#tour = tour
    this.#type = type
    const [year = '', ...rest] = dayOf(house.clocks.clock()).split('-')
    this.#born = [Number(year) - (tour.age ?? 36), ...rest].join('-')
    if (tour.alone) return
    const began = house.clocks.wall()
    this.#claim = { sitting: house.chance.id(), began, channel: 'widget', visitor: true }
  }

  get walked(): Walked {
    const claim = this.#claim
    return { consultation: this.#consultation, ...(claim && { claim }) }
  }

  async startAlone(tree: string): Promise<void> {
    const { consultation = '', said } = await this.#house.candour.desk.start(PERFORMER, tree)
    if (!consultation) throw new Error(said)
    this.#consultation = consultation
  }

  async patientSays(): Promise<number> {
    const claim = this.#claim
    if (!claim) return 0
    const { sittings } = this.#house.candour
    for (let n = 0; ; n += 1) {
      const question = (await sittings.activities(claim, 0))?.at(-1)?.message.question
      const reply = question && this.#replyTo(question)
      if (!question || !reply) return n
      if (n > MOST) throw new Error(`${question.content} is asked again and again`)
      const value = { question: question.id, ...reply }
      const taken = await sittings.take(claim, { key: `tour-${(this.#said += 1)}`, value })
      if (!taken.ok) throw new Error(`${question.content} was not taken: ${taken.why}`)
      const row = await this.#house.store.sitting(claim.sitting)
      this.#consultation = row?.consultation ?? ''
    }
  }

  async staffDecides(): Promise<number> {
    if (!this.#consultation) return 0
    let n = 0
    while (await this.#decidesOne())
      if ((n += 1) > MOST) throw new Error(`${this.#tour.name} never ends`)
    return n
  }

  async #decidesOne(): Promise<boolean> {
    const { desk } = this.#house.candour
    for (const by of STAFF) {
      const all = (await desk.look(by, this.#consultation))?.prompts ?? []
      const last = `${this.#tour.last}@`
      const sorted = all.toSorted(
        (a, b) => Number(a.pathway.startsWith(last)) - Number(b.pathway.startsWith(last)),
      )
      for (const { open, ask, question } of sorted) {
        const reply = this.#replyTo(question)
        if (!reply) continue
        const said =
          'choice' in reply ? { event: reply.choice } : { event: 'answered', value: reply.answer }
        await this.#acts({ type: 'answer', open, ask, ...said }, by)
        return true
      }
    }
    return false
  }

  async goesOn(): Promise<boolean> {
    const view = await this.#house.candour.desk.look(PERFORMER, this.#consultation)
    return view?.state === 'active' && !this.#tour.alone
  }

  async prepare(): Promise<void> {
    const { id, name } = PERFORMER
    await this.#acts({ type: 'assign', role: 'performer', to: id, name })
    if (this.#tour.age) return
    const treatment = this.#house.words.treatments.find((one) => one.class === 'filler')
    await this.#acts({ type: 'propose', class: 'filler', name: treatment?.name })
    const date = dayOf(this.#in(DAYS * 24 + THINKS))
    const plan = { performer: id, premises: this.#house.clinic.premises[0]?.id, date }
    await this.#acts({ type: 'plan', plan: { ...plan, product: this.#type('plan/product') } })
    const view = await this.#house.candour.desk.look(PERFORMER, this.#consultation)
    const closed = view?.gates.filter(({ awaits, met }) => awaits && !met) ?? []
    await this.#acts({ type: 'stand-in', gates: closed.map(({ gate }) => gate) })
  }

  /** Until then, what is asked there is left for later. */
  async waits(hours: number, then: string): Promise<void> {
    await this.#house.candour.desk.moveClock(hours * HOUR)
    this.#later.delete(then)
    await this.#comes('continue')
  }

  signs = () => this.#comes('sign')

  /** By a link, which asks for the date of birth. */
  async #comes(purpose: 'continue' | 'sign'): Promise<void> {
    const { desk, sittings } = this.#house.candour
    const { secret } = await desk.makeLink(PERFORMER, this.#consultation, purpose)
    this.#claim = (secret && (await sittings.redeem(secret, 'widget'))) || this.#claim
  }

  #in(hours: number): Instant {
    const now = Date.parse(this.#house.clocks.clock())
    return new Date(now + hours * HOUR).toISOString() as Instant
  }

  async #acts(act: object, by = PERFORMER): Promise<void> {
    const done = await this.#house.candour.desk.act(by, this.#consultation, act)
    if (!done.ok) throw new Error(`${this.#tour.name}, ${JSON.stringify(act)}: ${done.said}`)
  }

  #replyTo({ content, kind }: AskedQuestion): Reply | undefined {
    if (BIRTH.includes(content)) return { answer: this.#born }
    if ([...this.#later].some((start) => content.startsWith(start))) return undefined
    if (!TYPED.includes(kind) || content in (this.#tour.replies ?? {})) return this.#usual(content)
    const words = this.#type(content)
    return { answer: kind === 'signature' ? { name: words, agreed: true } : words }
  }

  #usual(content: string): Reply | undefined {
    const own = this.#tour.replies?.[content] ?? USUAL[content]
    if (!own || !Array.isArray(own)) return own as Reply | undefined
    const times = this.#asked.get(content) ?? 0
    this.#asked.set(content, times + 1)
    return (own as readonly Reply[])[Math.min(times, own.length - 1)]
  }
}
