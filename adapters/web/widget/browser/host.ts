import { page } from './page.ts'

/** The words between the frame and the page around it. None carries anything of a patient. */
export type FromFrame = 'here' | 'close' | 'exit'
export type FromHost = 'opened' | 'closed' | 'exit'
const WORDS: readonly FromHost[] = ['opened', 'closed', 'exit']

export function tellHost(word: FromFrame): void {
  if (page.embedded) parent.postMessage({ candour: word }, '*')
}

export function wireHost(hear: Readonly<Record<FromHost, () => void>>): void {
  if (!page.embedded) return
  tellHost('here')
  addEventListener('message', ({ source, data }: MessageEvent<{ candour?: FromHost } | null>) => {
    if (source !== parent) return
    const word = WORDS.find((one) => one === data?.candour)
    if (word) hear[word]()
  })
}
