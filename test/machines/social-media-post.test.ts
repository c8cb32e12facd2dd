import { expect } from 'chai'
import type { FactValues } from '../../machines/contract.ts'
import { socialMediaPost } from '../../machines/pathways/social-media-post/facts.ts'
import { shippedWords } from '../support/words.ts'
import { type Answer, choicesOf, follow, practitioner, typed } from './follow.ts'

const asked = (answers: readonly Answer[], input: FactValues = {}) =>
  follow(socialMediaPost, answers, { input, by: practitioner })

const begun = ['understood', typed('The page of the clinic')]
const drafted = [...begun, 'professional', 'anyone', typed('We are open on Sunday.')]
const passing = (count: number): Answer[] => Array.from({ length: count }, () => 'passes')
const toReply = [...drafted, ...passing(7)]
const toOwnRegister = [...toReply, 'not-a-reply', 'words-alone', 'passes', 'passes']
const toTheEnd = [...toOwnRegister, 'not-promotion']

const said = (state: string, more: object = {}) =>
  shippedWords()
    .get(`social-media-post/${state}`)
    .render({
      'questions-go-to': 'Nadia Okafor',
      'safeguarding-person': 'Farida Lyle',
      'clinic-phone': '020 7946 0101',
      ...more,
    })

describe('a post that passes every question', () => {
  it('may go out once its author answers for it, and not before', () => {
    const all = [...toTheEnd, 'passes', 'understood']
    expect(asked(all).at).to.equal('ready')
    expect(asked(all).facts['post-checked']).to.equal(undefined)
    const out = asked([...all, 'i-answer-for-it'])
    expect(out.at).to.equal('may-go-out')
    expect(out.facts['post-checked']).to.equal(true)
    expect(asked([...all, 'leave-it']).at).to.equal('not-posted')
  })

  it('is told so in kind words, with no more warnings', () => {
    expect(said('ready')).to.include('have passed every question').and.include('Thank you')
  })
})

describe('whose rules are asked about', () => {
  const registers = {
    jccp: { 'jccp-registrant': true },
    hcpc: { 'hcpc-registrant': true },
    cosrt: { 'cosrt-member': true },
  } as const

  it('are the HCPC’s for whoever is on its register, and for nobody else', () => {
    expect(asked(toTheEnd, registers.hcpc).at).to.equal('policy')
    for (const other of [{}, registers.jccp, registers.cosrt]) {
      expect(asked(toTheEnd, other).at).not.to.equal('policy')
    }
  })

  it('are COSRT’s for its members, and for nobody else', () => {
    expect(asked(toTheEnd, registers.cosrt).at).to.equal('titles')
    for (const other of [{}, registers.jccp]) {
      expect(asked(toTheEnd, other).at).to.equal('confidence')
    }
  })

  it('are both, one after the other, for somebody on both', () => {
    const both = { ...registers.hcpc, ...registers.cosrt }
    const ofHcpc = ['passes', 'to-nobody', 'passes', 'passes']
    expect(asked([...toTheEnd, ...ofHcpc], both).at).to.equal('titles')
    expect(asked([...toTheEnd, ...ofHcpc, 'passes', 'passes'], both).at).to.equal('confidence')
  })

  it('are told before anything is asked, and only those of one’s own register', () => {
    expect(said('anyone-may-read', registers.jccp)).to.include('It watches posts and mail')
    expect(said('anyone-may-read')).not.to.include('It watches posts and mail')
    expect(said('anyone-may-read', registers.hcpc)).to.include('the draft of 2019')
    expect(said('ready', registers.cosrt)).to.include('COSRT’s rules')
  })
})

describe('something of a patient', () => {
  const told = [...drafted, 'fails']

  it('stops the post, whatever register its author is on', () => {
    expect(asked(told).at).to.equal('stop-patient')
    expect(asked([...told, 'i-will-not-post-it']).at).to.equal('blocked')
    expect(asked([...told, 'i-will-not-post-it']).facts['post-checked']).to.equal(undefined)
  })

  it('stops it whatever the patient agreed to, for the register of the JCCP', () => {
    const { at } = asked(told, { 'jccp-registrant': true })
    expect(at).to.equal('stop-patient-whatever-agreed')
    expect(said(at)).to.include('whatever the patient agreed to')
  })

  it('stops a live post where a patient is there', () => {
    const live = [...toTheEnd, 'passes', 'to-nobody', 'passes', 'fails']
    expect(asked(live, { 'hcpc-registrant': true }).at).to.equal('stop-patient')
  })
})

describe('words in which somebody can be reached or recognised', () => {
  for (const words of [
    'Write to me: rosa.finch@example.org',
    'Ring 020 7946 0111 for a time',
    'NHS number 943 476 5919',
    'She was born on 3/4/1990',
    'We are at SW1A 1AA now',
  ]) {
    it(`are not taken: ${words}`, () => {
      const { at, facts } = asked([...drafted.slice(0, 4), typed(words)])
      expect(at).to.equal('take-it-out')
      expect(facts['post-draft']).to.equal(undefined)
    })
  }

  for (const words of [
    'Open from 9 to 5 on 22 November 2026, and 1 in 100 of us is late.',
    'Our 10 rules for 2026: 1. Sleep. 2. Drink water.',
    'In 2024/25 we saw 1,200 people',
  ]) {
    it(`are told from those with figures in them: ${words}`, () => {
      expect(asked([...drafted.slice(0, 4), typed(words)]).at).to.equal('patients')
    })
  }
})

describe('a doubt', () => {
  it('holds the post until its words are given anew and everything is asked again', () => {
    const unsure = [...drafted, ...passing(6), 'unsure']
    expect(asked(unsure).at).to.equal('held')
    expect(choicesOf(socialMediaPost, 'held')).to.deep.equal([
      'rewrite',
      'ask-somebody',
      'leave-it',
    ])
    const again = asked([...unsure, 'rewrite', typed('We are open.')])
    expect(again.at).to.equal('patients')
    expect(again.facts['post-draft']).to.equal('We are open.')
  })

  it('may be talked over, and what was advised is kept', () => {
    const advised = asked([...drafted, 'unsure', 'ask-somebody', typed('My union: leave it.')])
    expect(advised.at).to.equal('draft')
    expect(advised.facts['post-advice']).to.equal('My union: leave it.')
  })

  it('names four to turn to besides a person at the clinic', () => {
    for (const part of ['Nadia Okafor', 'a colleague', 'your union', 'professional body']) {
      expect(said('held')).to.include(part)
    }
    expect(said('held')).to.include('or your regulator')
  })

  it('is the same for everybody who is meant to see it, and from every account', () => {
    for (const account of choicesOf(socialMediaPost, 'account')) {
      for (const audience of choicesOf(socialMediaPost, 'audience')) {
        const way = [...begun, account, audience, typed('We are open.'), 'passes', 'unsure']
        expect(asked(way), `${account} ${audience}`).to.deep.equal(
          asked([...begun, 'personal', 'few-people', typed('We are open.'), 'passes', 'unsure']),
        )
      }
    }
  })
})

describe('what others made', () => {
  const listed = [...toReply, 'not-a-reply', typed('A photo from a magazine')]

  it('needs a licence or a yes that can be shown', () => {
    for (const right of ['licensed', 'credited-and-approved']) {
      expect(asked([...listed, right]).at).to.equal('right-shown')
      const shown = asked([...listed, right, typed('A mail of 3 March')])
      expect(shown.at).to.equal('named-author')
      expect(shown.facts['post-right-shown']).to.equal('A mail of 3 March')
    }
  })

  it('is not posted where there is no right, a doubt about it, or a name alone', () => {
    for (const right of ['credited-only', 'none', 'unsure']) {
      expect(asked([...listed, right]).at).to.equal('stop-rights')
    }
  })

  it('is attested anew for the next draft', () => {
    const again = asked([...listed, 'all-my-own', 'unsure', 'rewrite'])
    expect(again.facts['post-materials']).to.equal(undefined)
  })
})

describe('an answer to a quarrel', () => {
  it('is read again before it is asked about further', () => {
    expect(asked([...toReply, 'a-reply']).at).to.equal('read-again')
    expect(asked([...toReply, 'a-reply', 'passes']).at).to.equal('materials')
    expect(asked([...toReply, 'a-reply', 'fails']).at).to.equal('held')
  })
})

describe('a patient’s request to connect', () => {
  it('is declined in kind words that send them to the clinic', () => {
    const { at } = asked([...toTheEnd, 'passes', 'asked-to-connect'], { 'hcpc-registrant': true })
    expect(at).to.equal('decline-to-connect')
    expect(said(at)).to.include('ring the clinic on 020 7946 0101')
  })
})
