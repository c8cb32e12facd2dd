import { expect } from 'chai'
import { shippedWords } from '../support/words.ts'

const words = shippedWords()
const render = (id: string, slots: Record<string, unknown>) => words.get(id).render(slots)

describe('a question of the enquiry', () => {
  for (const id of [
    ...['enquiry/full-name', 'enquiry/called-by', 'enquiry/reason', 'enquiry/hoped-for'],
    ...['enquiry/safe-contact', 'enquiry/safe-contact-details', 'age/what-brought-you'],
    ...['welcome/help-needed', 'welcome/help-details'],
    ...['gp-contact/encouraged', 'gp-contact/explained', 'consultation/door-birth-date'],
  ]) {
    it(`${id}: stands by itself, after its reasons`, () => {
      const said = words.get(id).body.split('\n\n')
      const rest = said.filter((one) => !one.startsWith('Nobody reads this straight away.'))
      expect(rest.at(-1)).to.match(/^[^.?]*\?$/)
    })
  }
})

describe('what a patient signs', () => {
  const known = { 'treatment-name': 'Dermal filler', 'performer-name': 'Nadia Okafor' }

  it('names the treatment and who will do it, beside the signature too', () => {
    for (const id of ['statement', 'signature']) {
      const said = render(`consent-signature/${id}`, known)
      expect(said).to.include('Dermal filler').and.include('Nadia Okafor')
    }
  })

  it('tells the day, the place and the product of the plan', () => {
    const plan = { 'treatment-day': '2026-12-01', premises: 'Main rooms', product: 'A filler' }
    expect(render('consent-signature/statement', { ...known, ...plan })).to.include(
      'The day is 1 December 2026.\nThe place is Main rooms.\nThe product is A filler.\n\nYou',
    )
  })

  it('leaves out what is not planned', () => {
    expect(render('consent-signature/statement', known)).to.include('will do it.\n\nYou have been')
  })
})

describe('the privacy notice', () => {
  it('tells of everybody who may read the answers', () => {
    const short = words.get('welcome/privacy').body
    const more = words.get('welcome/privacy-more').body
    for (const said of [short, more]) {
      expect(said).to.match(/the people who care for you/i)
      expect(said).to.include('safeguarding lead').and.include('keep it private')
    }
    expect(more)
      .to.match(/auditor/)
      .and.match(/date of birth[^.]*what makes things easier/)
  })

  it('asks for no answer that anybody would want to look at again', () => {
    for (const id of ['welcome/privacy', 'welcome/privacy-more', 'age/right-date']) {
      expect(words.get(id).short, id).to.equal(undefined)
    }
  })
})

describe('somebody who stopped', () => {
  it('is told beforehand what each way of stopping does', () => {
    const { body } = words.get('consultation/stopping')
    expect(body).to.include('just for now').and.include('nobody contacts you about it')
  })

  it('can undo a slip, and a way to be reached that is no longer safe', () => {
    expect(words.get('consultation/withdrawn').body.split('\n\n')[1]).to.match(
      /by mistake.*no longer safe.*ring \{\{clinic-phone\}\}/,
    )
  })
})
