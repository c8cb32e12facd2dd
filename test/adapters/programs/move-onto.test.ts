import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from '../../../adapters/config/env.ts'
import { CONTENT } from '../../../adapters/files/content.ts'
import { openHouse } from '../../../adapters/programs/house.ts'
import { placedContacts, placedLedger } from '../../../adapters/programs/placed.ts'
import { moveStore } from '../../../adapters/programs/store-move.ts'
import { newFolder } from '../folder.ts'
import {
  change,
  enquired,
  type Env,
  everythingIn,
  fillBeside,
  LEDGER,
  ran,
  targetFor,
  TOLD,
} from './moving.ts'

const move = (env: Env) => ran((print) => moveStore(env, print))

describe('npm run store:move, by what is where it goes', function () {
  this.timeout(120_000)
  const data = newFolder()
  before(async () => {
    await enquired({ CANDOUR_DATA: data })
    await fillBeside(data)
  })

  /** Says so with each of these words, and changes nothing. */
  const refused = async (env: Env, ...words: string[]) => {
    const before = await everythingIn(env)
    const { code, text } = await move(env)
    expect(code, text).to.equal(1)
    for (const word of words) expect(text).to.contain(word)
    expect(text).not.to.contain('Another Candour')
    expect(await everythingIn(env)).to.deep.equal(before)
  }
  const moved = async () => {
    const target = await targetFor(data)
    const { code, text } = await move(target)
    expect(code, text).to.equal(0)
    return target
  }
  const besideOf = async <T>(
    env: Env,
    look: (place: NonNullable<Awaited<ReturnType<typeof openHouse>>['place']>) => Promise<T>,
  ) => {
    const house = await openHouse(readSettings(env))
    const found = await look(house.place!)
    await house.close()
    return found
  }

  it('tells whom Teams could tell, and which mails were tried, to every instance there', async () => {
    await besideOf(await moved(), async (place) => {
      const contacts = placedContacts(data, 'demo', place)
      expect(await contacts.people()).to.have.members(Object.keys(TOLD))
      for (const [person, one] of Object.entries(TOLD))
        expect(contacts.last(person)).to.deep.equal(one)
      expect(await place('demo-teams').read()).to.equal(JSON.stringify(TOLD))
      expect(await placedLedger(data, 'demo', place).read()).to.equal(LEDGER)
    })
  })

  it('leaves whoever wrote there since where they wrote, and adds the others', async () => {
    const target = await moved()
    const nadia = { ...TOLD['nadia']!, conversation: 'a:another' }
    await besideOf(target, async (place) => {
      await placedContacts(data, 'demo', place).change('tomasz', () => undefined)
      await placedContacts(data, 'demo', place).change('nadia', () => nadia)
    })
    const { code, text } = await move(target)
    expect(code, text).to.equal(0)
    const now = await besideOf(target, (place) => place('demo-teams').read())
    expect(JSON.parse(now!)).to.deep.equal({ ...TOLD, nadia })
  })

  it('says that it is done already where it is', async () => {
    const target = await moved()
    const before = await everythingIn(target)
    const { code, text } = await move(target)
    expect(code, text).to.equal(0)
    expect(text).to.match(/\d+ records were read back/)
    expect(await everythingIn(target)).to.deep.equal(before)
  })

  it('refuses what came from another folder, also of a clinic of the same name', async () => {
    const folder = newFolder()
    await enquired({ CANDOUR_DATA: folder })
    const target = await targetFor(folder)
    expect((await move(target)).code).to.equal(0)
    const ours = { CANDOUR_DATA: data, CANDOUR_KEK_FILE: join(data, 'kek') }
    await refused({ ...target, ...ours }, 'store/holds-other', '"table":"record"')
  })

  it('refuses the keys of another clinic before there is any evidence', async () => {
    const [target, other] = [await moved(), await targetFor(data)]
    await change(target['CANDOUR_POSTGRES_KEYS'], `UPDATE canary SET body = 'x' || body`)
    const both = { ...other, CANDOUR_POSTGRES_KEYS: target['CANDOUR_POSTGRES_KEYS']! }
    await move(both)
    await refused(both, 'store/holds-other', '"table":"canary"')
  })

  it('puts no keys there that the KEK which is named does not open', async () => {
    const [target, file] = [await targetFor(data), join(newFolder(), 'kek')]
    writeFileSync(file, randomBytes(32), { mode: 0o400 })
    const wrong = { ...target, CANDOUR_KEK_FILE: file }
    await move(wrong)
    await refused(wrong, 'keys/wrong-kek')
    expect(await everythingIn(target)).to.have.nested.property('keys.canary.length', 0)
  })

  it('puts no keys into a database that a server there does not use', async () => {
    const [target, other] = [await moved(), await targetFor(data)]
    await enquired(target)
    const { CANDOUR_POSTGRES_KEYS: elsewhere = '' } = other
    const both = { ...target, CANDOUR_POSTGRES_KEYS: elsewhere }
    await move(both)
    await refused(both, 'store/holds-other', 'other keys')
  })

  it('refuses the evidence of a clinic with another name', async () => {
    const target = await moved()
    await change(target['CANDOUR_POSTGRES'], `UPDATE log SET clinic = 'elsewhere'`)
    await refused(target, 'store/holds-other', 'elsewhere')
  })

  it('refuses a record that is not the same there, by one byte', async () => {
    const target = await moved()
    await change(target['CANDOUR_POSTGRES'], `UPDATE record SET leaf = leaf || ' ' WHERE seq = 1`)
    await refused(target, 'store/holds-other', '"table":"record"')
  })

  it('refuses another text in the second place, and puts no key beside it', async () => {
    const target = await moved()
    const sql = `UPDATE place SET text = 'another' WHERE name = 'demo';
      DELETE FROM stream_key; DELETE FROM person_key; DELETE FROM signing_key; DELETE FROM canary`
    await change(target['CANDOUR_POSTGRES_KEYS'], sql)
    await refused(target, 'store/holds-other', 'the second place')
  })

  it('moves no folder whose second place is elsewhere, and is not named', async () => {
    const target = await targetFor(data)
    const [here, away] = [join(data, 'second-place'), join(newFolder(), 'moved')]
    renameSync(here, away)
    await refused(target, 'Set CANDOUR_SECOND_PLACE')
    const named = await move({ ...target, CANDOUR_SECOND_PLACE: away })
    expect(named.code, named.text).to.equal(0)
    renameSync(away, here)
  })

  it('moves no folder of another clinic than the one that is named', async () => {
    const [words, clinic] = [newFolder(), readFileSync(`${CONTENT}/clinics/demo.yaml`, 'utf8')]
    writeFileSync(join(words, 'other.yaml'), clinic.replace(/^id: demo$/m, 'id: other'))
    const target = { ...(await targetFor(data)), CANDOUR_CLINIC_DIR: words }
    await refused(target, 'There is no log of other', 'Set CANDOUR_CLINIC_DIR')
  })
})
