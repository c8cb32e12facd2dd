import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { HAZARDS, hazardsPage, proofsOf, readHazards } from '../../../adapters/programs/hazards.ts'
import { top } from '../../house/tools.ts'

const hazards = readHazards()

describe('the hazard log', () => {
  it('names tests in files that exist', () => {
    const proofs = proofsOf(hazards)
    expect(proofs.length).to.be.above(50)
    expect(proofs.filter(({ file }) => !existsSync(join(top, file)))).to.deep.equal([])
  })

  it('leaves no risk higher than it was, and none lower without a control that is proved', () => {
    const of = ({ severity, likelihood }: { severity: number; likelihood: number }) =>
      severity * likelihood
    for (const { id, initial, residual, controls } of hazards) {
      expect(of(residual), id).to.be.at.most(of(initial))
      if (of(residual) === of(initial)) continue
      const open = controls.every((one) => 'waits' in one)
      expect(open, `${id} is lower and nothing of it is proved`).to.equal(false)
    }
  })

  it('says to people what its tests are, and what is still open', () => {
    const page = hazardsPage(hazards)
    for (const { title } of proofsOf(hazards)) expect(page).to.include(title)
    const open = hazards.filter(({ controls }) => controls.some((one) => 'waits' in one))
    for (const { id } of open) expect(page).to.include(`- **${id}** `)
  })

  describe('is refused', () => {
    let folder: string
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'candour-hazards-'))))
    afterEach(() => rmSync(folder, { recursive: true }))

    const text = readFileSync(join(top, HAZARDS), 'utf8')
    const wrong = {
      'a control neither names tests nor says what it waits for': text.replace(
        /^ {6}waits: .*$/m,
        '',
      ),
      'a control names no title': text.replace(
        /(does: .*\n {6}tests:\n {8}\S+:)[^]*?(?=\n {4}-)/,
        '$1 []',
      ),
      'a risk has no reason': text.replace(/, why: '[^']*' \}/, ' }'),
      'two have one id': text.replace('id: H02', 'id: H01'),
      'nobody owns one': text.replace(/^ {2}owner: .*\n/m, ''),
    }
    for (const [what, changed] of Object.entries(wrong)) {
      it(`when ${what}`, () => {
        expect(changed).not.to.equal(text)
        const path = join(folder, 'hazards.yaml')
        writeFileSync(path, changed)
        expect(() => readHazards(path)).to.throw()
      })
    }
  })
})
