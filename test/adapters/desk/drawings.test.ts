import { expect } from 'chai'
import { answer, choose, type Replies } from '../../../adapters/programs/demo/autopilot.ts'
import { openClinic, staff } from '../../support/clinic.ts'
import { answersAll, enquired, performer, prepare, say } from '../../support/stories.ts'
import { fakeDesk, settings, visitor } from './fake.ts'

const lead = staff('safeguarding')
const reception = staff('reception')
const auditor = staff('auditor')

/** An adult who has been asked everything before the appointment, in private too. */
async function asked(other: Replies = {}) {
  const clinic = openClinic()
  const patient = await enquired(clinic)
  await answersAll(clinic, patient, other)
  return { clinic, id: await patient.consultation() }
}

const steps = (svg = '') => [...svg.matchAll(/ data-taken="([^"]+)"/g)].map(([, way]) => way)

describe('the drawings of a consultation', function () {
  this.timeout(60_000)

  it('are of each pathway that was opened, with its path, for a clinician', async () => {
    const { clinic, id } = await asked()
    const view = await clinic.desk.look(performer, id)
    const opened = view?.drawings.map(({ open }) => open)
    expect(opened).to.include.members(['welcome#1', 'age#1', 'gp-contact#1', 'voluntariness#1'])
    const svg = await clinic.desk.drawing(performer, id, { open: 'age#1', page: 1 })
    expect(steps(svg)).to.deep.equal([
      'arriving/always/1',
      'date-of-birth/answered/1',
      'right-date/right/3',
    ])
  })

  it('begin with the journey: where it is, which gates are met, and which are not yet', async () => {
    const { clinic, id } = await asked()
    const [whole] = (await clinic.desk.look(performer, id))?.drawings ?? []
    expect(whole).to.include({ open: 'journey', pathway: 'Treatment: stages and gates' })
    const drawn = async (page: number, viewer = performer) =>
      clinic.desk.drawing(viewer, id, { open: 'journey', page })
    const text = ((await drawn(1)) ?? '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    expect(text).to.match(/3\. Consultation This consultation is here/)
    expect(text).to.match(/Privacy notice shown \(JCCP-41a\): met/)
    expect(text).to.match(/Age seen on a document \(SAFE-26\): not yet/)
    expect(await drawn(2)).not.to.match(/class="[^"]*taken|: met|: not yet/)
    expect(await drawn((whole?.pages ?? 0) + 1)).to.equal(undefined)
    expect(await drawn(1, reception)).to.equal(undefined)
  })

  it('have as many pages as they say', async () => {
    const { clinic, id } = await asked()
    const [line] =
      (await clinic.desk.look(performer, id))?.drawings.filter(({ pages }) => pages > 1) ?? []
    const { open = '', pages = 0 } = line ?? {}
    const page = (number: number) => clinic.desk.drawing(performer, id, { open, page: number })
    expect(await page(pages)).to.contain(`page ${pages} of ${pages}`)
    for (const none of [0, pages + 1, 1.5, Number.NaN]) expect(await page(none)).to.equal(undefined)
  })

  it('are nothing to reception, neither named nor fetched', async () => {
    const { clinic, id } = await asked()
    expect((await clinic.desk.look(reception, id))?.drawings).to.deep.equal([])
    const wanted = { open: 'gp-contact#1', page: 1 }
    expect(await clinic.desk.drawing(performer, id, wanted)).to.contain('<svg')
    expect(await clinic.desk.drawing(reception, id, wanted)).to.equal(undefined)
  })

  it('are nothing to a clinician whose consultation it is not', async () => {
    const { clinic, id } = await asked()
    await prepare(clinic, id)
    const stranger = staff('performer', 'rhys-penhallow')
    const wanted = { open: 'gp-contact#1', page: 1 }
    expect(await clinic.desk.drawing(stranger, id, wanted)).to.equal(undefined)
  })

  it('show how a private pathway could go to all, and how it went to safeguarding alone', async () => {
    const { clinic, id } = await asked()
    const wanted = { open: 'voluntariness#1', page: 1 }
    const plain = await clinic.desk.drawing(performer, id, wanted)
    expect(plain).to.contain('data-state="own-wish"')
    expect(steps(plain)).to.deep.equal([])
    expect(plain).not.to.contain('taken"')
    expect(steps(await clinic.desk.drawing(lead, id, wanted))).to.include('company/on-my-own/0')
  })

  it('are the same bytes to a clinician whatever was said in private', async () => {
    const drawn = async (company: string, wish: string) => {
      const { clinic, id } = await asked({
        'voluntariness/company': choose(company),
        'voluntariness/own-wish': answer(wish),
      })
      const lines = (await clinic.desk.look(performer, id))?.drawings
      const wanted = { open: 'voluntariness#1', page: 1 }
      return { lines, svg: await clinic.desk.drawing(performer, id, wanted) }
    }
    const calm = await drawn('on-my-own', 'own-wish')
    expect(calm.svg).to.contain('<svg')
    expect(await drawn('on-my-own', 'somebody-elses')).to.deep.equal(calm)
    expect(await drawn('somebody-here', 'own-wish')).to.deep.equal(calm)
  })

  it('of the restricted stream are for its readers alone', async () => {
    const { clinic, id } = await asked()
    const opened = async (viewer: typeof lead) =>
      (await clinic.desk.look(viewer, id))?.drawings.filter(({ open }) =>
        open.startsWith('concern'),
      )
    const [concern] = (await opened(lead)) ?? []
    expect(concern?.pathway).to.equal('Concern response')
    expect(await opened(performer)).to.deep.equal([])
    const wanted = { open: concern?.open ?? '', page: 1 }
    expect(await clinic.desk.drawing(lead, id, wanted)).to.contain('<svg')
    expect(await clinic.desk.drawing(auditor, id, wanted)).to.contain('<svg')
    expect(await clinic.desk.drawing(performer, id, wanted)).to.equal(undefined)
  })

  it('show the end of a decline to the readers of declines alone', async () => {
    const { clinic, id } = await asked()
    await prepare(clinic, id)
    const seen = ['What was seen.'] as const
    const able = ['can', seen] as const
    const unsure = ['not-sure', seen, 'decline', ['Not today.']] as const
    const doubt = ['doubt', seen, [['plain-words']]] as const
    await say(clinic, id, 'capacity', ...doubt, ...able, ...able, ...able, ...unsure)
    const drawn = async (viewer: typeof lead, page: number) =>
      clinic.desk.drawing(viewer, id, { open: 'capacity#1', page })
    const ends = async (viewer: typeof lead) =>
      (await Promise.all([1, 2, 3].map((page) => drawn(viewer, page))))
        .flatMap((svg) => steps(svg))
        .filter((way) => way?.startsWith('decline-reason/'))
    expect(await ends(lead)).to.deep.equal(['decline-reason/answered/0'])
    expect(await ends(performer)).to.deep.equal([])
    expect(steps(await drawn(performer, 1))).to.include('presumption/doubt/0')
  })
})

describe('a drawing at the desk', () => {
  const signedIn = async (role = 'performer') => {
    const who = visitor(settings(fakeDesk().desk))
    await who.signIn('p-amira', role)
    return who
  }

  it('is folded under its name, with a way to see it by itself', async () => {
    const { body } = await (await signedIn()).get('/desk/c/c-4')
    expect(body).to.match(/<summary>Information, round 2, still open<\/summary>/)
    expect(body).to.match(/<img\s+src="\/desk\/c\/c-4\/drawing\/gp-contact%231\/1"/)
    expect(body).to.contain('Information, round 2, still open, page 3 of 3, by itself')
  })

  it('may use its own style and run nothing', async () => {
    const reply = await (await signedIn()).get('/desk/c/c-4/drawing/gp-contact%231/1')
    expect(reply.status).to.equal(200)
    expect(reply.headers).to.include({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'no-store',
    })
    expect(String(reply.headers?.['content-security-policy'])).to.match(
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; frame-ancestors 'none'$/,
    )
  })

  it('is not there for who may not see it, nor for who is not signed in', async () => {
    const who = await signedIn()
    expect((await who.get('/desk/c/c-4/drawing/gp-contact%232/1')).status).to.equal(404)
    const nobody = visitor(settings(fakeDesk().desk))
    expect((await nobody.get('/desk/c/c-4/drawing/gp-contact%231/1')).status).to.equal(303)
  })
})
