import { expect } from 'chai'
import fc from 'fast-check'
import { setup } from 'xstate'
import { digest, readWords } from '../../adapters/files/content.ts'
import { readMachines } from '../../adapters/files/machines.ts'
import { machines } from '../../adapters/programs/house.ts'
import { createWords, type Words } from '../../bot/words.ts'
import { catalogue } from '../../content/catalogue.ts'
import type { Journey, Pathway } from '../../machines/contract.ts'
import { JOURNEYS, PATHWAYS } from '../../machines/index.ts'
import { voluntariness } from '../../machines/pathways/voluntariness/facts.ts'
import { pathway } from '../../machines/pathway.ts'
import { demoClinic, openClinic, type OpenClinic, staff } from '../support/clinic.ts'
import { packSaid } from '../support/packs.ts'
import { type Move, PRIVATE, type Secret, type Story, tell } from '../support/twice.ts'

const bundle = catalogue(readWords(), digest)

/** The journey as it is, with the private questions right after the welcome. */
function asking({ stages, ...journey }: Journey): Journey {
  const others = stages.map((stage) => ({
    ...stage,
    opens: stage.opens.filter((one) => one.pathway !== 'voluntariness@1'),
  }))
  const [enquiry, ...later] = others
  if (!enquiry) throw new Error('a journey without stages')
  const [welcome, ...opens] = enquiry.opens
  if (!welcome) throw new Error('an enquiry without a welcome')
  const questions = { pathway: 'voluntariness@1', when: () => true } as const
  return {
    ...journey,
    stages: [{ ...enquiry, opens: [welcome, questions, ...opens] }, ...later],
    apart: [
      {
        pathway: 'concern-response@1',
        when: ({ facts }) => facts['own-wish-said'] !== undefined,
      },
    ],
  }
}

function wordsWith(asked: Pathway = voluntariness): Words {
  const words = createWords(bundle, demoClinic, digest, {
    ...machines,
    pathways: { ...PATHWAYS, 'voluntariness@1': asked },
    journeys: { ...JOURNEYS, 'treatment@1': asking(JOURNEYS['treatment@1'] as Journey) },
  })
  return {
    ...words,
    show: (id, now, extra) =>
      words.show(id, now, { 'safeguarding-person': 'Farida Lyle', ...extra }),
  }
}

const words = wordsWith()
const sound = () => openClinic({ words })

// Ten in a row give a patient who goes on; the rest may come between any two of them.
const onwards: Move = { does: 'answer', pick: 0 }
const typed = fc.constantFrom('will it hurt?', 'no', 'yes', 'nobody', 'carry on', 'help', ' ')
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(onwards) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('answer' as const), pick: fc.nat(5) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom('change', 'stale'), pick: fc.nat(5) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('say' as const), words: typed }) },
  { weight: 2, arbitrary: fc.constant<Move>({ does: 'see-to-it' }) },
  { weight: 1, arbitrary: fc.constantFrom<Move>({ does: 'stop' }, { does: 'assign' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('command' as const),
      command: fc.constantFrom('help-now', 'ask-for-a-person', 'continue-later', 'summary'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Move>({ does: 'decline' }, { does: 'pause' }, { does: 'resume' }),
  },
)

const moves = fc
  .tuple(fc.array(move, { maxLength: 2 }), fc.array(move, { maxLength: 12 }))
  .map(([before, after]) => {
    // The welcome takes three answers, and whoever is there a fourth.
    const welcomed = Array<Move>(2).fill(onwards)
    const none: Move = { does: 'answer', pick: 8 }
    return [...welcomed, none, ...before, ...Array<Move>(2).fill(onwards), ...after]
  })

/** What somebody might type, but for what is heard as a stop or as help whoever says it. */
const inOwnWords = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .filter((said) => /\S/.test(said) && !/stop|quit|cancel|end|away|mind|enough|done/i.test(said))
  .filter((said) => !/help|hlep|somebody|someone|emergency|999|sos|safe|danger/i.test(said))
const secret: fc.Arbitrary<Secret> = fc.record(
  {
    how: fc.constantFrom('choose', 'answer', 'say'),
    option: fc.nat(3),
    words: fc.oneof(
      inOwnWords,
      fc.constantFrom(
        'I am not safe here',
        'I am not safe',
        'yes',
        'He will help me',
        'No. He is here',
      ),
    ),
  },
  { requiredKeys: ['how', 'words'] },
)

const half = fc.record({
  secrets: fc.array(secret, { minLength: 3, maxLength: 6 }),
  lead: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
})

interface Counted {
  /** How many pairs of stories differed in what was said in private. */
  differed: number
}

/** Two patients who do the same, but for what they say in private. */
function property(open: () => OpenClinic, counted: Counted = { differed: 0 }) {
  return fc.asyncProperty(moves, half, half, async (story, one, other) => {
    const first = await tell(open(), { moves: story, ...one } satisfies Story)
    const second = await tell(open(), { moves: story, ...other } satisfies Story)
    if (first.private > 0) counted.differed += 1
    if (first.outside !== second.outside) throw new Error(difference(first, second))
  })
}

function difference(
  { outside: one }: { outside: string },
  { outside: other }: { outside: string },
) {
  const at = [...one].findIndex((letter, n) => letter !== other[n])
  return `…${one.slice(Math.max(0, at - 200), at + 200)}\n…${other.slice(Math.max(0, at - 200), at + 200)}`
}

describe('two stories that differ in private answers alone', function () {
  this.timeout(60_000)

  it('look the same to the patient’s screens, reception, the practitioner and the open record', async () => {
    const counted = { differed: 0 }
    await fc.assert(property(sound, counted), { numRuns: RUNS })
    expect(counted.differed).to.be.greaterThan(RUNS / 2)
  })

  it('T-CO8: give the same file to hand out, byte for byte but for ids and times', async () => {
    const packed = async (told: Story) => {
      const clinic = sound()
      await clinic.store.keepBundle(words.digest, JSON.stringify(readWords()))
      await clinic.store.keepBundle(words.machines, JSON.stringify(readMachines()))
      const { private: kept } = await tell(clinic, told)
      const [one] = await clinic.store.consultations('demo')
      return { kept, said: one ? await packSaid(clinic, one.id) : '' }
    }
    let differed = 0
    const same = fc.asyncProperty(moves, half, half, async (story, one, other) => {
      const first = await packed({ moves: story, ...one })
      const second = await packed({ moves: story, ...other })
      if (first.kept > 0) differed += 1
      const [outside, again] = [first.said, second.said]
      if (outside !== again) throw new Error(difference({ outside }, { outside: again }))
    })
    await fc.assert(same, { numRuns: 8 })
    expect(differed).to.be.greaterThan(4)
  })

  for (const [name, open] of Object.entries(leaks())) {
    it(`are told apart where there is ${name}`, async () => {
      const found = await fc.check(property(open), { numRuns: RUNS * 4, endOnFailure: true })
      expect(found.failed).to.equal(true)
      expect(String(found.errorInstance)).to.include('…')
    })
  }
})

const RUNS = 30

/** Ways to give an answer away, each of them small. */
function leaks(): Record<string, () => OpenClinic> {
  const branching = wordsWith(branchingOn('pressed'))
  const showing: Words = {
    ...words,
    show: (id, now, extra) => {
      const shown = words.show(id, now, extra)
      const pressed = now.restricted.facts['pressed-said']?.value === 'yes'
      return pressed && id === 'voluntariness/asked' ? { ...shown, text: `${shown.text} ` } : shown
    },
  }
  return {
    'a statechart that takes a shorter way': () => openClinic({ words: branching }),
    'a space more on the screen': () => openClinic({ words: showing }),
    'a full stop more at the front desk': marking,
  }
}

/** The same pathway with one of its private questions asked as a choice. */
function branchingOn(state: string): Pathway {
  const { states, ...config } = voluntariness.machine.config
  const asked = {
    meta: { asks: { kind: 'choice' } },
    on: {
      ...{ nobody: 'only-the-clinic', 'not-sure': 'only-the-clinic' },
      ...{ yes: 'asked', 'rather-say-in-person': 'only-the-clinic' },
    },
  }
  const { guards } = voluntariness.machine.implementations
  const machine = setup({ ...pathway, guards: guards as never }).createMachine({
    ...config,
    states: { ...states, [state]: asked },
  } as never)
  const { [state]: _, ...answers } = voluntariness.answers
  return { ...voluntariness, machine: machine as never, answers }
}

function marking(): OpenClinic {
  const clinic = sound()
  const { desk } = clinic
  const look: typeof desk.look = async (viewer, id) => {
    const view = await desk.look(viewer, id)
    const told = (await desk.look(staff('safeguarding'), id))?.prompts ?? []
    const { choices } = words.catalogue.get('voluntariness/own-wish')
    const label = choices['somebody-elses']?.label ?? ''
    const worrying = told.some(({ text }) => text.includes(label))
    return view && worrying ? { ...view, who: `${view.who}.` } : view
  }
  return { ...clinic, desk: { ...desk, look } }
}

describe('the private questions of these stories', () => {
  it('are all the private questions that there are', () => {
    const asked = Object.entries(voluntariness.machine.states).filter(
      ([, { config }]) => (config.meta as { asks?: { kind: string } })?.asks?.kind === 'private',
    )
    expect(asked.map(([state]) => `voluntariness/${state}`)).to.have.members(PRIVATE)
  })
})
