import { createHmac, createSecretKey, hkdfSync } from 'node:crypto'
import type { Incoming, Keys, SittingRow } from './ports.ts'

const PURPOSE = 'candour/message-digest/v1'

/**
 * Of what a message says, so that one key can't stand for two messages. It is kept with the reply,
 * under the open stream's key; whoever has that one alone must not be able to try answers until
 * one fits. So it is keyed by the restricted stream's, of private messages and of all others.
 */
export async function messageDigest(
  keys: Pick<Keys, 'stream'>,
  { person, consultation }: Pick<SittingRow, 'person' | 'consultation'>,
  { text, value }: Pick<Incoming, 'text' | 'value'>,
): Promise<string> {
  const restricted = await keys.stream(person, consultation, 'restricted')
  const secret = createSecretKey(restricted.bytes)
  const key = new Uint8Array(hkdfSync('sha256', secret, '', PURPOSE, 32))
  return createHmac('sha256', createSecretKey(key))
    .update(JSON.stringify({ text, value }))
    .digest('hex')
}
