import { expect } from 'chai'
import { drawPathway } from '../../../bot/draw/drawing.ts'
import { PATHWAYS } from '../../../machines/index.ts'
import type { Pathway } from '../../../machines/contract.ts'
import { shippedWords } from '../../support/words.ts'

const words = shippedWords()

interface Configured {
  readonly on?: Readonly<Record<string, unknown>>
  readonly always?: unknown
}

const alternatives = (one: unknown): readonly unknown[] => (Array.isArray(one) ? one : [one])

/** From what the machine was made of, not from what the drawing makes of it. */
function ownWays({ machine }: Pathway): string[] {
  return Object.entries(machine.config.states ?? {}).flatMap(([state, made]) => {
    const { on = {}, always } = made as Configured
    const all = [
      ...Object.entries(on),
      ...(always === undefined ? [] : [['always', always] as const]),
    ]
    return all.flatMap(([event, one]) =>
      alternatives(one).map((_, at) => `${state}/${event}/${at}`),
    )
  })
}

const found = (svg: string, name: string): string[] =>
  [...svg.matchAll(new RegExp(` ${name}="([^"]+)"`, 'g'))].map(([, value = '']) => value)

describe('the drawing of', () => {
  for (const pathway of Object.values(PATHWAYS)) {
    describe(pathway.id, () => {
      let svg: string
      before(async () => {
        svg = (await drawPathway(pathway, words)).map((page) => page.svg).join('\n')
      })

      it('shows every state of the machine once', () => {
        const states = Object.keys(pathway.machine.config.states ?? {})
        expect(states).to.have.length.above(1)
        expect(found(svg, 'data-state').sort()).to.deep.equal(states.sort())
      })

      it('shows every transition of the machine once', () => {
        const ways = ownWays(pathway)
        expect(ways).to.have.length.above(1)
        expect(found(svg, 'data-way').sort()).to.deep.equal(ways.sort())
      })

      it('names each guard with its clauses', () => {
        const guards = Object.values(pathway.machine.implementations.guards)
        for (const { clauses } of guards as unknown as { clauses: readonly string[] }[]) {
          for (const clause of clauses) expect(svg).to.contain(clause)
        }
      })

      it('shows no path when none was taken', () => {
        expect(found(svg, 'data-taken')).to.deep.equal([])
      })
    })
  }
})

describe('a drawing', () => {
  it('comes out the same twice', async () => {
    const twice = await Promise.all([1, 2].map(() => drawPathway(PATHWAYS['capacity@1']!, words)))
    expect(twice[0]).to.deep.equal(twice[1])
  })

  it('is an image with a name and a description, and needs nothing from outside', async () => {
    const [page] = await drawPathway(PATHWAYS['gp-contact@1']!, words)
    expect(page?.svg).to.match(
      /^<svg xmlns="[^"]+" [^>]*role="img" aria-labelledby="title description">/,
    )
    expect(page?.svg).to.contain('<title id="title">GP contact</title>')
    expect(page?.svg).to.contain('<desc id="description">A flow chart of 9 states.')
    expect(page?.svg.replace('http://www.w3.org/2000/svg', '')).not.to.match(
      /https?:|url\(|href|<script/,
    )
  })

  it('asks in the words of the consultation', async () => {
    const [page] = await drawPathway(PATHWAYS['gp-contact@1']!, words)
    expect(page?.svg).to.contain('>What is the name of your GP<')
    expect(page?.svg).to.contain('>No, my answer is still no<')
  })
})
