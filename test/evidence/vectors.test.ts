import { expect } from 'chai'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { STEPS } from '../../bot/evidence/verify/fault.ts'
import { verifyPack } from '../../bot/evidence/verify/pack.ts'
import { skip } from '../support/skip.ts'
import { allVectors, checkedIn, LIST, PACKS, written } from './vectors.ts'

const PYTHON = join(import.meta.dirname, 'verify.py')
const ALL = join(import.meta.dirname, 'verify_all.py')
const run = promisify(execFile)

interface Answer {
  readonly name: string
  readonly step: string
  readonly record: number | undefined
}

describe('the vectors of test/vectors', function () {
  this.timeout(120_000)
  const { list, tar, vectors } = checkedIn()
  const expected = vectors.map(({ name, step = 'holds', record }): Answer => ({
    name,
    step,
    record,
  }))

  it('are what their script makes', () => {
    const made = written(allVectors())
    expect(list).to.equal(made.list)
    expect(Buffer.from(tar).equals(made.tar)).to.equal(true)
  })

  it('are at least two hundred that must be refused, by each step but the last, and some that hold', () => {
    const refused = vectors.filter(({ step }) => step)
    expect(refused).to.have.length.above(200)
    expect(vectors.length - refused.length).to.be.above(10)
    expect(new Set(refused.map(({ step }) => step))).to.have.keys(STEPS.slice(0, -1))
    expect(new Set(vectors.map(({ name }) => name)).size).to.equal(vectors.length)
  })

  it('are answered by our verifier as they say, with the first wrong record', () => {
    const answers = vectors.map(({ name, pack, receipt, policy }): Answer => {
      const given = { ...(receipt ? { receipt } : {}), ...(policy ? { policy } : {}) }
      const found = verifyPack(pack, given)
      return found.ok
        ? { name, step: 'holds', record: undefined }
        : { name, step: found.step, record: found.record }
    })
    expect(answers).to.deep.equal(expected)
  })

  it('are answered in the same way by the Python verifier', async function () {
    const here = await run('python3', ['--version']).catch(() => undefined)
    if (!here) skip.call(this, 'python3 is not on this machine')
    const { stdout } = await run('python3', ['-B', ALL, PACKS, LIST], { maxBuffer: 2 ** 24 })
    const answers = stdout.trim().split('\n').map(answerIn)
    expect(answers).to.deep.equal(expected)
  })
})

function answerIn(line: string): Answer {
  const { name, step, record } = JSON.parse(line) as {
    name: string
    step?: string
    record?: number
  }
  return { name, step: step ?? 'holds', record: record ?? undefined }
}

describe('the Python verifier', () => {
  const source = readFileSync(PYTHON, 'utf8')

  it('uses Python’s own library only', () => {
    const imported = [...source.matchAll(/^(?:import|from) (.+?)(?: import .+)?$/gm)]
    const names = imported.flatMap(([, list = '']) => list.split(', '))
    expect(names).to.have.members([
      ...['base64', 'hashlib', 'hmac', 'json', 're', 'struct', 'sys', 'zlib'],
    ])
  })

  it('is short enough to be read: 300 lines of code, beside blank ones and comments', () => {
    const lines = source.trimEnd().split('\n')
    expect(lines.filter((line) => !/^\s*(#|$)/.test(line))).to.have.length.at.most(300)
    expect(lines.filter((line) => [...line].length > 100)).to.deep.equal([])
  })
})
