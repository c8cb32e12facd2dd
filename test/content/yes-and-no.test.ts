import { expect } from 'chai'
import { readWords } from '../../adapters/files/content.ts'
import { catalogue } from '../../content/catalogue.ts'
import { sha256 } from '../support/words.ts'

const words = catalogue(readWords(), sha256)

/** What somebody types who answers the last thing that was asked, and says no more than that. */
const BARE: Readonly<Record<string, { readonly yes: RegExp; readonly no: RegExp }>> = {
  'en-GB': {
    yes: /^(yes|yeah|yep|yup|sure|of course),?( please| thanks| thank you)?$/,
    no: /^(no|nope|nah),?( please| thanks| thank you)?$/,
  },
  'cy-GB': {
    yes: /^(ie|ydw|ydy|ydyn|oes|do|cewch|caf|iawn|gallwch|yes)( plîs| diolch)?$/,
    no: /^(na|nage|nac ydw|nac ydy|nac oes|naddo|na chewch|no)( dim)?( diolch)?$/,
  },
}

/** More or fewer than one question, and why a bare yes or no can be meant in one way only. */
const NOT_ONE_QUESTION: Readonly<Record<string, string>> = {
  'consent-signature/meaning': 'takes a no alone: whatever it is said to, it is not today',
  'consent-signature/signature': 'takes a no alone: whatever it is said to, it is not today',
  'fees/complaints': 'a yes says that it was read, and agrees to nothing',
  'fees/complications': 'a yes says that it was read, and agrees to nothing',
  'fees/costs': 'a yes says that it was read, and agrees to nothing',
  'fees/interests': 'a yes says that it was read, and agrees to nothing',
  'fees/right-to-withdraw': 'a yes says that it was read, and agrees to nothing',
  'information/want-to-know': 'only the last one can be answered with yes or no',
  'pre-consultation/earlier-treatments':
    'the second is only for somebody who says yes to the first',
  'pre-consultation/hope': 'one of the three is shown, and each asks for the same',
  'pre-consultation/pregnancy':
    'takes a no alone, which is to all of it: a yes has to be said in words',
  'pre-consultation/reason': 'one of the three is shown, and each asks for the same',
  'voluntariness/pressed': 'a yes to either is a yes, and a no has a label for both',
}

/** Labels that begin with something else than the yes that they also take, and why that is the same. */
const NOT_LABELLED_YES: Readonly<Record<string, string>> = {
  'fees/complaints seen': 'nothing is asked that it could agree to',
  'fees/complications seen': 'nothing is asked that it could agree to',
  'fees/costs seen': 'nothing is asked that it could agree to',
  'fees/interests seen': 'nothing is asked that it could agree to',
  'fees/right-to-withdraw seen': 'nothing is asked that it could agree to',
  'information/want-to-know tell-me-everything': 'the label says again what the question asks',
  'voluntariness/company somebody-here': 'the question is whether somebody is there',
}

interface Card {
  readonly id: string
  readonly locale: string
  readonly body: string
  readonly choices: Readonly<
    Record<string, { readonly label: string; readonly also?: readonly string[] | undefined }>
  >
}

/** Whatever is wrong with the yes and the no of one card. */
function faultsOf({ id, locale, body, choices }: Card): string[] {
  const bare = BARE[locale]
  if (!bare) return [`${locale}: nobody has said here what yes and no are`]
  const taking = (kind: 'yes' | 'no') =>
    Object.entries(choices).filter(([, { label, also = [] }]) =>
      [label.toLowerCase(), ...also].some((one) => bare[kind].test(one)),
    )
  const [yes, no] = [taking('yes'), taking('no')]
  if (yes.length + no.length === 0) return []
  const questions = body.split('?').length - 1
  const first = (label: string) => label.toLowerCase().split(/[, ]/)[0] ?? ''
  const otherwise = yes.filter(([, { label }]) => !bare.yes.test(first(label)))
  return [
    ...(questions === 1 || id in NOT_ONE_QUESTION ? [] : [`${id}: ${questions} questions`]),
    ...otherwise
      .map(([choice]) => `${id} ${choice}`)
      .filter((one) => !(one in NOT_LABELLED_YES))
      .map((one) => `${one}: takes a yes and does not say it`),
    ...(yes.some((one) => no.some(([name]) => name === one[0])) ? [`${id}: yes is no`] : []),
  ]
}

const cards = words.locales.flatMap((locale) =>
  words.ids(locale).flatMap((id) => {
    const card = words.get(id, locale)
    return card.audience === 'staff' ? [] : [card]
  }),
)

describe('a yes or a no by itself', () => {
  it('answers the one question of its card, in every language', () => {
    expect(cards.length).to.be.greaterThan(300)
    expect(cards.flatMap((card) => faultsOf(card))).to.deep.equal([])
  })

  it('is let off only where it still has to be', () => {
    const named = [...Object.keys(NOT_ONE_QUESTION), ...Object.keys(NOT_LABELLED_YES)]
    for (const id of new Set(named.map((one) => one.split(' ')[0] ?? ''))) {
      const { body, choices } = words.get(id)
      const planted = { id: 'test/planted', locale: 'en-GB', body, choices }
      expect(faultsOf(planted), id).not.to.deep.equal([])
    }
  })

  const planted = (body: string, yes: string) => {
    const show = { label: yes, also: ['yes'] }
    return faultsOf({ id: 'test/planted', locale: 'en-GB', body, choices: { show } })
  }

  it('is found where its question asks for something else than the choice says', () => {
    expect(planted('Can anybody else see your screen?', 'Show me')).to.deep.equal([
      'test/planted show: takes a yes and does not say it',
    ])
    expect(planted('Shall we show it?', 'Yes, show me')).to.deep.equal([])
  })

  it('is found where there are two questions, or none', () => {
    const asked = ['May we say one thing? May we ask your GP?', 'We ask your GP.']
    expect(asked.map((body) => planted(body, 'Yes, you may'))).to.deep.equal([
      ['test/planted: 2 questions'],
      ['test/planted: 0 questions'],
    ])
  })
})
