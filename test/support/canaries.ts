import { answer, type Replies } from '../../adapters/programs/demo/autopilot.ts'

/** Words that are found nowhere else. */
export const canary = (name: string): string => `zebra-${name.replace('/', '-')}-4711`

/** Each place where somebody writes in their own words, with a word of its own. */
export const planted = (replies: Replies): Replies =>
  Object.fromEntries(
    Object.entries(replies).map(([id, reply]) => {
      const writes = 'answer' in reply && /[a-z] [a-z]/i.test(String(reply.answer))
      return [id, writes ? answer(canary(id)) : reply]
    }),
  )

export const PRIVATE = ['own-wish', 'pressed', 'only-the-clinic'].map(
  (state) => `voluntariness/${state}`,
)
