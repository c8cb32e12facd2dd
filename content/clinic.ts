import { z } from 'zod'
import { read } from './data.ts'

const words = z.string().trim().min(1).max(500)
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be in kebab-case')
const phone = z.string().regex(/^[0-9 +]{3,20}$/, 'must be a phone number')
const day = z.iso.date()

export const STAFF_ROLES = [
  'practitioner',
  'performer',
  'supervisor',
  'prescriber',
  'reception',
  'safeguarding',
  'auditor',
  'administrator',
] as const

export const PLACES = ['england', 'scotland', 'wales', 'northern-ireland'] as const

const register = z.strictObject({ body: words, number: words, until: day.optional() })

const person = z.strictObject({
  id,
  name: words,
  roles: z.array(z.enum(STAFF_ROLES)).min(1),
  title: words.optional(),
  register: register.optional(),
  /** Other registers and bodies that this person answers to. */
  alsoOn: z.array(register).optional(),
  insurance: z.strictObject({ until: day }).optional(),
  training: z.array(z.strictObject({ name: words, on: day, until: day.optional() })).optional(),
  /** Where to say that a case waits. Leave it out for nobody to be told there. */
  email: z.email().max(254).optional(),
  /** Who this is to the clinic's own sign-in. */
  signIn: z.array(z.strictObject({ issuer: z.url(), subject: words })).optional(),
})

/** A browser names a site like this, and compares it letter by letter. Only this machine may do without TLS. */
const origin = z
  .string()
  .regex(
    /^(https:\/\/[a-z0-9.-]+(:\d{1,5})?|http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?)$/,
    'must be like https://www.example.org, without a path',
  )

const line = z.strictObject({ name: words, phone, when: words })

const shape = z.strictObject({
  id,
  name: words,
  address: words,
  premises: z.array(z.strictObject({ id, name: words, address: words })).min(1),
  place: z.enum(PLACES),
  ico: z.strictObject({
    number: z.string().regex(/^[A-Z0-9]{8}$/, 'must be eight letters and digits'),
    expires: day,
  }),
  people: z.array(person).min(1),
  namedPersonForYoungPeople: id,
  questionsGoTo: id,
  /** Of a clinic with one person to decide: somebody from outside, for what needs two. */
  outsideSecondPerson: id.optional(),
  phone,
  outOfHours: z.strictObject({ name: words, phone }),
  crisisLines: z.array(line).min(1),
  /** Told to every patient: who owns what, how to complain, and where to report a complication. */
  interests: words,
  complaints: words,
  complicationReporting: words,
  /** The web sites that may show the chat: the id in their snippet, and where their pages are. */
  sites: z.array(z.strictObject({ id, origins: z.array(origin).min(1) })).optional(),
  colours: z
    .strictObject({ accent: z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour like #0b5c5c') })
    .optional(),
  /** The clinic's own; it may be stricter than we are, never looser. */
  policies: z.strictObject({
    reflectionHours: z.int().positive().optional(),
    /** For how many years records are kept at least, where an insurer asks for longer. */
    keepYears: z.int().positive().optional(),
    /** After how many seconds without a touch the clinic's tablet asks, and then clears itself. */
    tabletIdleSeconds: z.int().min(30).max(900).optional(),
  }),
  madeUp: z.literal(true).optional(),
})

/** A clinic: who works there, how to reach it, and what it has decided for itself. */
export const clinic = shape.superRefine(({ people, premises, sites = [], ...named }, context) => {
  const fault = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  for (const role of NAMED) {
    if (named[role] && !people.some((one) => one.id === named[role])) {
      fault(role, `${named[role]} is nobody's id in people`)
    }
  }
  for (const [path, all] of Object.entries({ people, premises, sites })) {
    const ids = all.map((one) => one.id)
    for (const twice of ids.filter((one, at) => ids.indexOf(one) !== at)) {
      fault(path, `${twice} is there twice`)
    }
  }
  const accounts = people.flatMap(({ signIn = [] }) => signIn.map((one) => JSON.stringify(one)))
  if (new Set(accounts).size < accounts.length) fault('people', 'two of them have one account')
  for (const { name, roles, register, insurance } of people) {
    if (!roles.some((role) => TREATS.includes(role))) continue
    if (!register) fault('people', `${name} treats people, but on no register`)
    if (!insurance) fault('people', `${name} treats people, but without insurance`)
  }
})

const NAMED = ['namedPersonForYoungPeople', 'questionsGoTo', 'outsideSecondPerson'] as const
const TREATS: readonly string[] = ['practitioner', 'performer', 'supervisor', 'prescriber']

export type Clinic = Readonly<z.infer<typeof clinic>>
export type StaffMember = Clinic['people'][number]

/** Reads a clinic's file, or throws a ContentError with all that is wrong with it. */
export function parseClinic(path: string, text: string): Clinic {
  return read(clinic, path, text)
}
