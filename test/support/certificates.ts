import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Certificates {
  /** Of whoever signed it. */
  readonly root: string
  readonly certificate: string
  readonly key: string
}

/** Why there can be none here. */
export function lacksCertificates(): string | undefined {
  return spawnSync('openssl', ['version']).status === 0 ? undefined : 'openssl makes certificates'
}

/** A server's certificate for that name, by a root of its own, good for a day. */
export function certificatesFor(name: string, folder: string): Certificates {
  const [root, rootKey, request, certificate, key] = [
    ...['root.crt', 'root.key', 'server.csr', 'server.crt', 'server.key'],
  ].map((file) => join(folder, file)) as [string, string, string, string, string]
  const extensions = join(folder, 'extensions')
  writeFileSync(extensions, `subjectAltName=DNS:${name}`)
  const anew = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl('req', '-x509', ...anew, '-keyout', rootKey, '-out', root, '-subj', '/CN=root', ...DAY)
  openssl('req', ...anew, '-keyout', key, '-out', request, '-subj', `/CN=${name}`)
  const signing = ['-CA', root, '-CAkey', rootKey, '-CAcreateserial', '-extfile', extensions]
  openssl('x509', '-req', '-in', request, ...signing, '-out', certificate, ...DAY)
  return { root, certificate, key }
}

const DAY = ['-days', '1']

function openssl(...args: readonly string[]): void {
  const done = spawnSync('openssl', args, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`openssl ${args[0]}: ${done.stderr}`)
}
