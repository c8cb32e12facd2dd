import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { openCheckpoint } from '../../../../bot/evidence/log/checkpoint.ts'
import { hashLeaf } from '../../../../bot/evidence/log/merkle.ts'
import { readVkey, vkeyOf } from '../../../../bot/evidence/log/note.ts'
import { readProof } from '../../../../bot/evidence/log/proof.ts'
import { includes } from '../../../../bot/evidence/log/prove.ts'
import { policyText } from '../../../../bot/evidence/log/reader.ts'
import { treeOf } from './tree.ts'

const page = readFileSync(new URL('../../../../docs/evidence-log.md', import.meta.url), 'utf8')

function example(of: string): string {
  const found = new RegExp(`\`\`\`${of}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1]
  if (!found) throw new Error(`the page has no example of ${of}`)
  return found
}

describe('the example on the page about the log', () => {
  it('holds: the proof shows the second leaf, under a checkpoint that log and witness signed', () => {
    const leaves = example('leaves').trim().split('\n')
    const [log, witness] = [/^log (\S+)/m, /^witness \S+ (\S+)/m].map((pattern) =>
      readVkey(pattern.exec(example('policy'))![1]!),
    )
    const proof = readProof(example('proof'))
    const tree = openCheckpoint(proof.checkpoint, log!, [witness!])
    expect(tree.by).to.have.length(1)
    expect(tree.root).to.deep.equal(treeOf(leaves).root(tree.size))
    expect(tree.size).to.equal(leaves.length)
    expect(includes(tree, proof.index, hashLeaf(leaves[1]!), proof.hashes)).to.equal(true)
    expect(policyText(vkeyOf(log!), [{ vkey: vkeyOf(witness!) }])).to.equal(example('policy'))
  })
})
