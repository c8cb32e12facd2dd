import { cited } from '../../cited.ts'
import type { Asked } from '../../pathway.ts'

/** Whole words in one form, so that a name is not found inside another. */
const spaced = (words: string) =>
  ` ${
    words
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `

/** Whoever has the concern is not the one who assessed it. Who else works here, a person attests. */
export const assessedBySomebodyElse = cited(['JCCP-19.2'], ({ context, event }: Asked) => {
  const assessor = spaced(context['outside-assessor'] ?? '')
  return [event.by.id, event.by.name ?? event.by.id].every((own) => !assessor.includes(spaced(own)))
})
