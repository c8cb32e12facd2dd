import type { Witness } from '../../bot/ports.ts'

const PATIENCE = 5_000
const LONGEST = 64 * 1024

export interface HttpWitness {
  readonly url: string
  readonly vkey: string
  /** Milliseconds after which nobody is taken to answer. */
  readonly patience?: number
}

/** A witness that speaks C2SP tlog-witness. Only a size, a root and signatures leave the clinic. */
export function createHttpWitness({ url, vkey, patience = PATIENCE }: HttpWitness): Witness {
  const address = `${url.replace(/\/$/, '')}/add-checkpoint`
  return {
    ...{ vkey, url },
    add: async (request) => {
      const signal = AbortSignal.timeout(patience)
      const sent = { method: 'POST', body: request, redirect: 'error', signal } as const
      const response = await fetch(address, sent)
      return { status: response.status, body: await shortText(response) }
    },
  }
}

/** A witness is not trusted with our memory. */
async function shortText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > LONGEST) throw new Error('its answer has no end')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
