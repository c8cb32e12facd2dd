import type { PatientMessage } from '../../../bot/views/patient.ts'

type Step = Omit<PatientMessage, 'question'> & {
  readonly question?: Omit<NonNullable<PatientMessage['question']>, 'id'>
}

const part = (done: number) => ({ part: 'About you', done, of: 7 })

/** One question of each kind, in this order. Each answer leads to the next. */
export const script: readonly Step[] = [
  {
    text: 'Hello. I am a piece of software, not a person.\n\nThe clinic uses me to ask:\n- who you are\n- what brings you\n\nShall we go on?',
    progress: part(1),
    question: {
      content: 'welcome/hello',
      kind: 'choice',
      choices: [
        { id: 'go-on', label: 'Yes, go on' },
        { id: 'not-now', label: 'Not now' },
      ],
      why: 'So that nobody is asked anything they did not want to be asked.',
    },
  },
  {
    text: 'What is your date of birth?',
    progress: part(2),
    question: {
      content: 'age/date-of-birth',
      kind: 'date',
      choices: [],
      hint: 'For example, 27 3 1998',
      why: 'The clinic may only go on with adults.',
    },
  },
  {
    text: 'What would you like us to call you?\n\nNobody reads this straight away.',
    progress: part(3),
    question: {
      content: 'enquiry/called-by',
      kind: 'text',
      choices: [{ id: 'same', label: 'Use my full name' }],
    },
  },
  {
    text: 'How many cigarettes do you smoke on a usual day?',
    progress: part(4),
    question: {
      content: 'history/cigarettes',
      kind: 'number',
      choices: [{ id: 'none', label: 'I don’t smoke' }],
    },
  },
  {
    text: 'Would any of these make things easier for you? You can choose as many as you like.',
    progress: part(5),
    question: {
      content: 'welcome/help-needed',
      kind: 'many',
      choices: [{ id: 'no-help-needed', label: 'None of these, thank you' }],
      options: [
        { id: 'large-text', label: 'Larger text' },
        { id: 'more-time', label: 'More time' },
        { id: 'interpreter', label: 'An interpreter for another language' },
      ],
    },
  },
  {
    text: 'Has anybody put pressure on you to come here?',
    progress: part(6),
    private: true,
    question: {
      content: 'voluntariness/pressure',
      kind: 'private',
      choices: [],
      options: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
        { id: 'rather-not', label: 'I would rather not say' },
      ],
    },
  },
  {
    text: 'I have read what this says and it is my own decision to go on.',
    progress: part(7),
    question: {
      content: 'consent-signature/sign',
      kind: 'signature',
      choices: [{ id: 'not-now', label: 'I don’t want to sign this' }],
    },
  },
  { text: 'Thank you. The clinic will be in touch.', ended: true },
]
