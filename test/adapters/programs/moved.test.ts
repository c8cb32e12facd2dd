import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from '../../../adapters/config/env.ts'
import { keys } from '../../../adapters/programs/keys.ts'
import { log } from '../../../adapters/programs/log.ts'
import { openHouse } from '../../../adapters/programs/house.ts'
import { moveStore } from '../../../adapters/programs/store-move.ts'
import { verify } from '../../../adapters/programs/verify.ts'
import { newFolder } from '../folder.ts'
import { cutAfter } from './cut.ts'
import { enquired, type Env, everythingIn, ran, targetFor } from './moving.ts'

const move = (env: Env, ...args: string[]) => ran((print) => moveStore(env, print, args))
const started = (env: Env) =>
  openHouse(readSettings(env)).then(
    (house) => house.close().then(() => 'started'),
    (error: unknown) => String(error),
  )

describe('a folder that was moved', function () {
  this.timeout(120_000)
  let data: string
  let folder: Env
  let target: Env
  beforeEach(async () => {
    data = newFolder()
    folder = { CANDOUR_DATA: data }
    await enquired(folder)
    target = await targetFor(data)
  })
  const moved = async (env = target) => {
    const { code, text } = await move(env)
    expect(code, text).to.equal(0)
    return text
  }

  it('is served no more, and says where it went, when, and what to do', async () => {
    expect(await moved()).to.contain('no server starts on it any more')
    const said = await started(folder)
    const { host, pathname } = new URL(target['CANDOUR_POSTGRES'] ?? '')
    expect(said).to.contain('store/moved').and.contain(`"moved to":"${host}${pathname}"`)
    expect(said).to.match(/"on":"\d{4}-\d\d-\d\dT/)
    expect(said).to.contain('Set CANDOUR_POSTGRES').and.contain('npm run store:move -- back')
    const begun = log(folder, ['begin'], () => undefined)
    expect(await begun.catch(String), 'no other program writes there').to.contain('store/moved')
    expect(await started(target)).to.equal('started')
  })

  it('can be read and verified as before', async () => {
    await moved()
    const { code, text } = await ran((print) => verify(folder, [], print))
    expect(code, text).to.equal(0)
  })

  it('keeps its KEK, which is also that of the keys where they went', async () => {
    await moved()
    const kek = readFileSync(join(data, 'kek'))
    const { code, text } = await ran((print) => keys(folder, ['rotate'], print))
    expect(code).to.equal(1)
    expect(text).to.contain('store/moved')
    expect(readFileSync(join(data, 'kek'))).to.deep.equal(kek)
  })

  it('is moved again as if nothing were the matter, and its word stays with it', async () => {
    await moved()
    const [said, before] = [await started(folder), await everythingIn(target)]
    await moved()
    expect(await started(folder), 'the first time counts').to.equal(said)
    expect(await everythingIn(target)).to.deep.equal(before)
    expect(JSON.stringify(before)).to.not.contain('what is here was moved')
  })

  it('is served as long as not all of it is there', async () => {
    const other = await targetFor(data)
    const back = cutAfter(Infinity)
    await moved(other)
    const asked = back()
    expect((await move(folder, 'back')).code).to.equal(0)
    const again = cutAfter(asked.length - 1)
    expect((await move(target)).code).to.equal(1)
    again()
    expect(await started(folder)).to.equal('started')
  })

  it('is served again when somebody says so, until it is moved again', async () => {
    expect((await move(folder, 'back')).text).to.contain('was not moved')
    for (const time of ['once', 'and once more']) {
      const to = await targetFor(data)
      await moved(to)
      expect(await started(folder), time).to.contain('store/moved')
      const { code, text } = await move(folder, 'back')
      expect(code, text).to.equal(0)
      expect(text).to.contain('is not in it')
      expect(await started(folder), time).to.equal('started')
    }
    await enquired(folder)
  })

  it('is asked for in no other words', async () => {
    const { code, text } = await move(folder, 'bakc')
    expect(code).to.equal(1)
    expect(text).to.contain('Use: npm run store:move [-- back]')
  })
})
