import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from 'chai'
import { servePreview } from '../../../adapters/preview/serve.ts'
import { showsOf } from '../../../adapters/programs/preview.ts'
import { CONTENT } from '../../../adapters/files/content.ts'
import { nameOf } from '../../../bot/house.ts'
import { PATHWAYS } from '../../../machines/index.ts'
import { demoClinic } from '../../support/clinic.ts'
import { newFolder } from '../folder.ts'

/** A copy of the words, to be spoiled. */
function words(): string {
  const folder = newFolder()
  cpSync(CONTENT, folder, { recursive: true, filter: (path) => !/\.ts$|tsconfig/.test(path) })
  return folder
}

describe('the preview of words', () => {
  const folder = words()
  const file = join(folder, 'en-GB/feedback/satisfied.md')
  const text = readFileSync(file, 'utf8')
  let preview: Awaited<ReturnType<typeof servePreview>>
  const get = async (path: string) => (await fetch(preview.url + path)).text()

  before(async () => {
    preview = await servePreview(showsOf('feedback', demoClinic, folder))
  })
  after(() => preview.close())

  it('shows every state of every pathway, with its choices', async () => {
    for (const { id, machine } of Object.values(PATHWAYS)) {
      const page = await get(`/${nameOf(id)}`)
      expect(page, id).not.to.include('There are no words')
      expect(page, id).not.to.include('class="error"')
      const ends = Object.keys(machine.states).filter(
        (key) => machine.states[key]?.type === 'final',
      )
      for (const end of ends) expect(page, id).to.include(`<h2 id="${end}">`)
    }
    expect(await get('/'))
      .to.include('<li>Very satisfied</li>')
      .and.include('020 7946 0101')
  })

  it('tells what the lint says where the words have a fault, and shows them all the same', async () => {
    writeFileSync(file, text.replace('All in all', 'Hurry: last chance! All in all'))
    expect(await get('/feedback'))
      .to.match(/class="error">promotion: hurry/i)
      .and.include('All in all')
    writeFileSync(file, text.replace('---\nAll in all', '---\n{{nobody}} All in all'))
    expect(await get('/feedback')).to.include('nobody is not declared')
    writeFileSync(file, text)
    expect(await get('/feedback')).not.to.include('class="error"')
  })

  it('shows a second language beside the first', async () => {
    cpSync(join(folder, 'en-GB'), join(folder, 'fr-FR'), { recursive: true })
    const own = join(folder, 'fr-FR/feedback/satisfied.md')
    writeFileSync(own, text.replace('All in all', 'Somme toute'))
    const page = await get('/feedback')
    expect(page).to.include('<article lang="fr-FR">').and.include('Somme toute')
  })

  it('tells the page when a file is saved', async () => {
    const stop = new AbortController()
    const { body } = await fetch(`${preview.url}/events`, { signal: stop.signal })
    const heard = body!.pipeThrough(new TextDecoderStream()).getReader()
    await heard.read()
    writeFileSync(file, text)
    const { value } = await heard.read()
    stop.abort()
    expect(value).to.include('event: saved')
  })

  it('is for this machine alone', async () => {
    const { status } = await new Promise<{ status?: number | undefined }>((done, failed) => {
      import('node:http').then(
        ({ get: ask }) =>
          ask(preview.url, { headers: { host: 'elsewhere.example' } }, ({ statusCode }) =>
            done({ status: statusCode }),
          ).on('error', failed),
        failed,
      )
    })
    expect(status).to.equal(403)
  })
})

describe('a rehearsal', () => {
  const program = join(import.meta.dirname, '../../../adapters/programs/preview.ts')
  const node = join(import.meta.dirname, '../../../adapters/config/node.mjs')

  it('goes to the end with made-up answers, says that it is one, and leaves the data as they are', async () => {
    const data = newFolder()
    writeFileSync(join(data, 'candour.sqlite'), 'what was there before')
    const child = spawn(process.execPath, ['--import', node, program, 'feedback'], {
      env: { ...process.env, CANDOUR_DATA: data },
    })
    try {
      const url = await addressOf(child.stdout)
      let page = await (await fetch(`${url}/feedback/rehearse`)).text()
      for (const [event, value] of [
        ...[['yes'], ['dissatisfied'], ['rather-not-say'], ['no'], ['worse']],
        ['answered', 'Made-up words'],
      ]) {
        expect(page).to.include('Rehearsal. Made-up answers only: nothing is recorded.')
        const [, so = ''] = /name="so" value="([^"]*)"/.exec(page) ?? []
        const fields = { so: so.replaceAll('&quot;', '"'), event: event ?? '', value: value ?? '' }
        const body = new URLSearchParams(fields)
        page = await (await fetch(`${url}/feedback/rehearse`, { method: 'POST', body })).text()
      }
      expect(page)
        .to.include('It ends here')
        .and.include('after 6 answers')
        .and.include('REHEARSAL')
    } finally {
      child.kill()
      await once(child, 'exit')
    }
    expect(readdirSync(data)).to.deep.equal(['candour.sqlite'])
    expect(readFileSync(join(data, 'candour.sqlite'), 'utf8')).to.equal('what was there before')
  })

  it('begins where the pathway does, and is the same walk that a consultation takes', () => {
    const shows = showsOf('feedback', demoClinic)
    for (const { id } of Object.values(PATHWAYS).slice(0, 8)) {
      const found = shows.rehearsal(nameOf(id), '[]')
      expect(found?.spoken[0]?.text, id).to.be.a('string')
    }
    const held = shows.rehearsal('gp-contact', '[{"event":"not-sure"}]')
    expect(held?.spoken[0]?.file).to.equal('en-GB/gp-contact/explained.md')
  })

  it('takes no answer that the state does not, and nothing that is not an answer', () => {
    const shows = showsOf('feedback', demoClinic)
    for (const so of ['[{"event":"no-such"}]', 'nonsense', '{"event":"yes"}', '[{"event":1}]']) {
      expect(shows.rehearsal('feedback', so)).to.include({ count: 0, so: '[]' })
    }
    expect(shows.rehearsal('no-such-pathway', '[]')).to.equal(undefined)
  })
})

async function addressOf(stream: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stream })) {
    const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
    if (found) return found
  }
  throw new Error('The preview said no address.')
}
