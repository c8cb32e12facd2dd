import { expect } from 'chai'
import { createCases } from '../../../bot/cases.ts'
import { chartOf } from '../../../bot/draw/chart.ts'
import { drawPathway } from '../../../bot/draw/drawing.ts'
import { takenOf, waysGone } from '../../../bot/draw/taken.ts'
import { PATHWAYS } from '../../../machines/index.ts'
import type { Pinned } from '../../../machines/contract.ts'
import { openClinic } from '../../support/clinic.ts'
import { readyToSign } from '../../support/stories.ts'
import { shippedWords } from '../../support/words.ts'

const words = shippedWords()
const chart = (id: Pinned) => chartOf(PATHWAYS[id]!.machine)

describe('the path taken, in the drawings of a recorded consultation', function () {
  this.timeout(60_000)

  it('is each transition on record, in its order, and no other', async () => {
    const clinic = openClinic()
    const { id } = await readyToSign(clinic)
    const payloads = await createCases(clinic.parts).payloads(id)
    const recorded = Map.groupBy(
      payloads.flatMap(({ transitions }) => transitions),
      ({ open }) => open,
    )
    expect(recorded.size).to.be.above(10)
    for (const [key, transitions] of recorded) {
      const pathway = PATHWAYS[transitions[0]?.pathway as Pinned]!
      const pages = await drawPathway(pathway, words, transitions)
      expect(stepsIn(pages.map(({ svg }) => svg).join(), pathway.id), key).to.deep.equal(
        transitions
          .filter(({ from }) => from !== 'opens')
          .map(({ from, event, to }) => ({ from, event, to })),
      )
    }
  })
})

/** What a drawing says was done, read back from its numbers. */
function stepsIn(svg: string, pathway: Pinned) {
  const ways = chart(pathway).states.flatMap((state) => state.ways)
  const marks = [...svg.matchAll(/ data-taken="([^"]+)">([\d,·]+)</g)].flatMap(
    ([, id, numbers = '']) =>
      numbers
        .split(',')
        .filter((one) => one !== '·')
        .map((step) => ({ step: Number(step), way: ways.find((way) => way.id === id)! })),
  )
  const last = Math.max(0, ...marks.map(({ step }) => step))
  return [...Array(last).keys()].map((at) => {
    const gone = marks.filter(({ step }) => step === at + 1).map(({ way }) => way)
    const begun = gone.filter(({ event }) => event !== '')
    expect(begun).to.have.length(1)
    const [{ from, event, to }] = begun as [(typeof begun)[0]]
    const arrived = gone.slice(1).reduce((at) => gone.find((way) => way.from === at)?.to ?? at, to)
    return { from, event, to: arrived }
  })
}

describe('a way that was taken', () => {
  const held = (guard: string) => ({ guard, held: true })

  it('is the one whose guard held, where two lead to one state', () => {
    const [way] = waysGone(chart('age@1'), {
      ...{ from: 'right-date', event: 'right', to: 'under-16' },
      guards: [{ guard: 'impossible-birth-date', held: false }, held('under-16')],
    })
    expect(way?.id).to.equal('right-date/right/1')
  })

  it('goes on through what is decided by itself', () => {
    const ways = waysGone(chart('capacity@1'), {
      ...{ from: 'communicate-findings', event: 'answered', to: 'has-capacity' },
      guards: [held('finding-by-a-practitioner'), held('every-ability-found')],
    })
    expect(ways.map(({ id }) => id)).to.deep.equal([
      'communicate-findings/answered/0',
      'findings/always/1',
    ])
  })

  it('begins where the machine does, though its first step is on no record', () => {
    const taken = takenOf(chart('age@1'), [
      { from: 'date-of-birth', event: 'answered', to: 'right-date', guards: [] },
    ])
    expect(taken.get('arriving/always/1')).to.deep.equal([0])
  })

  it('is never made up', () => {
    const never = { from: 'permission', event: 'yes', to: 'refused', guards: [] }
    expect(() => waysGone(chart('gp-contact@1'), never)).to.throw('nothing leads from permission')
  })
})
