import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { hashLeaf } from '../../../../bot/evidence/log/merkle.ts'
import { extendsTree, includes } from '../../../../bot/evidence/log/prove.ts'
import { leaves, treeOf } from './tree.ts'

/**
 * Values published with the reference implementations of RFC 6962 (certificate-transparency,
 * merkle_tree_test; Apache-2.0): these leaves, and the roots of their first one to eight.
 */
const PUBLISHED = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657']
  .concat('606162636465666768696a6b6c6d6e6f')
  .map((hex) => Buffer.from(hex, 'hex').toString('latin1'))
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
/** The published proofs, over the same leaves: [index or old size, size, hashes]. */
const INCLUSIONS = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
] as const
const CONSISTENCIES = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
] as const

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')

describe('the Merkle tree', () => {
  const published = treeOf(PUBLISHED)

  it('has the roots that were published for RFC 6962', () => {
    expect(ROOTS.map((_, size) => hex(published.root(size)))).to.deep.equal(ROOTS)
  })

  it('gives the inclusion proofs that were published for RFC 6962', () => {
    for (const [index, size, hashes] of INCLUSIONS)
      expect(published.inclusion(index, size).map(hex)).to.deep.equal(hashes)
  })

  it('gives the consistency proofs that were published for RFC 6962', () => {
    for (const [old, size, hashes] of CONSISTENCIES)
      expect(published.consistency(old, size).map(hex)).to.deep.equal(hashes)
  })

  it('has the root that the definition gives, at every size up to 70', () => {
    const all = leaves(70)
    const tree = treeOf(all)
    for (let size = 0; size <= 70; size++)
      expect(hex(tree.root(size))).to.equal(hex(defined(all.slice(0, size))))
  })
})

/** RFC 6962 §2.1, word for word and slowly. */
function defined(all: readonly string[]): Uint8Array {
  const hash = (...parts: (string | Uint8Array)[]) => {
    const sha = createHash('sha256')
    for (const part of parts) sha.update(part)
    return sha.digest()
  }
  if (all.length === 0) return hash()
  if (all.length === 1) return hash(Buffer.of(0), all[0] as string)
  const k = 2 ** Math.ceil(Math.log2(all.length) - 1)
  return hash(Buffer.of(1), defined(all.slice(0, k)), defined(all.slice(k)))
}

describe('a proof', () => {
  const SIZE = 40
  const all = leaves(SIZE)
  const tree = treeOf(all)
  const at = (size: number) => ({ size, root: tree.root(size) })
  const leaf = (index: number) => hashLeaf(all[index] as string)
  const flipped = (hashes: readonly Uint8Array[], n: number) =>
    hashes.map((hash, at) =>
      at === n ? hash.map((byte, i) => (i === 31 ? byte ^ 1 : byte)) : hash,
    )

  it('shows every leaf in every tree up to 40, and in no other place', () => {
    for (let size = 1; size <= SIZE; size++)
      for (let index = 0; index < size; index++) {
        const path = tree.inclusion(index, size)
        expect(includes(at(size), index, leaf(index), path)).to.equal(true)
        for (let other = 0; other <= size; other++)
          if (other !== index) expect(includes(at(size), other, leaf(index), path)).to.equal(false)
      }
  })

  it('shows nothing with one bit changed, one hash more or one less', () => {
    for (const [index, size] of [
      [0, 1],
      [0, 2],
      [6, 7],
      [7, 8],
      [12, 37],
      [36, 37],
      [39, 40],
    ] as const) {
      const path = tree.inclusion(index, size)
      const root = tree.root(size)
      path.forEach((_, n) =>
        expect(includes(at(size), index, leaf(index), flipped(path, n))).to.equal(false),
      )
      expect(includes(at(size), index, leaf(index), [...path, root])).to.equal(false)
      expect(includes(at(size), index, leaf(index), [root, ...path])).to.equal(false)
      if (path.length > 0)
        expect(includes(at(size), index, leaf(index), path.slice(1))).to.equal(false)
      expect(includes(at(size), index, leaf((index + 1) % SIZE), path)).to.equal(false)
      const [wrong] = flipped([root], 0) as [Uint8Array]
      expect(includes({ size, root: wrong }, index, leaf(index), path)).to.equal(false)
    }
  })

  it('shows nothing of an empty tree, a fraction or a hash that is none', () => {
    expect(includes(at(0), 0, leaf(0), [])).to.equal(false)
    expect(includes(at(1), -1, leaf(0), [])).to.equal(false)
    expect(includes(at(2), 0.5, leaf(0), tree.inclusion(0, 2))).to.equal(false)
    expect(includes({ size: 1, root: new Uint8Array(0) }, 0, new Uint8Array(0), [])).to.equal(false)
  })

  it('shows that every tree up to 40 begins with every earlier one', () => {
    for (let size = 0; size <= SIZE; size++)
      for (let old = 0; old <= size; old++) {
        const path = tree.consistency(old, size)
        expect(extendsTree(at(old), at(size), path), `${old} ${size}`).to.equal(true)
        if (old > 0 && old < size)
          expect(extendsTree(at(size), at(old), path), `${size} ${old}`).to.equal(false)
      }
  })

  it('shows no growth from another tree of the same size, nor to one', () => {
    const other = treeOf(all.map((text, n) => (n === 3 ? 'changed' : text)))
    for (let size = 5; size <= SIZE; size++)
      for (let old = 4; old <= size; old++) {
        const path = other.consistency(old, size)
        const there = { size, root: other.root(size) }
        expect(extendsTree(at(old), there, path), `${old} ${size}`).to.equal(false)
        const mine = tree.consistency(old, size)
        expect(extendsTree(at(old), there, mine), `${old} ${size}`).to.equal(false)
      }
  })

  it('shows no growth with one bit changed, one hash more or one less', () => {
    for (const [old, size] of [
      [1, 2],
      [3, 4],
      [4, 7],
      [6, 8],
      [21, 40],
      [32, 40],
    ] as const) {
      const path = tree.consistency(old, size)
      path.forEach((_, n) =>
        expect(extendsTree(at(old), at(size), flipped(path, n))).to.equal(false),
      )
      expect(extendsTree(at(old), at(size), [...path, tree.root(1)])).to.equal(false)
      expect(extendsTree(at(old), at(size), path.slice(1))).to.equal(false)
      expect(extendsTree(at(old), at(size), [])).to.equal(false)
    }
    expect(extendsTree(at(5), at(5), [tree.root(5)])).to.equal(false)
    expect(extendsTree(at(0), at(5), [tree.root(5)])).to.equal(false)
  })
})
