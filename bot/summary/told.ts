import type { Content } from '../../content/template.ts'
import type { Payload } from '../evidence/record.ts'
import { answerOf, contentOf } from '../show/event.ts'
import type { Block } from '../views/page.ts'
import type { Words } from '../words.ts'
import { isApart } from './apart.ts'
import { isOfEarlier, onlyRead } from './showed.ts'

/** How to reach them safely is safe only as long as nobody finds it. */
const NOT_TO_BE_FOUND = new Set(['enquiry/safe-contact', 'enquiry/safe-contact-details'])

/** Said of an answer that was put before them again: it stands as it was, or new words follow. */
const LOOKS_BACK = new Set(['still-so', 'changed'])

/** What the patient answered, under the words that stand on “Check your answers”; the last answer each. */
export function told(words: Words, payloads: readonly Payload[]): readonly Block[] {
  const said = new Map<string, string>()
  for (const payload of payloads) {
    const { act, by } = payload.command
    if (act.type !== 'answer' || by.role !== 'patient' || isApart(words, act.open)) continue
    const content = contentOf(words, payload)
    const answer = answerOf(words, payload)
    if (!content?.short || !answer || !isTheirs(content) || onlyRead(act.event)) continue
    if (isLookBack(words, content, act.event)) continue
    // Where it was said last is where it stands.
    said.delete(content.short)
    said.set(content.short, answer)
  }
  return said.size > 0 ? [{ kind: 'pairs', pairs: [...said] }] : []
}

const isTheirs = ({ id, private: apart }: Content): boolean => !apart && !NOT_TO_BE_FOUND.has(id)

/** Whoever reads it wants the answer, and not that it was confirmed; of an earlier consultation there is no more. */
const isLookBack = (words: Words, { id }: Content, event: string): boolean =>
  LOOKS_BACK.has(event) && !isOfEarlier(words, id)
