import type { Few } from '../../../../adapters/http/few.ts'

/** Lets in whatever has come, as a server does that does nothing about it. */
export const createFew = (): Few => ({ enter: async () => undefined, came: () => undefined })
