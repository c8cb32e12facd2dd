import { expect } from 'chai'
import { execFile } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  checkContent,
  content,
  type Files,
  readFiles,
  signaturesOf,
} from '../../../adapters/programs/content.ts'
import { CONTENT, digest } from '../../../adapters/files/content.ts'
import { type Day, day } from '../../../machines/time.ts'
import { newFolder } from '../folder.ts'

const program = fileURLToPath(new URL('../../../adapters/programs/content.ts', import.meta.url))
const TODAY = day('2026-11-21')

const front = (id: string, more = '') =>
  `---\nid: ${id}\nversion: 1\naudience: public\nclauses: [JCCP-14]\nslots: []\nchoices: {}\n` +
  `reviewed: { on: 2026-11-21, againBy: 2027-11-21 }\n${more}---\n`
const hello = { path: 'en-GB/test/hello.md', text: `${front('test/hello')}Hello.` }
const shipped = readFiles()

/** The shipped clinic and treatments, with two lines of words. */
function files(change: Partial<Files> = {}, ...more: { path: string; text: string }[]): Files {
  const words = [
    { path: 'en-GB/ui.yaml', text: 'send: Send' },
    {
      path: 'en-GB/lexicon.yaml',
      text: 'stop: [stop]\nperson: [a person]\nhelp-now: [help]\nin-danger: [in danger]',
    },
    ...[hello, ...more],
  ]
  return { ...shipped, words, signoff: undefined, ...change }
}

function check(all: Files, on: Day = TODAY): { code: number; said: string } {
  const lines: string[] = []
  const code = checkContent(all, on, (line) => lines.push(line))
  return { code, said: lines.join('\n') }
}

const planted = (body: string, change: (front: string) => string = (same) => same) => ({
  path: 'en-GB/test/planted.md',
  text: change(front('test/planted')) + body,
})

describe('npm run content', () => {
  it('refuses a colour of the clinic that could not be read, and names one that could', () => {
    const text = shipped.clinic.text.replace('#0b5c5c', '#ffd400')
    const { code, said } = check(files({ clinic: { ...shipped.clinic, text } }))
    expect(said).to.match(/colours.accent: #ffd400 cannot be read .* #\w{6} would do/)
    expect(code).to.equal(1)
  })

  it('finds nothing wrong with the words that we ship, and that all of them are drafts', () => {
    const { code, said } = check({ ...shipped, signoff: undefined })
    expect(said).to.contain('Must not be shown: nothing')
    expect(said).to.match(/Drafts: (\d+) of \1\n/)
    expect(code).to.equal(0)
  })

  it('names each draft in a line of its own, with what is to be signed', () => {
    const clinicDir = { CANDOUR_CLINIC_DIR: join(CONTENT, 'clinics') }
    const lines: string[] = []
    expect(content(clinicDir, (line) => lines.push(line), ['drafts'])).to.equal(0)
    const all = signaturesOf(shipped)
    if ('faults' in all) throw new Error(all.faults.join())
    expect(lines).to.have.members(
      all.map(({ id, digest }) => `${id}: nobody has signed ${digest}.`),
    )
    expect(() => content(clinicDir, () => undefined, ['draft'])).to.throw('Use: npm run content')
  })

  for (const [what, file, line] of [
    ['promotes', planted('Book now.'), 'en-GB/test/planted.md: promotion: Book now'],
    [
      'cites a clause that is not in the register',
      planted('Yes.', (all) => all.replace('JCCP-14', 'JCCP-999')),
      'en-GB/test/planted.md: unknown-clause: JCCP-999',
    ],
  ] as const) {
    it(`ends with 1 when a text ${what}, and names the file`, () => {
      const { code, said } = check(files({}, file))
      expect(said).to.contain(`Must not be shown\n  ${line}`)
      expect(code).to.equal(1)
    })
  }

  it('ends with 1 the day after words were to be looked at again, and not on the day', () => {
    const early = planted('Yes.', (all) => all.replace('2027-11-21', '2026-12-24'))
    expect(check(files({}, early), day('2026-12-24')).code).to.equal(0)
    const { code, said } = check(files({}, early), day('2026-12-25'))
    expect(said).to.contain('Out of date\n  en-GB/test/planted.md: review-overdue: 2026-12-24')
    expect(code).to.equal(1)
  })

  it('counts treatments, the ICO and insurance among what runs out', () => {
    const text = shipped.clinic.text.replaceAll('2099-12-31', '2026-11-21')
    const clinic = { ...shipped.clinic, text }
    expect(check(files({ clinic })).code).to.equal(0)
    const { code, said } = check(files({ clinic }), day('2026-11-22'))
    expect(said).to.contain('registration with the ICO: 2026-11-21')
    expect(said).to.contain('Nadia Okafor: insurance: 2026-11-21')
    expect(code).to.equal(1)
    const late = check(files(), day('2035-01-01'))
    expect(late.said).to.match(/treatments\/dermal-filler\.yaml: review-overdue: 20\d\d-/)
  })

  it('reports a rule to look at again, which is no reason to hide words', () => {
    expect(check(files(), day('2026-12-21')).said).to.contain('Rules to look at again: nothing')
    const { code, said } = check(files(), day('2026-12-22'))
    expect(said).to.contain('rules-england@1: licence-for-cosmetic-procedures: 2026-12-21')
    expect(code).to.equal(0)
  })

  it('says when there are no rules for where the clinic is', () => {
    const text = shipped.clinic.text.replace('place: england', 'place: wales')
    const { said } = check(files({ clinic: { ...shipped.clinic, text } }))
    expect(said).to.contain('wales: there is no pack of rules for this place')
  })

  it('lists what is hard to read apart, and lets it pass', () => {
    const hard = 'Considerable documentation necessitates understanding. '
    const { code, said } = check(files({}, planted(hard.repeat(10))))
    expect(said).to.contain('Harder to read than at eleven\n  en-GB/test/planted.md: reading-age')
    expect(code).to.equal(0)
  })

  it('tells every fault of every file when some cannot be read', () => {
    const treatments = [{ path: 'treatments/odd.yaml', text: 'id: odd' }]
    const broken = files({ treatments }, { path: 'en-GB/test/bad.md', text: 'no front matter' })
    const { code, said } = check(broken)
    expect(said).to.contain('Cannot be read\n  en-GB/test/bad.md: has no front matter')
    expect(said).to.contain('treatments/odd.yaml: ')
    expect(code).to.equal(1)
  })

  describe('with signatures', () => {
    const signoff = (text: string, by = 'Nadia Okafor') => ({
      path: 'signoff.yaml',
      text: `- { content: test/hello, digest: ${digest(text)}, by: ${by}, register: '1', on: 2026-11-20 }`,
    })

    it('takes what is signed from the drafts', () => {
      const { said } = check(files({ signoff: signoff(hello.text), treatments: [] }))
      expect(said).to.contain('Drafts: 2 of 3\n  en-gb: ui, lexicon')
    })

    it('says what has changed since it was signed, and who signed it then', () => {
      const { said } = check(files({ signoff: signoff('as it once was'), treatments: [] }))
      const line = 'test/hello: Nadia Okafor on 2026-11-20'
      expect(said).to.contain(`Changed since it was signed\n  ${line}`)
      expect(said).to.contain('Drafts: 3 of 3\n  test: hello')
    })

    it('says when whoever signed does not work there', () => {
      const { said } = check(files({ signoff: signoff(hello.text, 'Nobody Known') }))
      expect(said).to.contain('Signed by nobody who works here\n  test/hello: Nobody Known')
    })
  })

  it('reads the clinic of the folder that it is told, and its signatures beside it', () => {
    const folder = newFolder()
    copyFileSync(join(CONTENT, 'clinics/demo.yaml'), join(folder, 'ours.yaml'))
    expect(readFiles(folder).signoff).to.equal(undefined)
    writeFileSync(join(folder, 'signoff.yaml'), '[]')
    expect(readFiles(folder)).to.deep.include({ signoff: { path: 'signoff.yaml', text: '[]' } })
    copyFileSync(join(CONTENT, 'clinics/demo.yaml'), join(folder, 'theirs.yaml'))
    expect(() => readFiles(folder)).to.throw('must hold one clinic')
    expect(() => content({ CANDOUR_CLINIC_DIR: folder }, () => {})).to.throw('must hold one')
  })

  it('ends with its code as a program of its own', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'clinic.yaml'), 'id: nothing')
    const ended = (env: Record<string, string>) =>
      new Promise((resolve) => {
        execFile(process.execPath, [program], { env: { ...process.env, ...env } }, (error, out) =>
          resolve({ code: error?.code ?? 0, begins: out.split('\n')[0] }),
        )
      })
    expect(await ended({ CANDOUR_CLINIC_DIR: folder })).to.deep.equal({
      code: 1,
      begins: 'Cannot be read',
    })
  })
})
