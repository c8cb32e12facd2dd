import type { Page } from 'playwright-core'
import type { Desk } from '../../../bot/ports.ts'
import type { CaseView } from '../../../bot/views/desk.ts'
import type { KeepingView } from '../../../bot/views/keeping.ts'

type Go = (page: Page, origin: string) => Promise<unknown>
export type As = 'performer' | 'reception' | 'auditor' | 'safeguarding'

export interface Screen {
  readonly name: string
  readonly as: As
  readonly go: Go
  /** What is different about the consultation that it shows. */
  readonly view?: Partial<CaseView>
  readonly desk?: Partial<Desk>
}

const CASE = '/desk/c/c-4'

const unfold = (page: Page) =>
  page.evaluate(`document.querySelectorAll('details').forEach((one) => (one.open = true))`)

const at =
  (path: string): Go =>
  (page, origin) =>
    page.goto(origin + path)

/** What a button of that page leads to, with nothing filled in but this. */
const pressed =
  (path: string, button: string, fill?: (page: Page) => Promise<unknown>): Go =>
  async (page, origin) => {
    await page.goto(origin + path)
    await unfold(page)
    await fill?.(page)
    await page.getByRole('button', { name: button, exact: true }).first().click()
    await page.waitForLoadState()
  }

const OVER: Partial<CaseView> = { offers: ['make-link'], prompts: [] }
const ALONE: Partial<CaseView> = {
  ...{ who: 'Amira Haddad', gates: [], path: [], drawings: [], questions: [], wanted: [] },
  facts: [
    {
      ...{ name: 'post-draft', label: 'Words of the post', value: 'Ring me for a price.' },
      ...{ by: 'Amira Haddad', at: '2026-11-21T10:00:00.000Z', clinical: false },
    },
  ],
}
const KEPT: KeepingView = {
  ...{ as: 'consented', until: '2034-11-21', over: false, authority: 'clinic policy' },
  ...{ since: '2026-01-01', source: 'https://example.org', onRequest: 'restrict' },
  ...{ consultations: 2, given: [{ what: 'pack', way: 'by hand', at: AT(), by: 'Lena Marsh' }] },
  held: { by: 'Lena Marsh', at: AT(), reason: 'A letter from a solicitor.' },
  request: { n: 1, by: 'Jo Bright', at: AT(), basis: 'ordered', notYet: 'it is held' },
  offers: ['hold', 'lift', 'restrict', 'unrestrict', 'ask-erasure', 'drop-erasure', 'erase'],
}

function AT(): string {
  return '2026-11-21T10:00:00.000Z'
}

const refusing: Partial<Desk> = {
  act: async () => ({ ok: false, said: 'Not now: the patient is in the room.' }),
}

const screen = (name: string, go: Go, more: Partial<Screen> = {}): Screen => ({
  ...{ name, go, as: 'performer' },
  ...more,
})

/** Each screen that somebody may meet at the desk once they are signed in. */
export const SCREENS: readonly Screen[] = [
  screen('queue', at('/desk')),
  screen('queue-reception', at('/desk'), { as: 'reception' }),
  screen('queue-filtered', at('/desk?kind=prompt&whose=me&due=soon')),
  screen(
    'found',
    pressed('/desk', 'Find', (page) => page.getByLabel('Find a person').fill('Priya')),
  ),
  screen('emergency', at('/desk/emergency')),
  screen('emergency-wrong', pressed('/desk/emergency', 'Open it')),
  screen('role', at('/desk/role')),
  screen('invite', at('/desk/invite')),
  screen('invite-wrong', pressed('/desk/invite', 'Make the link')),
  screen('case', at(CASE)),
  screen('case-unfolded', async (page, origin) => {
    await page.goto(origin + CASE)
    await unfold(page)
  }),
  screen('case-in-emergency', at(CASE), {
    view: { ...OVER, emergency: '2026-11-21T15:05:00.000Z', offers: [], again: [] },
  }),
  screen('case-to-look-into', at(CASE), {
    as: 'safeguarding',
    view: {
      ...OVER,
      openings: [{ by: 'Dr Tom Okafor', at: AT(), reason: 'Rang with a swollen eye.' }],
      declines: [{ by: 'Amira Haddad', at: AT(), reason: 'Expectations.', outcome: 'Declined' }],
    },
  }),
  screen('case-reception', at(CASE), {
    as: 'reception',
    view: {
      ...{ facts: [], questions: [], gates: [], prompts: [], stage: 'treatment-day' },
      ...{ drawings: [], reminder: { id: 'r-1', at: AT(), way: 'Text', words: 'It waits.' } },
      offers: ['assign', 'withdraw', 'link', 'make-link', 'attend', 'correct', 'pause', 'remind'],
    },
  }),
  screen('case-auditor', at(CASE), { as: 'auditor', view: { offers: [], prompts: [], again: [] } }),
  screen('case-sign-in-first', at(CASE), { view: { interruptions: ['age'], ...signFirst() } }),
  ...(['withdrawn', 'refused', 'paused', 'ended'] as const).map((state) =>
    screen(`case-${state}`, at(CASE), {
      view: { ...OVER, state, interruptions: state === 'withdrawn' ? ['withdrawn'] : [] },
    }),
  ),
  screen('case-not-taken', pressed(CASE, 'Decline'), { desk: refusing }),
  screen(
    'case-linking',
    pressed(CASE, 'Find', (page) => page.getByLabel('Name, or part of it').fill('Priya')),
  ),
  screen('case-said-after', at(CASE), {
    view: {
      ...{ stage: 'aftercare', prompts: [], offers: ['attend'] },
      saidAfter: { id: 'feedback#1', at: AT(), says: ['How you feel: Worse than before'] },
    },
  }),
  screen('case-keeping', at(`${CASE}#keeping`), { desk: { keeping: async () => KEPT } }),
  screen('post', at(CASE), {
    view: {
      ...ALONE,
      ...{ state: 'ended', prompts: [], offers: [] },
      alone: { tree: 'Social media post', result: 'It is not to be posted.' },
    },
  }),
  screen('post-asked', at(CASE), {
    view: { ...ALONE, offers: ['end'], alone: { tree: 'Social media post' } },
  }),
  screen('sign-link', pressed(CASE, 'Open signing and show the code')),
  screen('timeline', at(`${CASE}/timeline`)),
  screen('record', at(`${CASE}/record?all=1`), { as: 'auditor' }),
  screen('audit', at('/desk/audit'), { as: 'auditor' }),
  screen('access', at('/desk/access'), { as: 'auditor' }),
  screen('rehearse', at('/desk/rehearse')),
  screen('rehearsal', at('/desk/rehearse/age-check')),
  screen('rehearsal-text', pressed('/desk/rehearse/gp-weighing', 'No, not needed')),
  screen('missing', at('/desk/c/nowhere')),
  screen('no-such-page', at('/desk/no-such-page')),
  screen('not-for-role', at('/desk/audit')),
]

function signFirst(): Partial<CaseView> {
  const question = { id: 'q-9', content: 'consent/take', kind: 'choice' } as const
  const choices = [{ id: 'take', label: 'Take consent' }]
  const text = 'Do you take consent now?'
  return {
    prompts: [
      {
        ...{ open: 'consent#1', ask: 4, pathway: 'consent@1', text, signInFirst: true },
        question: { ...question, choices },
      },
    ],
  }
}
