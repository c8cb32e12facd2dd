import type { Purpose } from './wrap.ts'

// The same wherever keys are kept, so that they open after they were moved.

export const CANARY: Purpose = ['canary']
export const forPerson = (id: string, person: string): Purpose => ['person', id, person]
export const forSigning = (id: string, origin: string): Purpose => ['signing', id, origin]
export const forStream = (id: string, consultation: string, stream: string): Purpose => [
  ...['stream', id, consultation, stream],
]
