import { expect } from 'chai'
import { advance } from '../../bot/advance.ts'
import { houseOf } from '../../bot/words.ts'
import type { Act, Command } from '../../machines/commands.ts'
import type { Actor, Consultation, Journey } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { awaiting } from '../../machines/journeys/gates.ts'
import { GROUPS } from '../../machines/pathways/pre-consultation/machine.ts'
import { type Answer, NOON, patient, practitioner, typed } from '../machines/follow.ts'
import { sha256, shippedWords } from '../support/words.ts'

describe('a patient who changes what they said about worries', () => {
  const worried = () => begun(typed('I cannot stop looking at my nose.'))

  it('does not free a practitioner of a concern that was raised', () => {
    const raised = worried().says('talked').says('concern').says(typed('Hours a day.'))
    expect(raised.asked()).to.equal('waiting-for-assessment')
    const changed = raised.changes('worries', 'nothing')
    expect(changed.asked()).to.equal('conversation')
    expect(changed.says('talked').asked()).to.equal('waiting-for-assessment')
  })

  it('asks anew about somebody for whom there was no concern, and why there is none now', () => {
    const calm = worried().says('talked').says('none').says(typed('Just curious.'))
    expect(calm.fact('wellbeing-considered')).to.equal(true)
    const changed = calm.changes('worries', typed('I have not slept for weeks.'))
    expect(changed.fact('wellbeing-considered')).to.equal(undefined)
    expect(changed.asked()).to.equal('conversation')
    expect(changed.says('talked').asked()).to.equal('no-concern-reason')
    const found = changed.says('talked').says('there-is-a-concern').says(typed('Sleep.'))
    expect(found.asked()).to.equal('waiting-for-assessment')
  })
})

/** A consultation of these two pathways alone, through the engine. */
function begun(worries: Answer): Played {
  const start: Act = {
    ...{ type: 'start', consultation: 'c-1', clinic: 'demo', person: 'p-1', journey: 'two@1' },
    ...{ via: 'invited', mode: 'demo', given: { 'reason-in-own-words': 'My nose' } },
  }
  const health = GROUPS.map((group) => (group === 'worries' ? worries : 'nothing'))
  return [...health, 'still-so', 'still-so'].reduce<Played>(
    (played, answer) => played.tells(answer),
    new Played(taken(undefined, practitioner, start)),
  )
}

class Played {
  readonly now: Consultation
  constructor(now: Consultation) {
    this.now = now
  }
  tells(answer: Answer): Played {
    return this.#answers('pre-consultation@1', patient, answer)
  }
  says(answer: Answer): Played {
    return this.#answers('psychological@1', practitioner, answer)
  }
  changes(state: string, answer: Answer): Played {
    const { key } = this.now.closed.find(({ pathway }) => pathway === 'pre-consultation@1') ?? {}
    const act: Act = { type: 'change', open: String(key), state }
    return new Played(taken(this.now, patient, act)).tells(answer)
  }
  asked(): string | undefined {
    return this.#open('psychological@1')?.question?.state
  }
  fact(name: 'wellbeing-considered'): unknown {
    return this.now.facts[name]?.value
  }
  #open(id: string) {
    return this.now.open.find(({ pathway }) => pathway === id)
  }
  #answers(id: string, by: Actor, answer: Answer): Played {
    const open = this.#open(id)
    const said = typeof answer === 'string' ? { event: answer } : { event: 'answered', ...answer }
    const { typed: value, event } = said as { typed?: unknown; event: string }
    const given = { event, ...(value === undefined ? {} : { value }) }
    const ask = open?.question?.ask ?? 0
    return new Played(taken(this.now, by, { type: 'answer', open: open?.key ?? '', ask, ...given }))
  }
}

function taken(before: Consultation | undefined, by: Actor, act: Act): Consultation {
  const where: Command['where'] = { channel: 'widget', private: true }
  const result = advance(house(), before, { at: NOON, by, where, act })
  if ('refused' in result) throw new Error(`${result.refused}: ${result.detail}`)
  return result.next
}

function house() {
  const two: Journey = {
    id: 'two@1',
    stages: [
      {
        name: 'both',
        opens: [
          { pathway: 'pre-consultation@1', when: () => true },
          { pathway: 'psychological@1', when: ({ facts }) => facts['health-told'] === true },
        ],
        // Stays open, so that the consultation is not over when both are done.
        ...{ entry: [], gates: [awaiting('something-later', 'later', 'JCCP-19')] },
      },
      { name: 'ended', opens: [], entry: [], gates: [] },
    ],
  }
  const machines = { pathways: PATHWAYS, journeys: { 'two@1': two } }
  return houseOf(shippedWords(), sha256, machines, [])
}
