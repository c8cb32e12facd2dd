import { readSecret } from '../openid/secret.ts'

type Found = { readonly secrets: Readonly<Record<string, string>> } | { readonly fault: string }

const LINE = /^([a-z0-9][a-z0-9-]{0,63})[ \t]+([\w+/=.~-]+)$/
/** 24 random bytes in base64. */
const SHORTEST = 32
/** Nothing random of that length has so few; a word that was repeated has. */
const FEWEST_SIGNS = 12

/**
 * What other servers show to get a token, a line for each: a name, and the secret. Two may stand side
 * by side while a new one is taken up. What is told of a fault never holds a secret.
 */
export function readSiteSecrets(file: string): Found {
  const read = readSecret(file)
  if ('fault' in read) return read
  const secrets = new Map<string, string>()
  for (const [at, text] of read.secret.split('\n').entries()) {
    const line = text.trim()
    if (line === '' || line.startsWith('#')) continue
    const [, name = '', secret = ''] = LINE.exec(line) ?? []
    const fault = faultOf(name, secret, secrets)
    if (fault) return { fault: `line ${at + 1} ${fault}` }
    secrets.set(name, secret)
  }
  return secrets.size > 0 ? { secrets: Object.fromEntries(secrets) } : { fault: 'has no secret' }
}

function faultOf(name: string, secret: string, known: ReadonlyMap<string, string>) {
  if (name === '') return 'is not a name and a secret with a space between them'
  if (known.has(name)) return `is a second ${name}`
  if (secret.length < SHORTEST || new Set(secret).size < FEWEST_SIGNS)
    return `(${name}) has a secret that could be guessed: make one of 32 random bytes`
  return [...known.values()].includes(secret) ? `(${name}) has a secret of another line` : undefined
}
