import { CandourError } from '../../bot/errors.ts'
import type { Settings } from '../config/env.ts'
import { createLedger } from '../mail/ledger.ts'
import { createMail, type Mail, type MailOptions } from '../mail/mail.ts'
import { createPost, type PostOptions } from '../mail/post.ts'
import { readSecret } from '../openid/secret.ts'
import type { House } from './house.ts'
import { placedLedger } from './placed.ts'

const CASE_WAITS = 'consultation/case-waits'

type Needs = Pick<House, 'candour' | 'clinic' | 'words' | 'clocks' | 'place'>
type Needed = Pick<Settings, 'data' | 'mail'>

/** Mail for a house, where it has a server; `more` is what a test trusts and how long it waits. */
export function mailOf(
  { candour, clinic, words, clocks, place }: Needs,
  { data, mail }: Needed,
  around: Pick<MailOptions, 'deskUrl' | 'failed'>,
  more: Pick<PostOptions, 'ca' | 'patience'> = {},
): Mail | undefined {
  if (!mail) return undefined
  const { user, passwordFile, ...server } = mail
  const account = user && passwordFile ? { user, pass: secretIn(passwordFile) } : undefined
  const { short: subject = '', render } = words.catalogue.get(CASE_WAITS)
  return createMail({
    ...{ ...around, desk: candour.desk, letters: candour.letters, people: clinic.people },
    caseWaits: { subject, text: render({}) },
    post: createPost({ ...server, account, ...more }),
    ledger: createLedger(placedLedger(data, clinic.id, place), () => clocks.clock()),
  })
}

function secretIn(file: string): string {
  const read = readSecret(file)
  if ('secret' in read) return read.secret
  throw new CandourError('config/refused', { CANDOUR_MAIL_PASSWORD_FILE: read.fault })
}
