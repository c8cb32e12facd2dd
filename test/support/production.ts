import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { CONTENT } from '../../adapters/files/content.ts'
import { readFiles, signaturesOf } from '../../adapters/programs/content.ts'
import { newFolder } from '../adapters/folder.ts'
import { CLIENT } from './provider.ts'

export const ORIGIN = 'https://desk.candour.test'

const all = signaturesOf(readFiles())
if ('faults' in all) throw new Error(all.faults.join())

/** A made-up clinician's name under every word, as it is now. */
export const signed = all.map(({ id, digest }) => ({
  ...{ content: id, digest, by: 'Dr Imogen Achterberg', register: 'GMC 0000000' },
  on: '2026-11-20',
}))

/** A clinic's folder in which that much is signed, and whose people have accounts at that issuer. */
export function clinicFolder(signatures: readonly object[] | string, issuer: string): string {
  const folder = newFolder()
  const demo = readFileSync(join(CONTENT, 'clinics/demo.yaml'), 'utf8')
  const real = demo
    .replace(/^madeUp: true\n/m, '')
    // A person's id and name follow each other in two lines, as nothing else's do with roles after them.
    .replace(
      /^ {2}- id: (\S+)\n(?= {4}name: .+\n {4}roles:)/gm,
      (line, id: string) => `${line}    signIn: [{ issuer: '${issuer}', subject: ${id} }]\n`,
    )
  writeFileSync(join(folder, 'clinic.yaml'), real)
  const text = typeof signatures === 'string' ? signatures : JSON.stringify(signatures)
  writeFileSync(join(folder, 'signoff.yaml'), text)
  return folder
}

/** Everything that a production needs, at a provider of that issuer. */
export function productionAt(issuer: string, signatures: readonly object[] | string = signed) {
  const folder = newFolder()
  const [kek, secret, data] = ['kek', 'secret', 'data'].map((name) => join(folder, name))
  if (!kek || !secret || !data) throw new Error('no folder')
  writeFileSync(kek, randomBytes(32), { mode: 0o400 })
  writeFileSync(secret, CLIENT.secret, { mode: 0o400 })
  mkdirSync(data)
  return {
    ...{ CANDOUR_MODE: 'production', CANDOUR_ORIGIN: ORIGIN, CANDOUR_DATA: data },
    ...{ CANDOUR_KEK_FILE: kek, CANDOUR_SECOND_PLACE: join(folder, 'second') },
    CANDOUR_CLINIC_DIR: clinicFolder(signatures, issuer),
    ...{ CANDOUR_SIGN_IN_ISSUER: issuer, CANDOUR_SIGN_IN_CLIENT_ID: CLIENT.id },
    CANDOUR_SIGN_IN_SECRET_FILE: secret,
  }
}

/** What a proxy does that ends TLS in front of that port: the name stays, an address is added. */
export function throughProxy(port: number): typeof fetch {
  return async (given, init = {}) => {
    const url = new URL(given instanceof Request ? given.url : given)
    if (url.origin !== ORIGIN) return fetch(given, init)
    const headers = {
      ...(init.headers as Record<string, string>),
      ...{ host: url.host, 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' },
    }
    return new Promise((resolve, reject) => {
      const path = url.pathname + url.search
      const asked = request({ host: '127.0.0.1', port, path, method: init.method, headers })
      asked.on('error', reject)
      asked.on('response', (reply) => {
        const lists = Object.entries(reply.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        )
        const status = reply.statusCode ?? 0
        const empty = status === 204 || status === 304
        buffer(reply).then((body) => {
          resolve(new Response(empty ? null : new Uint8Array(body), { status, headers: lists }))
        }, reject)
      })
      asked.end(init.body as string | undefined)
    })
  }
}
