import { expect } from 'chai'
import { createHash } from 'node:crypto'
import {
  openCheckpoint,
  readCheckpoint,
  signCheckpoint,
} from '../../../../bot/evidence/log/checkpoint.ts'
import {
  cosign,
  openNote,
  readVkey,
  signerOf,
  signNote,
  textOf,
  vkeyOf,
} from '../../../../bot/evidence/log/note.ts'
import { readProof, writeProof } from '../../../../bot/evidence/log/proof.ts'

/** The worked example of Go’s golang.org/x/mod/sumdb/note (BSD-3-Clause): its keys and its note. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const PETER_SAID =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n"
const PETER_SIGNED =
  `${PETER_SAID}\n— PeterNeumann ` +
  'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

const hashOf = (text: string) => new Uint8Array(createHash('sha256').update(text).digest())
const log = signerOf('example.com/log', 'log', hashOf('log'))
const other = signerOf('example.com/log', 'log', hashOf('other'))
const witness = signerOf('witness.example/one', 'cosignature', hashOf('witness'))

describe('a signed note', () => {
  it('opens as published for the format, with the key that was published', () => {
    const { text, by } = openNote(PETER_SIGNED, [readVkey(PETER)])
    expect(text).to.equal(PETER_SAID)
    expect(by.map(({ verifier }) => verifier.name)).to.deep.equal(['PeterNeumann'])
  })

  it('has the key id that was published, and no other', () => {
    expect(vkeyOf(readVkey(PETER))).to.equal(PETER)
    for (const wrong of [
      PETER.replace('c74f20a3', 'c74f20a4'),
      PETER.replace('PeterNeumann', 'PeterNewmann'),
      PETER.replace('+A', '+B'),
      PETER.slice(0, -4),
      `${PETER} `,
      'a b+00000000+AQ==',
      '',
    ])
      expect(() => readVkey(wrong), wrong).to.throw()
  })

  it('is known by whoever signed it, and unknown signatures are passed over', () => {
    const note = signNote('words\n', log)
    expect(openNote(note, [log]).by).to.have.length(1)
    expect(openNote(note, [other]).by).to.deep.equal([])
    const both = note + signNote('words\n', other).slice('words\n\n'.length)
    expect(openNote(both, [other]).by.map(({ verifier }) => verifier)).to.deep.equal([other])
  })

  it('is refused with one letter changed, or a known signature on something else', () => {
    const note = signNote('words\n', log)
    expect(() => openNote(note.replace('words', 'Words'), [log])).to.throw('does not verify')
    for (let at = note.length - 40; at < note.length - 5; at++) {
      const changed = note.slice(0, at) + (note[at] === 'A' ? 'B' : 'A') + note.slice(at + 1)
      expect(() => openNote(changed, [log]), String(at)).to.throw()
    }
  })

  it('is nothing but a note', () => {
    const note = signNote('words\n', log)
    for (const wrong of [
      '',
      'words\n',
      'words\n\n',
      note.slice(0, -1),
      note.replace('— ', '- '),
      note.replace('words', 'wo\trds'),
      note.replace('words', 'wo\rrds'),
      `${note}\n`,
      note.replace('example.com/log', 'example.com/+'),
      note + '— a b\n',
      note + '— short AAAAAA==\n',
    ])
      expect(() => openNote(wrong, [log]), JSON.stringify(wrong)).to.throw()
    expect(openNote(signNote('one\n\ntwo\n', log), [log]).text).to.equal('one\n\ntwo\n')
  })

  it('carries the time at which a witness saw it, which nobody else can change', () => {
    const note = signNote('words\n', log)
    const line = cosign('words\n', witness, 1_679_315_147)
    expect(openNote(note + line, [log, witness]).by[1]).to.include({ time: 1_679_315_147 })
    const bytes = Buffer.from(line.split(' ')[2]!, 'base64')
    bytes[11] = bytes[11]! ^ 1
    const later = `— witness.example/one ${bytes.toString('base64')}\n`
    expect(() => openNote(note + later, [witness])).to.throw('does not verify')
    expect(() => openNote(note + cosign('other\n', witness, 1), [witness])).to.throw()
  })
})

describe('a checkpoint', () => {
  const tree = { origin: 'example.com/log', size: 7, root: hashOf('root') }
  const note = signCheckpoint(tree, log)

  it('says origin, size and root, signed by the log', () => {
    expect(openCheckpoint(note, log)).to.deep.include(tree)
    expect(note.split('\n').slice(0, 2)).to.deep.equal(['example.com/log', '7'])
  })

  it('is refused when another key has signed it, or it is of another log', () => {
    expect(() => openCheckpoint(signCheckpoint(tree, other), log)).to.throw('has not signed')
    const elsewhere = { ...tree, origin: 'example.com/other' }
    expect(() => openCheckpoint(signCheckpoint(elsewhere, log), log)).to.throw('a checkpoint of')
    const cosigned = `${textOf(note)}\n${cosign(textOf(note), witness, 1)}`
    expect(() => openCheckpoint(cosigned, log, [witness])).to.throw('has not signed')
  })

  it('is nothing but a checkpoint', () => {
    const root = Buffer.from(tree.root).toString('base64')
    const good = `o\n7\n${root}\n`
    expect(readCheckpoint(good).size).to.equal(7)
    expect(readCheckpoint(`${good}more\n`).size).to.equal(7)
    for (const wrong of [
      `\n7\n${root}\n`,
      `o\n07\n${root}\n`,
      `o\n-1\n${root}\n`,
      `o\n7.0\n${root}\n`,
      `o\n9007199254740993\n${root}\n`,
      `o\n7\n${root}`,
      `o\n7\n${root}\n\n`,
      `o\n7\n${root.slice(4)}\n`,
      `o\n7\n${root.slice(0, -1)}\n`,
    ])
      expect(() => readCheckpoint(wrong), wrong).to.throw('no checkpoint')
  })
})

describe('a proof as text', () => {
  const checkpoint = signCheckpoint({ origin: 'o/l', size: 9, root: hashOf('r') }, log)
  const proof = { index: 8, hashes: [hashOf('1'), hashOf('2')], checkpoint }

  it('is read as it was written, also without a hash', () => {
    expect(readProof(writeProof(proof))).to.deep.equal(proof)
    const alone = { ...proof, index: 0, hashes: [] }
    expect(readProof(writeProof(alone))).to.deep.equal(alone)
  })

  it('has the form that c2sp.org/tlog-proof shows', () => {
    const [first, second, third] = writeProof(proof).split('\n')
    expect([first, second]).to.deep.equal(['c2sp.org/tlog-proof@v1', 'index 8'])
    expect(third).to.match(/^[A-Za-z0-9+/]{43}=$/)
    expect(writeProof(proof).endsWith(`\n\n${checkpoint}`)).to.equal(true)
    const more = writeProof(proof).replace('\nindex', '\nextra AAAA\nindex')
    expect(readProof(more)).to.deep.equal(proof)
  })

  it('is nothing but a proof', () => {
    const text = writeProof(proof)
    for (const wrong of [
      '',
      text.replace('@v1', '@v2'),
      text.replace('index 8', 'index 08'),
      text.replace('index 8', 'index -8'),
      text.replace('index 8\n', ''),
      text.replace(/=\n/, '\n'),
      text.split('\n\n')[0]!,
    ])
      expect(() => readProof(wrong), wrong.slice(0, 60)).to.throw()
  })
})
