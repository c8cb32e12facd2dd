import type { House } from '../../../adapters/programs/house.ts'
import type { Incoming } from '../../../bot/ports.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { inPairs } from '../kit/run.ts'
import { MISFILED, misfiled, type OnRecord, openRecords } from '../on-record.ts'
import { type Houses, type OpenHouse, type Spoil, withHouses } from '../open-houses.ts'
import { Pages } from '../pages.ts'
import { randomOf } from '../random.ts'
import { type Happening, ORDERS, outOfOrder, STALE } from '../stale.ts'

interface Size {
  /** Of the orders in which six messages can come, one in so many. */
  readonly each: number
  /** How often each thing that makes a page stale happens. */
  readonly times: number
}

const SIZES: Record<Depth, Size> = {
  short: { each: 97, times: 1 },
  nightly: { each: 3, times: 25 },
  release: { each: 1, times: 300 },
}

export const campaign: Campaign = {
  row: 'D3',
  says: 'Six answers come in another order, and a page that was left open answers or changes what it still shows, after another one went on, changed it, stopped, withdrew or left: each is on record once, against the question that it was given to, or refused in words.',
  promises: [2, 9],
  run: (depth, seed) => outOfStep(SIZES[depth], seed),
  // What counts is that an answer went where it was not given to, not that others were refused.
  control: async (seed) => {
    const { trials, failures } = await outOfStep(SIZES.short, seed, deaf)
    return { trials, failures: failures.filter((what) => what.includes(MISFILED)) }
  },
}

/** The sabotage: an answer is taken for whatever is asked now. */
const deaf: Spoil = (house) => {
  const { candour } = house
  const { sittings } = candour
  const heard = ({ value, ...rest }: Incoming): Incoming => {
    const { question: _, ...unasked } = value ?? {}
    return { ...rest, ...(value ? { value: unasked } : {}) }
  }
  const take: typeof sittings.take = (claim, message) => sittings.take(claim, heard(message))
  return { ...house, candour: { ...candour, sittings: { ...sittings, take } } }
}

function outOfStep(size: Size, seed: number, sabotage?: Spoil): Promise<Trials> {
  const trials = trialsOf(size)
  return withHouses(3, sabotage, {}, async (houses) => {
    const random = randomOf(seed)
    const records = await openRecords(houses.settings)
    const failures: string[] = []
    await inPairs([...trials.entries()], async ([trial, [happens, n]]) => {
      const found = await happened({ houses, records, random }, happens, n).catch(
        (error: unknown) => [`nobody could go on: ${String(error)}`],
      )
      failures.push(...found.map((what) => `trial ${trial}: ${what}`))
    }).finally(() => records.close())
    const { code, said } = await houses.verify()
    if (code !== 0) failures.push(`what is there does not verify: ${said.slice(-200)}`)
    return { trials: trials.length, failures }
  })
}

function trialsOf({ each, times }: Size): readonly (readonly [Happening, number])[] {
  const orders = Array.from({ length: Math.ceil(ORDERS / each) }, (_, n) => n * each)
  return [
    ...orders.map((n) => [outOfOrder, n] as const),
    ...STALE.flatMap((one) =>
      Array.from({ length: times }, (_, n) => [one, IN_WORDS + n] as const),
    ),
  ]
}

/** The first of them is where one question takes words as the next one does. */
const IN_WORDS = 4

interface Around {
  readonly houses: Houses
  readonly records: OnRecord
  readonly random: () => number
}

async function happened(
  { houses: { all }, records, random }: Around,
  happens: Happening,
  n: number,
): Promise<readonly string[]> {
  const any = () => (all[Math.floor(random() * all.length)] as OpenHouse).url
  const { house } = all[0] as OpenHouse
  const pages = new Pages(any, 'pages')
  await pages.patient.begin()
  const { conversation } = pages.patient
  let known = ''
  const consultation = async () =>
    (known ||= (await house.store.sitting(conversation))?.consultation ?? '')
  const withdraw = async () => {
    const { ok, said } = await house.candour.desk.act(BY, await consultation(), WITHDRAW)
    if (!ok) throw new Error(`the withdrawal was refused: ${said}`)
  }
  const found = (await happens({ pages, n, random, consultation, withdraw })) ?? []
  const record = await records.of(await consultation())
  return [...found, ...pages.faults, ...misfiled(pages.entries, record, staleIn(house))]
}

const BY = { id: 'nadia-okafor', role: 'practitioner', assurance: 'demo-sign-in' } as const
const WITHDRAW = { type: 'withdraw', 'on-word-of-patient': true }
const staleIn = ({ words }: House) => words.catalogue.get('consultation/stale').render({})
