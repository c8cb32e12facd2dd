import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openLog } from '../../../../bot/evidence/log/log.ts'
import { skip } from '../../../support/skip.ts'
import { begun, commit } from './parts.ts'
import { treeOf } from './tree.ts'
import { witnessOf } from './witnessed.ts'

const GOPATH = '/usr/share/gocode'
const program = fileURLToPath(new URL('outside.go', import.meta.url))
const base64 = (hash: Uint8Array) => Buffer.from(hash).toString('base64')

interface Answer {
  readonly Signed: number
  readonly Refused: number
  readonly Included: number
  readonly Grown: number
  readonly Size: number
  readonly Roots: readonly string[]
  readonly Paths: Readonly<Record<string, readonly string[]>>
}

describe('code that we did not write (Go’s sumdb/note and sumdb/tlog)', function () {
  this.timeout(120_000)

  before(function () {
    const isThere = existsSync(`${GOPATH}/src/golang.org/x/mod/sumdb/tlog`)
    if (!isThere || spawnSync('go', ['version']).status !== 0)
      skip.call(this, 'needs Debian’s golang-go and golang-golang-x-mod-dev')
  })

  it('accepts our checkpoint, its cosignature and every proof, and makes the same ones', async () => {
    const parts = await begun()
    const { witness } = await witnessOf(parts)
    const log = await openLog({ ...parts, witnesses: [witness] })
    const ids = await commit(parts.all, 37)
    await log.settled()
    const proofs = await Promise.all(ids.map((id) => log.proof(id)))
    const leaves = [...(await parts.store.leaves(0, 37))]
    const tree = treeOf(leaves)
    const asked = {
      Vkey: /^log (\S+)/.exec(await log.policy())![1],
      Witness: witness.vkey,
      Note: await log.checkpoint(),
      Leaves: leaves,
      Inclusions: proofs.map((one) => ({ Index: one!.index, Hashes: one!.hashes.map(base64) })),
      Consistencies: Array.from({ length: 37 }, (_, n) => n + 1).flatMap((size) =>
        Array.from({ length: size }, (_, n) => ({
          ...{ Old: n + 1, Size: size },
          Hashes: tree.consistency(n + 1, size).map(base64),
        })),
      ),
    }
    const answer = ask(asked)
    expect(answer).to.include({ Signed: 2, Size: 37, Included: 37, Grown: (37 * 38) / 2 })
    expect(answer.Refused, 'a changed note, and each proof of another leaf').to.equal(38)
    expect(answer.Roots[37]).to.equal(base64(tree.root(37)))
    expect(answer.Roots.slice(1)).to.deep.equal(leaves.map((_, n) => base64(tree.root(n + 1))))
    for (const { Index, Hashes } of asked.Inclusions)
      expect(answer.Paths[String(Index)]).to.deep.equal(Hashes)
  })
})

function ask(asked: object): Answer {
  const env = { ...process.env, GOPATH, GO111MODULE: 'off', GOFLAGS: '' }
  const cache = {
    GOCACHE: fileURLToPath(new URL('../../../../node_modules/.cache/go', import.meta.url)),
  }
  const { status, stdout, stderr } = spawnSync('go', ['run', program], {
    ...{ input: JSON.stringify(asked), encoding: 'utf8', env: { ...env, ...cache } },
    maxBuffer: 2 ** 26,
  })
  expect(status, stderr).to.equal(0)
  return JSON.parse(stdout) as Answer
}
