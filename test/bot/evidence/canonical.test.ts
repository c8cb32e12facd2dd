import { expect } from 'chai'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { canonical } from '../../../bot/evidence/canonical.ts'

describe('the canonical form', () => {
  it('orders names by their UTF-16 units and leaves no space', () => {
    const unordered = {
      b: [1, 'x', null],
      '\u20ac': true,
      a: { d: 2, c: -1 },
      '\u{1f600}': 0,
      '\ufb33': '',
    }
    expect(canonical(unordered)).to.equal(
      '{"a":{"c":-1,"d":2},"b":[1,"x",null],"\u20ac":true,"\u{1f600}":0,"\ufb33":""}',
    )
  })

  it('escapes what RFC 8785 says, and nothing else', () => {
    expect(canonical('\u20ac$\u000f\nA\'B"\\/\u2028\u007f')).to.equal(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\/\u2028\u007f"',
    )
  })

  it('is what another program writes, whatever order the members came in, and reads back', () => {
    const integer = fc.maxSafeInteger().map((n) => (n === 0 ? 0 : n))
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        ...[fc.string({ unit: 'grapheme' }), fc.boolean(), fc.constant(null), integer],
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(value, (one) => {
        const text = canonical(one)
        expect(canonical(JSON.parse(text))).to.equal(text)
        expect(canonical(backwards(one))).to.equal(text)
        expect(canonicalize(one)).to.equal(text)
      }),
    )
  })

  it('leaves out each member that is undefined, however deep, where that is asked', () => {
    const one = { d: undefined, b: { z: undefined, a: [{ y: undefined }] }, a: 1 }
    expect(canonical(one, 'left-out')).to.equal('{"a":1,"b":{"a":[{}]}}')
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        ...[fc.string({ unit: 'grapheme' }), fc.boolean(), fc.constant(null), fc.nat()],
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), fc.option(tie('value'), { nil: undefined }), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(value, (one) => {
        expect(canonical(one, 'left-out')).to.equal(canonicalize(withoutAbsent(one)))
      }),
    )
  })

  it('leaves nothing out of an array, nor all that there is, and refuses it by its place', () => {
    const place = (value: unknown) => () => canonical(value, 'left-out')
    expect(place({ a: undefined, b: [1, undefined] })).to.throw(TypeError, 'at $.b[1]')
    expect(place([1, , 2])).to.throw(TypeError, 'at $[1]')
    expect(place({ a: undefined, c: 0.5, b: null })).to.throw(TypeError, 'at $.c')
    expect(place(undefined)).to.throw(TypeError, /at \$$/)
  })

  for (const [what, value] of [
    ['a float', 0.5],
    ['an integer that is not safe', 2 ** 53],
    ['NaN', NaN],
    ['infinity', Infinity],
    ['minus zero', -0],
    ['undefined', undefined],
    ['a big integer', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['half of a surrogate pair', '\ud83d'],
    ['a Map', new Map([['a', 1]])],
    ['a Set', new Set()],
    ['a Date', new Date(0)],
    ['bytes', new Uint8Array(2)],
    ['a boxed string', Object('x') as object],
    ['something with a class', new (class Thing {})()],
    ['something with toJSON', { toJSON: () => 'x' }],
    ['an inherited member', Object.create({ a: 1 }) as object],
  ] as const) {
    it(`is refused to ${what}, wherever it stands`, () => {
      expect(() => canonical(value)).to.throw(TypeError, 'at $')
      expect(() => canonical([1, value])).to.throw(TypeError, 'at $[1]')
      expect(() => canonical({ a: { b: value } })).to.throw(TypeError, 'at $.a.b')
    })
  }

  it('is refused to a hole in an array, a name that is no text, and a thing inside itself', () => {
    expect(() => canonical([1, , 2])).to.throw(TypeError, 'at $[1]')
    expect(() => canonical({ '\udc00': 1 })).to.throw(TypeError, 'surrogate')
    expect(() => canonical({ [Symbol('x')]: 1 })).to.throw(TypeError, 'symbol')
    const loop: unknown[] = []
    loop.push(loop)
    expect(() => canonical(loop)).to.throw(TypeError, 'too deeply')
  })

  it('does not say in its refusal what the value was', () => {
    expect(() => canonical({ answer: 1.234567 })).to.throw(/^(?!.*1\.234567)/)
  })

  it('keeps a member that is called like the prototype', () => {
    expect(canonical(JSON.parse('{"__proto__":1,"a":2}'))).to.equal('{"__proto__":1,"a":2}')
  })
})

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, backwards(member)]),
  )
}

function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, withoutAbsent(member)]),
  )
}
