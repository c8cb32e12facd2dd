import { expect } from 'chai'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { access } from '../../../adapters/programs/access.ts'
import { openHouse } from '../../../adapters/programs/house.ts'
import { IN_PERSON } from '../../../bot/retention/access.ts'
import { type OpenClinic, staff } from '../../support/clinic.ts'
import * as story from '../../support/stories.ts'
import { newFolder } from '../folder.ts'

const SECRET = 'zebra-decline-reason'

describe('npm run access', function () {
  this.timeout(60_000)
  let data: string

  const open = () => openHouse({ data, mode: 'demo', kekFile: undefined, clinicDir: undefined })
  const run = async (...args: string[]) => {
    const lines: string[] = []
    const code = await access({ CANDOUR_DATA: data }, args, (line) => lines.push(line))
    return { code, text: lines.join('\n') }
  }
  /** An enquiry; one that was declined has a reason in the restricted stream. */
  async function enquiry(declined: boolean) {
    const house = await open()
    await house.candour.begin()
    const clinic = { ...house.candour, ...house, parts: house } as unknown as OpenClinic
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    const act = declined ? { type: 'decline', reason: SECRET } : { type: 'pause' }
    await story.doAct(clinic, id, act, staff('performer'))
    await house.log.settled()
    await house.close()
    return id
  }
  beforeEach(() => (data = newFolder()))

  it('gives the page and the data of the open stream, and never a word of the restricted one', async () => {
    const [declined, plain] = [await enquiry(true), await enquiry(false)]
    const copies = []
    for (const id of [declined, plain]) {
      const file = join(newFolder(), 'copy.html')
      expect(await run(id, '--out', file)).to.include({ code: 0 })
      copies.push([readFileSync(file, 'utf8'), readFileSync(`${file}.json`, 'utf8')])
    }
    for (const [html = '', json = ''] of copies) {
      expect(html).to.contain('lines around my mouth')
      expect(json).to.contain('lines around my mouth')
      expect(html + json).to.not.contain(SECRET)
      expect(html).to.contain(IN_PERSON)
      expect(json).to.contain(IN_PERSON)
      expect(json).to.not.contain('"stream": "restricted"')
    }
  })

  it('is in the clinic’s book, with the digest of what was given', async () => {
    const id = await enquiry(false)
    await run(id, '--out', join(newFolder(), 'copy.html'))
    const house = await open()
    const [entry] = await house.candour.book.entries()
    expect(entry?.act).to.include({ type: 'gave', what: 'access' })
    expect((entry?.act as { digest: string }).digest).to.match(/^[0-9a-f]{64}$/)
    await house.close()
  })

  it('gives nothing of somebody unknown, and writes over no file', async () => {
    const id = await enquiry(false)
    expect((await run('nobody', '--out', join(newFolder(), 'x'))).text).to.contain(
      'Nothing is kept',
    )
    const file = join(newFolder(), 'copy.html')
    expect(await run(id, '--out', file)).to.include({ code: 0 })
    expect(await run(id, '--out', file)).to.include({ code: 1 })
    expect(await run(id)).to.include({ code: 1 })
  })

  it('has the places of both files before it puts anything on record, and leaves none that is empty', async () => {
    const id = await enquiry(false)
    const folder = newFolder()
    const [page, there] = ['copy.html', 'there.html'].map((name) => join(folder, name))
    writeFileSync(`${there}.json`, 'somebody’s')
    expect((await run(id, '--out', there!)).text).to.equal(
      `${there}.json is there already, and stays: name another file with --out.`,
    )
    const nowhere = join(folder, 'nowhere')
    expect((await run(id, '--out', join(nowhere, 'copy.html'))).text).to.equal(
      `There is no folder ${nowhere}: make it, or name another file with --out.`,
    )
    expect((await run('nobody', '--out', page!)).code).to.equal(1)
    expect(readdirSync(folder)).to.deep.equal(['there.html.json'])
    expect(readFileSync(`${there}.json`, 'utf8')).to.equal('somebody’s')
    const house = await open()
    expect(await house.candour.book.entries()).to.deep.equal([])
    await house.close()
  })
})
