// What is wrong with the value of a setting, or nothing.

export function checkVkey(value: string): string | undefined {
  const vkey = /^[^\s+]+\+[0-9a-f]{8}\+B[A-Za-z0-9+/]{43}$/
  return vkey.test(value) ? undefined : 'is not a witness’s key, as `npm run witness` prints it'
}

export function checkUrl(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash
  return isPlain ? undefined : 'is not an address that begins with https:// or http://'
}

export function checkOrigin(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const plain = url?.protocol === 'https:' && url.origin === value
  return plain ? undefined : 'is not an origin like https://candour.example.org, and nothing more'
}

/** TLS, but between two programs of one machine. */
export function checkIssuer(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const near =
    url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  const plain =
    url && (url.protocol === 'https:' || near) && !url.username && !url.search && !url.hash
  return plain ? undefined : 'is not an address that begins with https://'
}

const MODES = ['demo', 'pilot', 'production']

export function checkMode(value: string): string | undefined {
  return MODES.includes(value) ? undefined : `"${value}" is not one of ${MODES.join(', ')}`
}

export function checkPath(value: string): string | undefined {
  return value.includes('\0') || value.trim() !== value ? 'is not a path' : undefined
}

export function checkId(value: string): string | undefined {
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
  return id.test(value)
    ? undefined
    : 'is not an id of the form 00000000-0000-0000-0000-000000000000'
}

export function checkPort(value: string): string | undefined {
  const isPort = /^\d{1,5}$/.test(value) && Number(value) <= 65_535
  return isPort ? undefined : `"${value}" is not a port from 0 to 65535`
}
