import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { keys } from '../../../adapters/programs/keys.ts'
import { EXIT, verify } from '../../../adapters/programs/verify.ts'
import { openOne } from '../../faults/open-houses.ts'
import { Patient } from '../../faults/patient.ts'
import { KEYS_ROLE, sharedSettings } from '../../support/instances.ts'
import { cluster } from '../../support/postgres.ts'
import { newFolder } from '../folder.ts'

describe('npm run keys, where the keys are in PostgreSQL', function () {
  this.timeout(90_000)
  let settings: Record<string, string>
  before(async () => {
    settings = { CANDOUR_DATA: newFolder(), ...(await sharedSettings(await cluster())) }
  })

  const run = async (...args: string[]) => {
    const lines: string[] = []
    const code = await keys(settings, args, (line) => lines.push(line))
    return { code, text: lines.join('\n') }
  }
  const verified = () => verify(settings, [], () => undefined)

  /** Nothing is connected that need not be: what is idle for a minute is closed. */
  async function cutOff() {
    const of = await cluster()
    await of.admin(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${KEYS_ROLE}'`,
    )
    await pause(1_500)
  }

  it('changes the KEK when no instance runs, and everything opens with the new one alone', async () => {
    const kek = settings['CANDOUR_KEK_FILE'] ?? ''
    let instance = await openOne(settings)
    const patient = new Patient(() => instance.url, 'before and after')
    await patient.begin()
    await patient.answer(3)
    expect((await run('rotate')).text, 'while one runs').to.contain('store/in-use')
    await pause(3_000)
    await cutOff()
    expect((await run('rotate')).text, 'while one has nothing to do').to.contain('store/in-use')
    await instance.close()
    const before = readFileSync(kek)
    const { code, text } = await run('rotate')
    expect(code, text).to.equal(0)
    expect(existsSync(`${kek}.next`)).to.equal(false)
    const old = /The old one is in (\S+):/.exec(text)?.[1] ?? ''
    expect(readFileSync(old)).to.deep.equal(before)
    expect(readdirSync(dirname(kek)), 'what was refused left nothing').to.have.length(2)
    expect((await run()).text).to.contain(`${old} was the KEK until `)
    expect(await verified()).to.equal(EXIT.holds)
    instance = await openOne(settings)
    const again = new Patient(() => instance.url, 'after')
    await again.begin()
    await again.answer(3)
    await instance.close()
    expect(await verified()).to.equal(EXIT.holds)
    settings['CANDOUR_KEK_FILE'] = old
    expect((await run()).text, 'with the old one').to.contain('keys/wrong-kek')
    expect(await verified()).to.equal(EXIT.seal)
    settings['CANDOUR_KEK_FILE'] = kek
  })

  it('copies the keys while an instance makes more, and puts them back into a new database', async () => {
    const folder = newFolder()
    const instance = await openOne(settings)
    const patient = new Patient(() => instance.url, 'in the copy')
    await patient.begin()
    await patient.answer(3)
    const copied = await run('backup', folder, '--days', '7')
    expect(copied.code, copied.text).to.equal(0)
    const [file = ''] = readdirSync(folder)
    expect(statSync(join(folder, file)).mode & 0o777).to.equal(0o400)
    expect((await run()).text).to.match(/A copy of .*, to be kept until /)
    await patient.answer(1)
    await instance.close()
    const { CANDOUR_POSTGRES_KEYS: lost = '' } = settings
    const { CANDOUR_POSTGRES_KEYS: empty = '' } = await sharedSettings(await cluster())
    settings['CANDOUR_POSTGRES_KEYS'] = empty
    const back = await run('put-back', join(folder, file))
    expect(back.code, back.text).to.equal(0)
    expect(readdirSync(folder), 'nothing is left beside it').to.deep.equal([file])
    expect((await run()).text).to.match(/The keys open with .*A copy of /s)
    const again = await openOne(settings)
    const other = new Patient(() => again.url, 'after it')
    await other.begin()
    await other.answer(1)
    await again.close()
    expect(await verified(), 'records since the copy are sealed with keys that it has').to.equal(
      EXIT.holds,
    )
    expect((await run('put-back', join(folder, file))).code, 'into keys that are used').to.equal(1)
    expect((await run('put-back', settings['CANDOUR_KEK_FILE'] ?? '')).text).to.match(/is no copy/)
    settings['CANDOUR_POSTGRES_KEYS'] = lost
  })
})
