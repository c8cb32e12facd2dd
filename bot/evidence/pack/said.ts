import type { Stream } from '../../ports.ts'

/** What every pack says, whatever is in it: nobody may tell from it what is not. */
export const NOT_IN_IT =
  'A clinic may keep restricted records apart from these. If there are any, they are not in this file. ' +
  'These words are the same in every pack: they are no sign that there are any, or that there are none.'

export const RESTRICTED =
  'These are restricted records. Two people who may read them asked for this file together, and that ' +
  'is on record. Keep it apart from the patient’s other papers. Never show it where somebody else could see it.'

export const ABOUT: Readonly<Record<Stream, string>> = {
  open: 'The record of one consultation, from its first message on.',
  restricted: 'The restricted records of one consultation.',
}

export type Witnessing = 'sealed' | 'witnessed'

export const STANDING: Readonly<Record<Witnessing, string>> = {
  sealed:
    'Sealed, not witnessed. Every record is in the clinic’s signed log, but nobody outside the clinic ' +
    'has signed that log. Whoever holds the clinic’s machine and its keys could have written all of ' +
    'it again.',
  witnessed:
    'Witnessed. Every record is in the clinic’s signed log, and the witnesses that its policy names, ' +
    'outside the clinic, have signed that log too.',
}

export const DEMO = 'Demonstration. The people in it are made up.'

/** How we know who somebody is: never more than we know. */
export const ASSURANCE: Readonly<Record<string, string>> = {
  none: 'nothing was checked',
  link: 'came by a one-use link',
  'link-and-birth-date': 'came by a one-use link and gave the right date of birth',
  'room-link': 'came by the code that was shown in the room',
  'room-link-and-birth-date':
    'came by the code that was shown in the room and gave the right date of birth',
  openid: 'signed in with an account of the clinic’s',
  teams: 'signed in to Microsoft Teams with an account of the clinic’s',
  'demo-sign-in': 'signed in to the demonstration, without a password',
  system: 'Candour itself',
}

export const CHANNEL: Readonly<Record<string, string>> = {
  widget: 'in the clinic’s chat',
  'direct-line': 'in another chat program',
  desk: 'at the desk',
  teams: 'in Teams',
  terminal: 'on a terminal',
  system: 'by itself',
}

export const HOW_TO_CHECK = [
  'This page says in words what the file’s records say. The records are the evidence; the page is not.',
  'To check the file, get Candour from where it is published, not from the clinic, and run: npm run verify -- followed by the name of the file.',
  'It says which record is the first that does not hold, if one does not. The last step takes every decision again.',
  'docs/evidence-log.md tells how to write another program that checks the same.',
  'The file names the log’s own key. Compare it with one that you were given earlier or by somebody else.',
]
