import type { Journey } from '../contract.ts'

/** A tree that staff start alone. Its person is whoever started it, and nobody else has a part. */
export const practice: Journey = {
  id: 'practice@1',
  stages: [
    {
      name: 'check',
      opens: [{ pathway: 'social-media-post@1', when: () => true }],
      entry: [],
      gates: [],
    },
    { name: 'ended', opens: [], entry: [], gates: [] },
  ],
}
