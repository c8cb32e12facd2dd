import type { OpenHouse } from '../../open-houses.ts'
import { type Answered, Practitioner } from '../../practitioner.ts'
import { batches } from '../payloads.ts'
import type { Filled } from './filled.ts'
import type { Screen } from './screen.ts'
import type { Sheets } from './sheets.ts'
import type { Walked } from './walker.ts'

type Fields = Readonly<Record<string, string>>

const BIRTH = { 'birth-date-day': '3', 'birth-date-month': '4', 'birth-date-year': '1990' }
const DATE = { 'date-day': '1', 'date-month': '12', 'date-year': '2099' }
/** Reasons that outlive the records are short. */
const SHORT = 400
/** More than anything may have: the form is shown again, with what was typed. */
const TOO_LONG = `\n${'x'.repeat(4001)}`

export type Seeing = Pick<Screen, 'show' | 'fails'>

export interface Typing {
  readonly instance: OpenHouse
  readonly sheets: Sheets
  readonly screen: Seeing
  readonly filled: Filled
  readonly payloads: readonly string[]
}

export interface Filling extends Typing {
  /** Of whom the forms are filled in. */
  readonly name: string
  /** Called while the patient waits for a reply. */
  readonly waits: () => Promise<void>
}

/** Types into every form of the desk that somebody can type in, and shows what becomes of it. */
export async function fillForms(filling: Filling, { consultation, claim }: Walked): Promise<void> {
  const desk = new Desk(filling, `/desk/c/${consultation}`)
  await desk.signIn()
  await desk.finds()
  await desk.invites()
  if (claim) await desk.replies({ consultation, claim })
  await desk.plans()
  await desk.opensInEmergency()
  await desk.asksForRestrictedFile()
  await desk.keeps()
  await desk.rehearses()
  await desk.declines()
}

class Desk {
  readonly #filling: Filling
  readonly #path: string
  readonly #colleague = new Practitioner()
  readonly #manager = new Practitioner()

  constructor(filling: Filling, path: string) {
    this.#filling = filling
    this.#path = path
  }

  async signIn(): Promise<void> {
    const { url } = this.#filling.instance
    await this.#colleague.signIn(url, 'rhys-penhallow', 'practitioner')
    await this.#manager.signIn(url, 'gwen-tarrant', 'administrator')
  }

  async finds(): Promise<void> {
    const { performer } = this.#filling.sheets
    const twice = (page: string, form: string, field: string) =>
      this.#sendsTwice(performer, page, form, { name: 'query', value: this.#value(field) })
    await twice('/desk', '/desk/persons', 'desk/find')
    await twice(this.#path, `${this.#path}/find`, 'desk/link-find')
  }

  async invites(): Promise<void> {
    const { performer } = this.#filling.sheets
    const fields = {
      name: this.#value('desk/invited-name'),
      'safe-contact-details': this.#value('desk/invited-details'),
      ...{ ...BIRTH, 'safe-contact': 'email', treatment: 'filler/Dermal filler' },
    }
    await this.#sends(performer, '/desk/invite', '/desk/invite', fields)
    await this.#sends(performer, '/desk/invite', '/desk/invite', {
      ...fields,
      'birth-date-day': 'x',
    })
  }

  /** What answers nothing is passed on, and answered by somebody. */
  async replies({ consultation, claim }: Required<Walked>): Promise<void> {
    const { sheets, instance, waits } = this.#filling
    const { sittings } = instance.house.candour
    const text = this.#value('patient/own-words')
    await sittings.take(claim, { key: 'own-words', text })
    await this.#patientSees({ consultation, claim })
    const question = (await sittings.activities(claim, 0))?.at(-1)?.message.question
    const value = { question: question?.id, choice: 'pass-on' }
    await sittings.take(claim, { key: 'pass-on', value })
    await waits()
    const words = { name: 'words', value: this.#value('desk/reply') }
    await this.#sendsTwice(sheets.performer, this.#path, 'Send the reply', words)
    await this.#patientSees({ consultation, claim })
  }

  async plans(): Promise<void> {
    const { performer } = this.#filling.sheets
    const plan = {
      ...{ ...DATE, performer: 'nadia-okafor', premises: this.#value('desk/premises') },
      product: this.#value('desk/product'),
    }
    await this.#sends(performer, this.#path, 'Save the plan', plan)
    await this.#sends(performer, this.#path, 'Save the plan', { ...plan, 'date-day': 'x' })
  }

  async opensInEmergency(): Promise<void> {
    const { sheets, filled, payloads } = this.#filling
    const form = '/desk/emergency'
    for (const some of batches(payloads, SHORT)) {
      const reason = filled.typed('desk/emergency-reason', some)
      const name = filled.typed('desk/emergency-name', some)
      await this.#sends(this.#colleague, form, form, { ...BIRTH, name, reason })
      // By the name that the patient gave, it is opened, and the lead is told why.
      const known = { ...this.#born(), name: this.#filling.name }
      await this.#sends(this.#colleague, form, form, { ...known, reason })
    }
    await this.#shows('who opened it', sheets.lead, this.#path)
  }

  async asksForRestrictedFile(): Promise<void> {
    const { lead } = this.#filling.sheets
    const reason = { name: 'reason', value: this.#value('desk/restricted-pack') }
    await this.#sendsTwice(lead, `${this.#path}/record`, '/ask-restricted-pack', reason)
  }

  /** Held, let go, restricted, let go, asked to be erased and not: each with its reason. */
  async keeps(): Promise<void> {
    const { filled, payloads } = this.#filling
    const form = (act: string) => `value="keeping-${act}"`
    for (const some of batches(payloads, SHORT))
      for (const act of ['hold', 'lift', 'restrict', 'unrestrict', 'drop-erasure']) {
        const reason = { name: 'reason', value: filled.typed(`desk/${act}`, some) }
        const ask = { basis: 'kept-in-error' }
        if (act === 'drop-erasure')
          await this.#sends(this.#manager, this.#path, form('ask-erasure'), ask)
        await this.#sendsTwice(this.#manager, this.#path, form(act), reason)
      }
  }

  async rehearses(): Promise<void> {
    const { performer } = this.#filling.sheets
    const path = '/desk/rehearse/suitability'
    const value = this.#value('desk/rehearsed')
    const event = { event: 'answered' }
    await this.#sendsTwice(performer, path, 'name="value"', { name: 'value', value }, event)
  }

  async declines(): Promise<void> {
    const { sheets } = this.#filling
    const reason = { name: 'reason', value: this.#value('desk/decline') }
    await this.#sendsTwice(sheets.performer, this.#path, '>Decline<', reason)
    await this.#shows('why it was declined', sheets.lead, this.#path)
  }

  #value = (field: string): string => this.#filling.filled.typed(field, this.#filling.payloads)

  #born(): Fields {
    const now = this.#filling.instance.house.clocks.clock()
    const [year = '', month = '', day = ''] = now.slice(0, 10).split('-')
    const born = String(Number(year) - 36)
    return { 'birth-date-day': day, 'birth-date-month': month, 'birth-date-year': born }
  }

  /** Once so that it cannot be taken and is shown again, and then as it is. */
  async #sendsTwice(
    ...[who, page, has, { name, value }, more = {}]: [
      ...[who: Practitioner, page: string, has: string],
      ...[field: { readonly name: string; readonly value: string }, more?: Fields],
    ]
  ): Promise<void> {
    await this.#sends(who, page, has, { ...more, [name]: value + TOO_LONG })
    await this.#sends(who, page, has, { ...more, [name]: value })
  }

  /** Sends a form of that page, and shows what comes: the next page, or the form again. */
  async #sends(who: Practitioner, page: string, has: string, fields: Fields): Promise<void> {
    const { url } = this.#filling.instance
    const { text } = await who.get(url, page)
    const form = who.form(text, has)
    const told = await who.post(url, form.path, { ...form.fields, ...fields })
    await this.#tells(told)
    const next = told.headers['location']
    if (next) await this.#shows('a page of the desk', who, next)
  }

  #tells = (told: Answered): Promise<void> =>
    this.#filling.screen.show({ place: 'a form of the desk', ...told })

  async #shows(place: string, who: Practitioner, path: string): Promise<void> {
    const { screen, sheets } = this.#filling
    await screen.show(await sheets.at(place, who, path))
  }

  async #patientSees({ claim, consultation }: Required<Walked>): Promise<void> {
    const { screen, sheets } = this.#filling
    for (const sheet of await sheets.of(claim, consultation)) await screen.show(sheet)
  }
}
