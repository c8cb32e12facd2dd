import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { drawAll, drawnFiles } from '../../../adapters/programs/docs.ts'
import { PATHWAYS } from '../../../machines/index.ts'

const top = new URL('../../../', import.meta.url)

describe('the drawings under docs/', function () {
  this.timeout(60_000)

  it('are those of the machines and words as they are: else run npm run docs', async () => {
    const drawn = await drawAll()
    expect(drawn.size).to.be.above(2 * Object.keys(PATHWAYS).length)
    expect(drawnFiles()).to.deep.equal([...drawn.keys()].sort())
    for (const [path, text] of drawn) {
      expect(readFileSync(new URL(path, top), 'utf8') === text, path).to.equal(true)
    }
  })
})
