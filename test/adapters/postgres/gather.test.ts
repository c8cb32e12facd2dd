import { expect } from 'chai'
import { gather } from '../../../adapters/postgres/gather.ts'

describe('what is asked of PostgreSQL in the same round', () => {
  let asked: (readonly string[])[]
  let answer: () => Promise<void>
  const ask = gather(async (ids) => {
    asked.push(ids)
    await answer()
    return ids.filter((id) => id !== 'unknown').map((id) => ({ id, of: asked.length }))
  })
  beforeEach(() => {
    asked = []
    answer = async () => undefined
  })

  it('is one question, and everybody has their own answer', async () => {
    const found = await Promise.all(['a', 'b', 'a', 'unknown'].map(ask))
    expect(asked).to.deep.equal([['a', 'b', 'unknown']])
    expect(found.map((one) => one?.id)).to.deep.equal(['a', 'b', 'a', undefined])
  })

  it('is asked again by whoever asks while that is on its way: something was written since', async () => {
    let arrive: () => void = () => undefined
    const sent = new Promise<void>((resolve) => {
      answer = () => new Promise((done) => (resolve(), (arrive = done)))
    })
    const first = ask('a')
    await sent
    answer = async () => undefined
    expect(await ask('a')).to.deep.equal({ id: 'a', of: 2 })
    arrive()
    await first
    expect(asked).to.deep.equal([['a'], ['a']])
  })

  it('fails for all who asked, and for nobody who asks later', async () => {
    answer = () => Promise.reject(new Error('away'))
    const all = await Promise.allSettled(['a', 'b'].map(ask))
    expect(all.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected'])
    answer = async () => undefined
    expect(await ask('a')).to.have.property('id', 'a')
  })
})
