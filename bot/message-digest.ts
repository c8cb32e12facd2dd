import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { DataKey, Incoming, Keys, SittingRow } from './ports.ts'

const PURPOSE = 'candour/message-digest/v1'

/**
 * Of what a message says, so that one key can’t stand for two messages. It is kept with what it was answered,
 * under the open stream's key; whoever has that one alone must not be able to try answers until
 * one fits. So it is keyed by the restricted stream's, of private messages and of all others.
 */
export async function messageDigest(
  keys: Pick<Keys, 'stream'>,
  { person, consultation }: Pick<SittingRow, 'person' | 'consultation'>,
  { text, value }: Pick<Incoming, 'text' | 'value'>,
): Promise<string> {
  const restricted = await keys.stream(person, consultation, 'restricted')
  const key = derived.get(restricted) ?? derive(restricted)
  return createHmac('sha256', key).update(JSON.stringify({ text, value })).digest('hex')
}

/** It lives as long as the key does that it is made of. */
const derived = new WeakMap<DataKey, KeyObject>()

function derive(restricted: DataKey): KeyObject {
  const secret = createSecretKey(restricted.bytes)
  const key = createSecretKey(new Uint8Array(hkdfSync('sha256', secret, '', PURPOSE, 32)))
  derived.set(restricted, key)
  return key
}
